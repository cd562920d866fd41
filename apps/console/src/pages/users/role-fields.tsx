import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisationName, useOrganisations, type Organisation } from '../../api/directory';
import type { Role } from '../../api/session';

const byKind: Partial<Record<Organisation['kind'], readonly Role[]>> = {
  AGENCY: [
    'AGENCY_CLERK',
    'AGENCY_FIRST_REVIEW',
    'AGENCY_RECHECK',
    'AGENCY_APPROVAL',
    'AGENCY_ACCOUNTS',
    'AGENCY_ACCOUNTS_CHECK',
    'AUDITOR',
    'ADMINISTRATOR',
  ],
  HOSPITAL: ['HOSPITAL'],
  SUPPLIER: ['SUPPLIER'],
  MANUFACTURER: ['SUPPLIER'],
  ASSESSMENT_INSTITUTION: ['ASSESSOR'],
};

/** An organisation of the area, and a role that fits its kind. */
export const RoleFields = () => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const organisations = useOrganisations().filter(({ kind }) => byKind[kind] !== undefined);
  const form = Form.useFormInstance<{ organisationId: string; role: Role }>();
  const chosen = Form.useWatch('organisationId', form);
  const kind = organisations.find(({ id }) => id === chosen)?.kind;
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <>
      <Form.Item name="organisationId" label={t('users.organisation')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={organisations.map((organisation) => ({ value: organisation.id, label: nameOf(organisation) }))}
          onChange={() => {
            form.setFieldValue('role', undefined);
          }}
        />
      </Form.Item>
      <Form.Item name="role" label={t('users.role')} rules={required}>
        <Select options={((kind && byKind[kind]) ?? []).map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
      </Form.Item>
    </>
  );
};
