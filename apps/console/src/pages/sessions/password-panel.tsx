import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../api/client';
import { isFault, type Fault } from '../../api/fault';
import { isRefused, type Refused } from '../../api/refusal';
import { freshId } from '../../api/request-id';
import { queries } from '../../app/providers';
import { ActForm } from '../../pieces/act-form';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { ChangePassword } from './sessions.documents';

interface Values {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/** A password is not kept anywhere in the browser, not even as the fingerprint of a wish that may come again. */
const useChange = () => {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [fault, setFault] = useState<Fault>();
  const send = async ({ oldPassword, newPassword }: Values): Promise<true | undefined> => {
    setPending(true);
    setRefused(undefined);
    setFault(undefined);
    try {
      const input = { requestId: freshId(), oldPassword, newPassword };
      const { passwordChange: changed } = await execute(ChangePassword, { input });
      if (isRefused(changed)) {
        setRefused(changed);
        return undefined;
      }
      await queries.invalidateQueries();
      return true;
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return { act: { pending, refused, fault }, send };
};

/** Changes one's own password. */
export const PasswordPanel = () => {
  const { t } = useTranslation();
  const { act, send } = useChange();
  const [done, setDone] = useState(false);
  const go = async (values: Values) => {
    const changed = await send(values);
    setDone(changed === true);
    return changed;
  };
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <Panel title={t('sessions.password')} note={t('sessions.passwordWords')}>
      {done ? <Notice tone="good" title={t('sessions.changed')} /> : null}
      <ActForm<Values> submit={t('sessions.password')} act={act} send={go}>
        <Form.Item name="oldPassword" label={t('sessions.oldPassword')} rules={required}>
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Form.Item name="newPassword" label={t('door.newPassword')} extra={t('door.passwordHint')} rules={required}>
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
      </ActForm>
    </Panel>
  );
};
