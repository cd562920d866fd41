import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Money } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import type { PaymentParts } from '../payments/payments.documents';
import { BatchLines } from './batches.documents';

type Line = ResultOf<typeof PaymentParts>;
const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The lines of a batch in their sealed order, page by page. */
export const BatchLinesPanel = ({ batchId, moving }: { batchId: string; moving: boolean }) => {
  const { t } = useTranslation();
  const pages = usePages(BatchLines, { id: batchId }, (data) => data.batch?.lines ?? nothing, {
    againMs: moving ? 3000 : false,
  });
  const columns: readonly Column<Line>[] = [
    {
      key: 'no',
      head: t('batches.lineNo'),
      cell: (line) => <Link to={`/payments/${line.id}`}>{line.lineNo}</Link>,
    },
    {
      key: 'payee',
      head: t('payables.payee'),
      cell: (line) => line.payee.name,
    },
    {
      key: 'account',
      head: t('payments.account'),
      cell: (line) =>
        line.accountMasked === null ? (
          ''
        ) : (
          <>
            <span className="number">{line.accountMasked}</span>
            <div className="muted small">{line.holderName}</div>
          </>
        ),
    },
    { key: 'state', head: t('payments.state'), cell: (line) => <StateTag noun="payment" state={line.state} /> },
    { key: 'reason', head: t('payments.reason'), cell: (line) => line.reasonText ?? '' },
    { key: 'amount', head: t('payments.amount'), end: true, cell: (line) => <Money amount={line.amount} /> },
  ];
  return (
    <Panel title={t('batches.lines')} note={t('batches.linesNote')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(line) => line.id}
        caption={t('batches.lines')}
        empty={<Empty title={t('batches.noLines')} />}
      />
    </Panel>
  );
};
