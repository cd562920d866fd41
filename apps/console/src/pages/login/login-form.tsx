import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface Credentials {
  readonly loginName: string;
  readonly password: string;
}

/** Name and password. Both are sent in the body of one request, never in an address. */
export const LoginForm = ({ busy, onSend }: { busy: boolean; onSend: (credentials: Credentials) => void }) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={onSend}>
      <Form.Item name="loginName" label={t('login.name')} rules={required}>
        <Input autoComplete="username" autoFocus size="large" maxLength={64} />
      </Form.Item>
      <Form.Item name="password" label={t('login.password')} rules={required}>
        <Input.Password autoComplete="current-password" size="large" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('login.go')}
      </Button>
    </Form>
  );
};
