import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { executeOnce } from '../../api/client';
import { isFault, type Fault } from '../../api/fault';
import { isRefused, type Refused } from '../../api/refusal';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { SetPassword } from './door.documents';

/** Sets a password by the link of an invitation or a reset; its token stands behind the # and is sent in a body only. */
export const Welcome = ({ linkToken, onSet }: { linkToken: string; onSet: (loginName: string) => void }) => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [fault, setFault] = useState<Fault>();
  const send = async (password: string) => {
    setBusy(true);
    setRefused(undefined);
    setFault(undefined);
    try {
      const { passwordSet: set } = await executeOnce(SetPassword, { input: { linkToken, password } });
      if (isRefused(set)) setRefused(set);
      else if ('loginName' in set) onSet(set.loginName);
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, message: t('pieces.required') };
  return (
    <Form<{ password: string; again: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void send(values.password)}
    >
      <p>{t('door.welcomeWords')}</p>
      <Form.Item name="password" label={t('door.newPassword')} extra={t('door.passwordHint')} rules={[required]}>
        <Input.Password autoComplete="new-password" size="large" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('door.again')}
        dependencies={['password']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('door.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" maxLength={128} />
      </Form.Item>
      <RefusalNotice refused={refused} />
      <FaultNotice fault={fault} />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('door.set')}
      </Button>
    </Form>
  );
};
