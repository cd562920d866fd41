import { useTranslation } from 'react-i18next';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { Page } from '../../pieces/page';
import { FundAccountPanel } from './fund-account-panel';
import { PayeeAccountForm } from './payee-account-form';
import { PayeeAccountsPanel } from './payee-accounts-panel';

/** Whom and from what we pay: one person enters an account, another confirms it. */
export const Component = () => {
  const { t } = useTranslation();
  const { role } = useMe();
  const outside = role === 'HOSPITAL' || role === 'SUPPLIER';
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      {outside ? null : <FundAccountPanel />}
      {may(role, 'payeeAccountEnter') ? <PayeeAccountForm /> : null}
      <PayeeAccountsPanel />
    </Page>
  );
};
