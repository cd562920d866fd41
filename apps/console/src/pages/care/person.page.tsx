import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Day, Facts, Figure, Money } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { Read } from '../../pieces/pages-table';
import { PartyName } from '../../pieces/party-name';
import { Table } from '../../pieces/table';
import { CareMonth } from '../../pictures/care-month';
import { UnmaskButton } from '../unmask/unmask-button';
import { CareActs } from './care-acts';
import { Month, Person } from './care.documents';

export type CarePerson = NonNullable<ResultOf<typeof Person>['carePerson']>;
type Span = NonNullable<ResultOf<typeof Month>['careMonth']>['spans'][number];

/** One person: confirmed grades, modes and stops, and what each day of a month pays. */
export const Component = () => {
  const { personId = '' } = useParams();
  const reading = useRead(Person, { id: personId });
  return (
    <PageRead reading={reading}>
      {({ carePerson }) => (carePerson === null ? <NoSuchPage /> : <View person={carePerson} />)}
    </PageRead>
  );
};

const View = ({ person }: { person: CarePerson }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  return (
    <Page
      title={person.fullName}
      trail={[{ words: t('care.title'), to: '/care' }, { words: person.fullName }]}
      actions={may(role, 'careModeChoose') ? <CareActs person={person} /> : undefined}
    >
      <Panel title={t('care.person')}>
        <Facts
          items={[
            [
              t('applications.identity'),
              <span key="id" className="number">
                {person.identityNumberMasked}{' '}
                <UnmaskButton columnCode="care-person-identity-number" rowId={person.id} />
              </span>,
            ],
            [t('applications.born'), <Day key="born" date={person.birthDate} />],
            [t('applications.street'), person.street],
          ]}
        />
      </Panel>
      <MonthPanel person={person} />
      <Histories person={person} />
    </Page>
  );
};

const MonthPanel = ({ person }: { person: CarePerson }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? me.businessDate.slice(0, 7);
  const reading = useRead(Month, { personId: person.id, month });
  const wordsOf = (span: Span): string =>
    span.stopReason === null
      ? t(`care.modes.${span.mode ?? 'HOME_PERSONAL'}`)
      : t(`care.stopReasons.${span.stopReason}`);
  return (
    <Panel
      title={t('care.calendar')}
      note={t('care.calendarNote')}
      extra={
        <Form.Item label={t('care.month')} htmlFor="care-month" style={{ margin: 0 }}>
          <Input
            id="care-month"
            type="month"
            value={month}
            onChange={(event) => {
              if (event.target.value !== '') setSearch({ month: event.target.value }, { replace: true });
            }}
          />
        </Form.Item>
      }
    >
      <Read reading={reading}>
        {({ careMonth }) =>
          careMonth === null ? null : (
            <div className="columns">
              <CareMonth
                month={careMonth.month}
                spans={careMonth.spans.map((span) => ({
                  from: span.from,
                  to: span.to,
                  payable: span.stopReason === null,
                  rate: span.dayRate,
                  words: wordsOf(span),
                }))}
              />
              <div className="stack">
                <div className="figures">
                  <Figure label={t('care.payableDays')}>{careMonth.payableDays}</Figure>
                  <Figure label={t('care.amount')} note={careMonth.closed ? t('care.closed') : t('care.open')}>
                    <Money amount={careMonth.amount} unit />
                  </Figure>
                </div>
                <Table
                  caption={t('care.spans')}
                  keyOf={(span) => span.from}
                  rows={careMonth.spans}
                  columns={[
                    {
                      key: 'span',
                      head: t('care.span'),
                      cell: (span) => (
                        <>
                          <Day date={span.from} /> – <Day date={span.to} />
                        </>
                      ),
                    },
                    { key: 'days', head: t('care.days'), end: true, cell: (span) => span.days },
                    { key: 'what', head: t('care.what'), cell: wordsOf },
                    { key: 'rate', head: t('care.rate'), end: true, cell: (span) => <Money amount={span.dayRate} /> },
                  ]}
                />
              </div>
            </div>
          )
        }
      </Read>
    </Panel>
  );
};

const Histories = ({ person }: { person: CarePerson }) => {
  const { t } = useTranslation();
  return (
    <div className="columns">
      <Panel title={t('care.entitlements')} flush>
        <Table
          keep
          caption={t('care.entitlements')}
          keyOf={(entitlement) => entitlement.startsOn}
          rows={person.entitlements}
          columns={[
            { key: 'grade', head: t('applications.confirmedGrade'), cell: (entitlement) => entitlement.grade },
            { key: 'from', head: t('care.from'), cell: (entitlement) => <Day date={entitlement.startsOn} /> },
            { key: 'to', head: t('care.to'), cell: (entitlement) => <Day date={entitlement.endsOn} /> },
          ]}
        />
      </Panel>
      <Panel title={t('care.modeHistory')} flush>
        <Table
          keep
          caption={t('care.modeHistory')}
          keyOf={(mode) => mode.startsOn}
          rows={person.modes}
          columns={[
            {
              key: 'mode',
              head: t('care.mode'),
              cell: (mode) => (
                <>
                  {t(`care.modes.${mode.mode}`)}
                  {mode.providerId === null ? null : (
                    <div className="muted small">
                      <PartyName id={mode.providerId} />
                    </div>
                  )}
                </>
              ),
            },
            { key: 'from', head: t('care.from'), cell: (mode) => <Day date={mode.startsOn} /> },
            { key: 'to', head: t('care.to'), cell: (mode) => <Day date={mode.endsOn} /> },
          ]}
        />
      </Panel>
      <Panel title={t('care.stops')} flush>
        <Table
          keep
          caption={t('care.stops')}
          keyOf={(stop) => stop.kind + stop.startsOn}
          rows={person.stops}
          columns={[
            { key: 'kind', head: t('care.event'), cell: (stop) => t(`care.stopKinds.${stop.kind}`) },
            { key: 'from', head: t('care.from'), cell: (stop) => <Day date={stop.startsOn} /> },
            { key: 'to', head: t('care.to'), cell: (stop) => <Day date={stop.endsOn} /> },
          ]}
        />
      </Panel>
    </div>
  );
};
