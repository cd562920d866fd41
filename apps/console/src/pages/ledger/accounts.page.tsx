import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Money } from '../../pieces/figures';
import { Empty } from '../../pieces/empty';
import { Page, Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import type { Column } from '../../pieces/table';
import { NoSuchPage } from '../../app/broken.page';
import { PartyName } from '../../pieces/party-name';
import { accountCodeOf } from './account-code';
import { AccountsOfCode } from './ledger.documents';

type Account = ResultOf<typeof AccountsOfCode>['ledgerAccounts']['edges'][number]['node'];

/** Every account of one code, with what it holds. */
export const Component = () => {
  const { t } = useTranslation();
  const code = accountCodeOf(useParams()['code']);
  const pages = usePages(AccountsOfCode, { code: code ?? 'FUND_CASH' }, (data) => data.ledgerAccounts, {
    when: code !== undefined,
  });
  if (code === undefined) return <NoSuchPage />;
  const columns: readonly Column<Account>[] = [
    {
      key: 'owner',
      head: t('ledger.owner'),
      cell: (account) => (
        <Link to={`/ledger/${code}/${account.id}`}>
          {account.ownerId === null ? t('ledger.fundItself') : <PartyName id={account.ownerId} />}
        </Link>
      ),
    },
    { key: 'debits', head: t('ledger.debits'), end: true, cell: (account) => <Money amount={account.debitsPosted} /> },
    {
      key: 'credits',
      head: t('ledger.credits'),
      end: true,
      cell: (account) => <Money amount={account.creditsPosted} />,
    },
    { key: 'balance', head: t('ledger.balance'), end: true, cell: (account) => <Money amount={account.balance} /> },
  ];
  return (
    <Page
      title={t(`ledger.codes.${code}`)}
      trail={[{ words: t('ledger.title'), to: '/ledger' }, { words: t(`ledger.codes.${code}`) }]}
    >
      <Panel title={t('ledger.accounts')} note={t('ledger.yuan')} flush>
        <PagesTable
          pages={pages}
          columns={columns}
          keyOf={(account) => account.id}
          caption={t('ledger.accounts')}
          empty={<Empty title={t('ledger.noAccounts')}>{t('ledger.noAccountsWords')}</Empty>}
        />
      </Panel>
    </Page>
  );
};
