import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface BankValues {
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly accountNumber: string;
  readonly bankCodeVerified?: boolean;
}

/** What identifies a bank account. The number is shown masked everywhere once it is stored. */
export const BankFields = () => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <>
      <Form.Item name="holderName" label={t('accounts.holder')} rules={required}>
        <Input maxLength={140} />
      </Form.Item>
      <Form.Item name="bankName" label={t('accounts.bank')} rules={required}>
        <Input maxLength={140} />
      </Form.Item>
      <Form.Item
        name="cnaps"
        label={t('accounts.cnaps')}
        extra={t('accounts.cnapsHint')}
        rules={[{ required: true, pattern: /^\d{12}$/, message: t('accounts.cnapsForm') }]}
      >
        <Input inputMode="numeric" maxLength={12} />
      </Form.Item>
      <Form.Item name="accountNumber" label={t('accounts.number')} rules={required}>
        <Input inputMode="numeric" maxLength={34} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bankCodeVerified" valuePropName="checked" className="wide">
        <Checkbox>{t('accounts.verified')}</Checkbox>
      </Form.Item>
    </>
  );
};
