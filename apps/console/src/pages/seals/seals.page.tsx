import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { usePages, useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import { Empty } from '../../pieces/empty';
import { Figure, Instant, Units } from '../../pieces/figures';
import { Page, Panel } from '../../pieces/page';
import { PagesTable, Read } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { keepText, useText } from '../trail/keep-text';
import { SealHeads, Seals, SealState } from './seals.documents';
import { VerifyPanel } from './verify-panel';

type Seal = ResultOf<typeof Seals>['auditSeals']['edges'][number]['node'];

/** The seals of the trail: how far it is sealed, the heads to keep elsewhere, and whether everything still fits. */
export const Component = () => {
  const { t } = useTranslation();
  const { areaCode } = useMe();
  const heads = useText(SealHeads, (data) => data.auditSealHeads);
  const state = useRead(SealState, {});
  const keep = async () => {
    keepText(`seals-${areaCode}.txt`, 'text/plain', await heads.fetch({}));
  };
  return (
    <Page
      title={t('seals.title')}
      lead={t('seals.lead')}
      actions={
        <Button loading={heads.pending} onClick={() => void keep()}>
          {t('seals.keep')}
        </Button>
      }
    >
      <Panel title={t('seals.state')}>
        <Read reading={state}>
          {({ auditSealState: now }) => (
            <div className="figures">
              <Figure label={t('seals.last')} note={<Instant at={now.lastSeal?.sealedAt} />}>
                <Units count={now.lastSeal?.number} />
              </Figure>
              <Figure
                label={t('seals.unsealed')}
                note={now.unsealedSince === null ? undefined : <Instant at={now.unsealedSince} />}
              >
                <Units count={now.unsealedCount} />
              </Figure>
              <Figure label={t('seals.wait')} note={t('seals.waitNote')}>
                {t('seals.minutes', { minutes: Math.ceil(now.longestTransactionSeconds / 60) })}
              </Figure>
            </div>
          )}
        </Read>
      </Panel>
      <VerifyPanel />
      <SealsPanel />
    </Page>
  );
};

const SealsPanel = () => {
  const { t } = useTranslation();
  const pages = usePages(Seals, {}, (data) => data.auditSeals);
  const columns: readonly Column<Seal>[] = [
    { key: 'number', head: t('seals.number'), cell: (seal) => <Units count={seal.number} /> },
    { key: 'at', head: t('seals.sealedAt'), cell: (seal) => <Instant at={seal.sealedAt} /> },
    { key: 'first', head: t('seals.first'), cell: (seal) => <Units count={seal.firstPosition} /> },
    { key: 'rows', head: t('seals.rows'), cell: (seal) => <Units count={seal.rowCount} /> },
    { key: 'head', head: t('seals.head'), cell: (seal) => <code className="small">{seal.head}</code> },
  ];
  return (
    <Panel title={t('seals.seals')} flush>
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(seal) => seal.number}
        caption={t('seals.seals')}
        empty={<Empty title={t('seals.none')}>{t('seals.noneWords')}</Empty>}
      />
    </Panel>
  );
};
