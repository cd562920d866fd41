import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { MakeKey, type Key } from './keys.documents';

type Scope = Key['scopes'][number];

const scopes: readonly Scope[] = [
  'REPORTS_READ',
  'REPORTS_WRITE',
  'ORDERS_READ',
  'ORDERS_WRITE',
  'SUPPLY_READ',
  'SUPPLY_WRITE',
  'INVOICES_READ',
  'INVOICES_WRITE',
  'FILES',
];

interface Values {
  readonly organisationId?: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly days: number;
}

/** Makes a key and hands its text up: it is shown this once. */
export const KeyForm = ({ onMade }: { onMade: (text: string) => void }) => {
  const { t } = useTranslation();
  const { role } = useMe();
  const nameOf = useOrganisationName();
  const holders = useOrganisations().filter(({ kind }) => ['HOSPITAL', 'SUPPLIER', 'MANUFACTURER'].includes(kind));
  const make = useAct('apiKeyMake', MakeKey, (data) => data.apiKeyMake);
  const send = async (values: Values) => {
    const done = await make.act(values);
    if (done !== undefined && 'text' in done && done.text !== null) onMade(done.text);
    return done;
  };
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<Values> label={t('keys.make')} kind="primary" act={make} initial={{ days: 180 }} send={send}>
      {role === 'ADMINISTRATOR' ? (
        <Form.Item name="organisationId" label={t('keys.organisation')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={holders.map((holder) => ({ value: holder.id, label: nameOf(holder) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="name" label={t('keys.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="scopes" label={t('keys.scopes')} rules={required}>
        <Select mode="multiple" options={scopes.map((scope) => ({ value: scope, label: t(`keys.scope.${scope}`) }))} />
      </Form.Item>
      <Form.Item name="days" label={t('keys.days')} rules={required}>
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
    </FormDialog>
  );
};
