import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/session';
import { useAct } from '../../api/use-act';
import { FormDialog } from '../../pieces/form-dialog';
import { RoleFields } from './role-fields';
import { Invite } from './users.documents';

interface Values {
  readonly loginName: string;
  readonly displayName: string;
  readonly organisationId: string;
  readonly role: Role;
}

/** Enters a person and shows the link for setting a password. */
export const InviteForm = ({ onLink }: { onLink: (token: string | null) => void }) => {
  const { t } = useTranslation();
  const invite = useAct('personInvite', Invite, (data) => data.personInvite);
  const send = async ({ organisationId, role, ...names }: Values) => {
    const done = await invite.act({ ...names, roles: [{ organisationId, role }] });
    if (done !== undefined && 'linkToken' in done) onLink(done.linkToken);
    return done;
  };
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<Values> label={t('users.invite')} kind="primary" act={invite} send={send}>
      <Form.Item name="loginName" label={t('users.loginName')} rules={required}>
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
      <Form.Item name="displayName" label={t('users.displayName')} rules={required}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <RoleFields />
    </FormDialog>
  );
};
