import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { ActForm } from '../../pieces/act-form';
import { Panel } from '../../pieces/page';
import { Payables } from '../payables/payables.documents';
import { BankFields, type BankValues } from './bank-fields';
import { EnterPayeeAccount } from './accounts.documents';

type PayeeValues = BankValues & { readonly payee: string };

/** Organisations of the area, and people to whom the fund owes something that is not in a batch yet. */
const usePayees = () => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const organisations = useOrganisations().filter((organisation) => organisation.kind !== 'AGENCY');
  const owed = usePages(Payables, { state: 'OPEN', kind: 'CARE_SUBSIDY' }, (data) => data.payables, { pageSize: 200 });
  const people = new Map(
    (owed.rows ?? []).filter(({ payee }) => payee.type === 'PERSON').map(({ payee }) => [payee.id, payee.name]),
  );
  return [
    {
      label: t('accounts.people'),
      options: [...people].map(([id, name]) => ({ value: `PERSON ${id}`, label: `${name} · …${id.slice(-6)}` })),
    },
    {
      label: t('accounts.organisations'),
      options: organisations.map((each) => ({ value: `ORGANISATION ${each.id}`, label: nameOf(each) })),
    },
  ].filter((group) => group.options.length > 0);
};

/** Enters an account of a payee; somebody else confirms it before it is paid to. */
export const PayeeAccountForm = () => {
  const { t } = useTranslation();
  const payees = usePayees();
  const enter = useAct('payeeAccountEnter', EnterPayeeAccount, (data) => data.payeeAccountEnter);
  const send = ({ payee, bankCodeVerified, ...values }: PayeeValues) => {
    const [type, payeeId = ''] = payee.split(' ');
    const payeeType = type === 'PERSON' ? 'PERSON' : 'ORGANISATION';
    return enter.act({ ...values, payeeType, payeeId, bankCodeVerified: bankCodeVerified ?? false });
  };
  return (
    <Panel title={t('accounts.enterPayee')} note={t('accounts.enterPayeeNote')}>
      <ActForm<PayeeValues> submit={t('accounts.enter')} act={enter} send={send}>
        <Form.Item name="payee" label={t('accounts.payee')} rules={[{ required: true, message: t('pieces.required') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={payees} />
        </Form.Item>
        <BankFields />
      </ActForm>
    </Panel>
  );
};
