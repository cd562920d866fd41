import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { ActForm } from '../../pieces/act-form';
import { Panel } from '../../pieces/page';
import { BankFields, type BankValues } from './bank-fields';
import { EnterPayeeAccount } from './accounts.documents';

type PayeeValues = BankValues & { readonly payeeId: string };

/** Enters an account of an organisation; somebody else confirms it before it is paid to. */
export const PayeeAccountForm = () => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const organisations = useOrganisations();
  const enter = useAct('payeeAccountEnter', EnterPayeeAccount, (data) => data.payeeAccountEnter);
  return (
    <Panel title={t('accounts.enterPayee')} note={t('accounts.enterPayeeNote')}>
      <ActForm<PayeeValues>
        submit={t('accounts.enter')}
        act={enter}
        send={(values) =>
          enter.act({ ...values, payeeType: 'ORGANISATION', bankCodeVerified: values.bankCodeVerified ?? false })
        }
      >
        <Form.Item
          name="payeeId"
          label={t('accounts.payee')}
          rules={[{ required: true, message: t('pieces.required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={organisations
              .filter((organisation) => organisation.kind !== 'AGENCY')
              .map((organisation) => ({ value: organisation.id, label: nameOf(organisation) }))}
          />
        </Form.Item>
        <BankFields />
      </ActForm>
    </Panel>
  );
};
