import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages, useRead } from '../../api/use-read';
import { NoSuchPage } from '../../app/broken.page';
import { Day, Figure, Money } from '../../pieces/figures';
import { Empty } from '../../pieces/empty';
import { Page, Panel } from '../../pieces/page';
import { PagesTable, Read } from '../../pieces/pages-table';
import { PartyName } from '../../pieces/party-name';
import type { Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { accountCodeOf } from './account-code';
import { DocumentLink } from './document-link';
import { EntriesOfAccount } from './ledger.documents';

type Account = NonNullable<ResultOf<typeof EntriesOfAccount>['ledgerAccount']>;
type Entry = Account['entries']['edges'][number]['node'];
const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** One account's entries, newest first; each leads to the document it comes from. */
export const Component = () => {
  const { t } = useTranslation();
  const params = useParams();
  const code = accountCodeOf(params['code']);
  const id = params['accountId'] ?? '';
  const head = useRead(EntriesOfAccount, { id, first: 1, after: null });
  const pages = usePages(EntriesOfAccount, { id }, (data) => data.ledgerAccount?.entries ?? nothing);
  if (code === undefined) return <NoSuchPage />;
  const columns = useEntryColumns();
  const account = head.data?.ledgerAccount;
  const owner = account?.ownerId;
  return (
    <Page
      title={t(`ledger.codes.${code}`)}
      lead={owner ? <PartyName id={owner} /> : t('ledger.fundItself')}
      trail={[
        { words: t('ledger.title'), to: '/ledger' },
        { words: t(`ledger.codes.${code}`), to: `/ledger/${code}` },
        { words: t('ledger.entries') },
      ]}
    >
      <Read reading={head}>
        {(data) => (
          <div className="figures">
            <Figure label={t('ledger.balance')}>
              <Money amount={data.ledgerAccount?.balance} unit />
            </Figure>
          </div>
        )}
      </Read>
      <Panel title={t('ledger.entries')} note={t('ledger.yuan')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(entry) => entry.id}
          caption={t('ledger.entries')}
          empty={<Empty title={t('ledger.noEntries')} />}
        />
      </Panel>
    </Page>
  );
};

/** The columns of the list. */
const useEntryColumns = (): readonly Column<Entry>[] => {
  const { t } = useTranslation();
  return [
    { key: 'date', head: t('ledger.date'), cell: (entry) => <Day date={entry.effectiveDate} /> },
    { key: 'code', head: t('ledger.posting'), cell: (entry) => entry.code },
    {
      key: 'counter',
      head: t('ledger.counter'),
      cell: (entry) => (
        <>
          {t(`ledger.codes.${entry.counterCode}`)}
          {entry.counterOwnerId === null ? null : (
            <div className="muted small">
              <PartyName id={entry.counterOwnerId} />
            </div>
          )}
        </>
      ),
    },
    { key: 'document', head: t('ledger.document'), cell: (entry) => <DocumentLink {...entry.reference} /> },
    {
      key: 'status',
      head: t('ledger.status'),
      cell: (entry) => (
        <Tag tone={entry.status === 'POSTED' ? 'good' : entry.status === 'PENDING' ? 'waiting' : 'plain'}>
          {t(`ledger.statuses.${entry.status}`)}
        </Tag>
      ),
    },
    {
      key: 'debit',
      head: t('ledger.debit'),
      end: true,
      cell: (entry) => (entry.side === 'DEBIT' ? <Money amount={entry.amount} /> : ''),
    },
    {
      key: 'credit',
      head: t('ledger.credit'),
      end: true,
      cell: (entry) => (entry.side === 'CREDIT' ? <Money amount={entry.amount} /> : ''),
    },
  ];
};
