import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { usePages } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Day } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { PagesTable } from '../../pieces/pages-table';
import { StateTag, type StateOf } from '../../pieces/state-tag';
import type { Column } from '../../pieces/table';
import { UnmaskButton } from '../unmask/unmask-button';
import { ConfirmPayeeAccount, PayeeAccounts, ReturnPayeeAccount } from './accounts.documents';

type Account = ResultOf<typeof PayeeAccounts>['payeeAccounts']['edges'][number]['node'];
type Filter = StateOf<'account'> | 'ALL';

/** Accounts of payees, those that wait for confirmation first at hand. */
export const PayeeAccountsPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const [filter, setFilter] = useState<Filter>(role === 'AGENCY_ACCOUNTS_CHECK' ? 'ENTERED' : 'ALL');
  const pages = usePages(
    PayeeAccounts,
    { state: filter === 'ALL' ? null : filter, payeeType: null },
    (data) => data.payeeAccounts,
  );
  const columns = useAccountColumns();
  return (
    <Panel
      title={t('accounts.payees')}
      flush
      extra={
        <Segmented<Filter>
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'ALL', label: t('accounts.all') },
            { value: 'ENTERED', label: t('states.account.ENTERED') },
            { value: 'CONFIRMED', label: t('states.account.CONFIRMED') },
          ]}
        />
      }
    >
      <PagesTable
        pages={pages}
        columns={columns}
        keyOf={(account) => account.id}
        caption={t('accounts.payees')}
        empty={<Empty title={t('accounts.none')}>{t('accounts.noneWords')}</Empty>}
      />
    </Panel>
  );
};

const AccountActs = ({ account }: { account: Account }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const confirm = useAct('payeeAccountConfirm', ConfirmPayeeAccount, (data) => data.payeeAccountConfirm);
  const giveBack = useAct('payeeAccountReturn', ReturnPayeeAccount, (data) => data.payeeAccountReturn);
  if (!may(role, 'payeeAccountConfirm') || account.state !== 'ENTERED') return <>—</>;
  return (
    <div className="row">
      <ActDialog
        small
        label={t('accounts.confirm')}
        title={t('accounts.confirm')}
        kind="primary"
        consequence={t('accounts.confirmConsequence', { payee: account.payee.name })}
        act={confirm}
        send={() => confirm.act({ payeeAccountId: account.id })}
      />
      <ActDialog
        small
        label={t('accounts.return')}
        title={t('accounts.return')}
        reason={t('accounts.returnReason')}
        consequence={t('accounts.returnConsequence')}
        act={giveBack}
        send={(reason) => giveBack.act({ payeeAccountId: account.id, reason })}
      />
    </div>
  );
};

/** The columns of the list. */
const useAccountColumns = (): readonly Column<Account>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'payee',
      head: t('accounts.payee'),
      cell: (account) => (
        <>
          {account.payee.name}
          {account.holderName === account.payee.name ? null : (
            <div className="muted small">{t('accounts.holderIs', { holder: account.holderName })}</div>
          )}
        </>
      ),
    },
    { key: 'state', head: t('accounts.state'), cell: (account) => <StateTag noun="account" state={account.state} /> },
    {
      key: 'bank',
      head: t('accounts.bank'),
      cell: (account) => (
        <>
          {account.bankName} <span className="number muted small">{account.cnaps}</span>
          {account.cnapsCheckFits ? null : <div className="wrong-words small">{t('accounts.cnapsOdd')}</div>}
        </>
      ),
    },
    {
      key: 'number',
      head: t('accounts.number'),
      cell: (account) => (
        <>
          <span className="number">{account.accountNumberMasked}</span>{' '}
          <UnmaskButton columnCode="payee-account-number" rowId={account.id} />
          {account.sharedWith === 0 ? null : (
            <div className="wrong-words small">{t('accounts.shared', { others: account.sharedWith })}</div>
          )}
        </>
      ),
    },
    {
      key: 'entered',
      head: t('accounts.entered'),
      cell: (account) => (
        <>
          {account.enteredBy.displayName} <Day date={account.enteredOn} />
        </>
      ),
    },
    {
      key: 'decided',
      head: t('accounts.decided'),
      cell: (account) =>
        account.decidedBy === null ? (
          <AccountActs account={account} />
        ) : (
          <>
            {account.decidedBy.displayName} <Day date={account.decidedOn} />
            {account.returnReason === null ? null : <div className="muted small">{account.returnReason}</div>}
          </>
        ),
    },
  ];
};
