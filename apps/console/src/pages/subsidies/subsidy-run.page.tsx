import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages, useRead } from '../../api/use-read';
import { useAct } from '../../api/use-act';
import { NoSuchPage } from '../../app/broken.page';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Figure, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PageRead } from '../../pieces/page-read';
import { PagesTable } from '../../pieces/pages-table';
import { PartyName } from '../../pieces/party-name';
import { StateTag } from '../../pieces/state-tag';
import { Table, type Column } from '../../pieces/table';
import { DiscardRun, HandOverSubsidies, Lines, OneRun } from './subsidies.documents';

type Run = NonNullable<ResultOf<typeof OneRun>['subsidyRun']>;
type Line = ResultOf<typeof Lines>['subsidyLines']['edges'][number]['node'];

/** One run: its figures, who was left out and why, and every line. */
export const Component = () => {
  const { runId = '' } = useParams();
  const reading = useRead(
    OneRun,
    { id: runId },
    { again: (data) => (data.subsidyRun?.state === 'DRAFT' ? 1500 : false) },
  );
  return (
    <PageRead reading={reading}>
      {({ subsidyRun }) => (subsidyRun === null ? <NoSuchPage /> : <View run={subsidyRun} />)}
    </PageRead>
  );
};

const View = ({ run }: { run: Run }) => {
  const { t } = useTranslation();
  const pages = usePages(Lines, { runId: run.id }, (data) => data.subsidyLines);
  const columns = useLineColumns();
  return (
    <Page
      title={`${t('subsidies.title')} ${run.month}`}
      tag={<StateTag noun="subsidyRun" state={run.state} />}
      trail={[{ words: t('subsidies.title'), to: '/subsidies' }, { words: run.month }]}
      actions={<HandOver run={run} />}
    >
      <div className="figures">
        <Figure label={t('subsidies.total')}>
          <Money amount={run.total} unit />
        </Figure>
        <Figure label={t('subsidies.paid')}>
          <Units count={run.paidPeopleCount} />
        </Figure>
        <Figure label={t('subsidies.lines')}>
          <Units count={run.lineCount} />
        </Figure>
        <Figure label={t('subsidies.exceptions')}>
          <Units count={run.exceptionCount} />
        </Figure>
      </div>
      {run.exceptions.length === 0 ? null : (
        <Panel title={t('subsidies.exceptionList')} flush>
          <Table
            keep
            caption={t('subsidies.exceptionList')}
            keyOf={(exception) => exception.personId + exception.code}
            rows={run.exceptions}
            columns={[
              {
                key: 'person',
                head: t('subsidies.person'),
                cell: (exception) => (
                  <Link to={`/care/${exception.personId}?month=${run.month}`}>{exception.personName}</Link>
                ),
              },
              {
                key: 'code',
                head: t('subsidies.exceptions'),
                cell: (exception) => t(`subsidies.codes.${exception.code}`),
              },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('subsidies.lineList')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(line) => line.id}
          caption={t('subsidies.lineList')}
          empty={<Empty title={t('subsidies.noLines')} />}
        />
      </Panel>
    </Page>
  );
};

const HandOver = ({ run }: { run: Run }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const handOver = useAct('subsidyRunHandOver', HandOverSubsidies, (data) => data.subsidyRunHandOver);
  const discard = useAct('subsidyRunDiscard', DiscardRun, (data) => data.subsidyRunDiscard);
  if (!may(role, 'subsidyRunHandOver') || run.state !== 'COMPUTED') return null;
  return (
    <>
      <ActDialog
        label={t('subsidies.discard')}
        title={t('subsidies.discard')}
        reason={t('subsidies.discardReason')}
        consequence={t('subsidies.discardConsequence')}
        act={discard}
        send={(reason) => discard.act({ runId: run.id, reason })}
      />
      <ActDialog
        label={t('subsidies.handOver')}
        title={t('subsidies.handOver')}
        kind="primary"
        consequence={t('subsidies.handOverConsequence')}
        act={handOver}
        send={() => handOver.act({ runId: run.id })}
      />
    </>
  );
};

/** The columns of the list. */
const useLineColumns = (): readonly Column<Line>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'person',
      head: t('subsidies.person'),
      cell: (line) => <Link to={`/care/${line.personId}?month=${line.month}`}>{line.personName}</Link>,
    },
    { key: 'month', head: t('subsidies.month'), cell: (line) => line.month },
    {
      key: 'payee',
      head: t('subsidies.payee'),
      cell: (line) =>
        line.payeeType === 'ORGANISATION' ? <PartyName id={line.payeeId} /> : t('subsidies.payeeTypes.PERSON'),
    },
    { key: 'days', head: t('subsidies.days'), end: true, cell: (line) => line.days },
    { key: 'amount', head: t('subsidies.total'), end: true, cell: (line) => <Money amount={line.amount} /> },
  ];
};
