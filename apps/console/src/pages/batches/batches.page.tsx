import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Day, Money, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { batchName } from './batch-name';
import { Batches, type BatchParts } from './batches.documents';

type Batch = ResultOf<typeof BatchParts>;

/** Payment batches, newest first. */
export const Component = () => {
  const { t } = useTranslation();
  const pages = usePages(Batches, {}, (data) => data.batches);
  const columns: readonly Column<Batch>[] = [
    {
      key: 'number',
      head: t('batches.number'),
      cell: (batch) => <Link to={`/batches/${batch.id}`}>{batchName(batch)}</Link>,
    },
    { key: 'state', head: t('batches.state'), cell: (batch) => <StateTag noun="batch" state={batch.state} /> },
    { key: 'by', head: t('batches.madeBy'), cell: (batch) => batch.madeBy.displayName },
    { key: 'on', head: t('batches.madeOn'), cell: (batch) => <Day date={batch.madeOn} /> },
    { key: 'count', head: t('batches.count'), end: true, cell: (batch) => <Units count={batch.lineCount} /> },
    { key: 'sum', head: t('batches.sum'), end: true, cell: (batch) => <Money amount={batch.sum} /> },
  ];
  return (
    <Page title={t('batches.title')} lead={t('batches.lead')}>
      <Panel title={t('batches.list')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(batch) => batch.id}
          caption={t('batches.list')}
          empty={<Empty title={t('batches.none')}>{t('batches.noneWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};
