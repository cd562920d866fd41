import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { execute } from '../../api/client';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Money, Units } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Waiting } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import { Table } from '../../pieces/table';
import { ApprovalOf } from '../batches/approval.documents';
import { Batches, type BatchParts } from '../batches/batches.documents';
import { batchName } from '../batches/batch-name';
import { stepOf } from '../batches/step-of';

type Batch = ResultOf<typeof BatchParts>;

/** Batches whose next step is the reader's, with count, sum and seal in sight before they are opened. */
export const ReviewInbox = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const step = stepOf[role];
  const pages = usePages(Batches, {}, (data) => data.batches);
  const open = (pages.rows ?? []).filter((batch) => batch.state === 'LOCKED' || batch.state === 'IN_REVIEW');
  const rounds = useQueries({
    queries: open.map((batch) => {
      const variables = { subjectType: 'payment-batch', subjectId: batch.id };
      return { queryKey: ['ApprovalOf', variables], queryFn: () => execute(ApprovalOf, variables) };
    }),
  });
  if (step === undefined) return null;
  const mine: readonly Batch[] = open.filter((_, index) => rounds[index]?.data?.approvalRounds.at(-1)?.due === step);
  const reading = pages.rows === undefined || rounds.some((round) => round.isPending);
  return (
    <Panel title={t('home.inbox')} note={t('home.inboxNote')} flush>
      {reading ? (
        <Waiting />
      ) : mine.length === 0 ? (
        <Empty title={t('home.inboxEmpty')}>{t('home.inboxEmptyWords')}</Empty>
      ) : (
        <Table
          caption={t('home.inbox')}
          keyOf={(batch) => batch.id}
          rows={mine}
          columns={[
            {
              key: 'number',
              head: t('batches.number'),
              cell: (batch) => <Link to={`/batches/${batch.id}`}>{batchName(batch)}</Link>,
            },
            { key: 'state', head: t('batches.state'), cell: (batch) => <StateTag noun="batch" state={batch.state} /> },
            { key: 'by', head: t('batches.madeBy'), cell: (batch) => batch.madeBy.displayName },
            { key: 'count', head: t('batches.count'), end: true, cell: (batch) => <Units count={batch.lineCount} /> },
            { key: 'sum', head: t('batches.sum'), end: true, cell: (batch) => <Money amount={batch.sum} /> },
            { key: 'seal', head: t('batches.seal'), cell: (batch) => <code>{batch.sealSha256?.slice(0, 12)}</code> },
          ]}
        />
      )}
    </Panel>
  );
};
