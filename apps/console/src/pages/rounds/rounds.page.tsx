import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Day, Money } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { FaultNotice } from '../../pieces/notice';
import { Page, Panel } from '../../pieces/page';
import { Waiting } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { OpenRound, PlanPeriod, Rounds } from './rounds.documents';

type Round = ResultOf<typeof Rounds>['rounds']['edges'][number]['node'];
const kinds = ['NATIONAL', 'PROVINCIAL', 'ALLIANCE'] as const;

/** Rounds of procurement with their agreement periods. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const pages = usePages(Rounds, {}, (data) => data.rounds);
  return (
    <Page title={t('rounds.title')} lead={t('rounds.lead')} actions={may(role, 'roundOpen') ? <Open /> : undefined}>
      <FaultNotice fault={pages.fault} retry={pages.retry} />
      {pages.rows === undefined && pages.fault === undefined ? <Waiting /> : null}
      {pages.rows?.length === 0 ? (
        <Panel title={t('rounds.title')}>
          <Empty title={t('rounds.none')}>{t('rounds.noneWords')}</Empty>
        </Panel>
      ) : null}
      {pages.rows?.map((round) => (
        <RoundPanel key={round.id} round={round} />
      ))}
    </Page>
  );
};

const RoundPanel = ({ round }: { round: Round }) => {
  const { t, i18n } = useTranslation();
  const { role } = useMe();
  const name = i18n.language === 'en' && round.nameEn !== '' ? round.nameEn : round.nameZh;
  return (
    <Panel
      title={`${round.code} · ${name}`}
      note={t('rounds.announced', { kind: t(`rounds.kinds.${round.kind}`), day: round.announcedOn })}
      flush
      extra={may(role, 'agreementPeriodPlan') ? <Plan roundId={round.id} /> : undefined}
      {...(round.sourceNote === '' ? {} : { footer: round.sourceNote })}
    >
      {round.periods.length === 0 ? (
        <Empty title={t('rounds.noPeriods')} />
      ) : (
        <Table
          caption={t('rounds.periods')}
          keyOf={(period) => period.id}
          rows={round.periods}
          columns={[
            {
              key: 'sequence',
              head: t('rounds.period'),
              cell: (period) => (
                <Link to={`/rounds/periods/${period.id}`}>{t('rounds.periodNumber', { number: period.sequence })}</Link>
              ),
            },
            {
              key: 'state',
              head: t('rounds.state'),
              cell: (period) => <StateTag noun="period" state={period.state} />,
            },
            { key: 'from', head: t('rounds.from'), cell: (period) => <Day date={period.startsOn} /> },
            { key: 'to', head: t('rounds.to'), cell: (period) => <Day date={period.endsOn} /> },
            { key: 'years', head: t('rounds.years'), end: true, cell: (period) => period.years.length },
            { key: 'awards', head: t('rounds.awards'), end: true, cell: (period) => period.awardCount },
            {
              key: 'amount',
              head: t('rounds.amount'),
              end: true,
              cell: (period) => <Money amount={period.contractAmount} />,
            },
          ]}
        />
      )}
    </Panel>
  );
};

interface OpenValues {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn?: string;
  readonly kind: (typeof kinds)[number];
  readonly announcedOn: string;
  readonly sourceNote?: string;
}

const Open = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const open = useAct('roundOpen', OpenRound, (data) => data.roundOpen);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<OpenValues>
      label={t('rounds.open')}
      kind="primary"
      act={open}
      initial={{ kind: 'NATIONAL', announcedOn: businessDate }}
      send={({ nameEn, sourceNote, ...values }) =>
        open.act({ ...values, nameEn: nameEn ?? '', sourceNote: sourceNote ?? '' })
      }
    >
      <Form.Item name="code" label={t('rounds.code')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('rounds.nameZh')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('rounds.nameEn')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('rounds.kind')} rules={required}>
        <Select options={kinds.map((value) => ({ value, label: t(`rounds.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="announcedOn" label={t('rounds.announcedOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="sourceNote" label={t('rounds.sourceNote')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
};

const Plan = ({ roundId }: { roundId: string }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const plan = useAct('agreementPeriodPlan', PlanPeriod, (data) => data.agreementPeriodPlan);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<{ executionDate: string; years: number }>
      label={t('rounds.plan')}
      act={plan}
      initial={{ executionDate: businessDate, years: 1 }}
      send={(values) => plan.act({ roundId, ...values })}
    >
      <Form.Item
        name="executionDate"
        label={t('rounds.executionDate')}
        extra={t('rounds.executionHint')}
        rules={required}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="years" label={t('rounds.years')} rules={required}>
        <Select options={[1, 2, 3, 4].map((value) => ({ value, label: value.toString() }))} />
      </Form.Item>
    </FormDialog>
  );
};
