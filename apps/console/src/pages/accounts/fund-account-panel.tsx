import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import { ActForm } from '../../pieces/act-form';
import { Empty } from '../../pieces/empty';
import { Day, Facts, Money } from '../../pieces/figures';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { StateTag } from '../../pieces/state-tag';
import { BankFields, type BankValues } from './bank-fields';
import { ConfirmFundAccount, EnterFundAccount, ReturnFundAccount, TheFundAccount } from './accounts.documents';

/** The account the fund pays from, and what it held when the books were opened. */
export const FundAccountPanel = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const reading = useRead(TheFundAccount, {});
  const confirm = useAct('fundAccountConfirm', ConfirmFundAccount, (data) => data.fundAccountConfirm);
  const giveBack = useAct('fundAccountReturn', ReturnFundAccount, (data) => data.fundAccountReturn);
  const account = reading.data?.fundAccount;
  const decides = may(role, 'fundAccountConfirm') && account?.state === 'ENTERED';
  return (
    <Panel
      title={t('accounts.fund')}
      extra={
        account ? (
          <>
            <StateTag noun="account" state={account.state} />
            {decides ? (
              <>
                <ActDialog
                  label={t('accounts.return')}
                  title={t('accounts.return')}
                  reason={t('accounts.returnReason')}
                  consequence={t('accounts.returnConsequence')}
                  act={giveBack}
                  send={(reason) => giveBack.act({ fundAccountId: account.id, reason })}
                />
                <ActDialog
                  label={t('accounts.confirm')}
                  title={t('accounts.confirm')}
                  kind="primary"
                  consequence={t('accounts.fundConfirmConsequence')}
                  act={confirm}
                  send={() => confirm.act({ fundAccountId: account.id })}
                />
              </>
            ) : null}
          </>
        ) : undefined
      }
    >
      <Read reading={reading}>
        {({ fundAccount }) =>
          fundAccount === null ? (
            may(role, 'fundAccountEnter') ? (
              <FundAccountForm />
            ) : (
              <Empty title={t('accounts.noFund')}>{t('accounts.noFundWords')}</Empty>
            )
          ) : (
            <Facts
              items={[
                [t('accounts.holder'), fundAccount.holderName],
                [t('accounts.bank'), fundAccount.bankName],
                [
                  t('accounts.cnaps'),
                  <span key="cnaps" className="number">
                    {fundAccount.cnaps}
                  </span>,
                ],
                [
                  t('accounts.number'),
                  <span key="number" className="number">
                    {fundAccount.accountNumberMasked}
                  </span>,
                ],
                [t('accounts.openingBalance'), <Money key="opening" amount={fundAccount.openingBalance} unit />],
                [t('accounts.openingDate'), <Day key="day" date={fundAccount.openingDate} />],
                [t('accounts.enteredBy'), fundAccount.enteredBy.displayName],
                [t('accounts.decidedBy'), fundAccount.decidedBy?.displayName ?? '—'],
              ]}
            />
          )
        }
      </Read>
    </Panel>
  );
};

type FundValues = BankValues & { readonly openingBalance: string; readonly openingDate: string };

const FundAccountForm = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const enter = useAct('fundAccountEnter', EnterFundAccount, (data) => data.fundAccountEnter);
  return (
    <ActForm<FundValues>
      submit={t('accounts.enter')}
      act={enter}
      send={(values) => enter.act({ ...values, bankCodeVerified: values.bankCodeVerified ?? false })}
      initial={{ openingDate: businessDate }}
    >
      <BankFields />
      <Form.Item
        name="openingBalance"
        label={t('accounts.openingBalance')}
        rules={[{ required: true, pattern: /^\d+(\.\d{1,2})?$/, message: t('pieces.notMoney') }]}
      >
        <Input inputMode="decimal" suffix={t('accounts.yuanSuffix')} />
      </Form.Item>
      <Form.Item
        name="openingDate"
        label={t('accounts.openingDate')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input type="date" max={businessDate} />
      </Form.Item>
    </ActForm>
  );
};
