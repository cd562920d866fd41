import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

export const purposes = ['IDENTITY_CHECK', 'PAYMENT_PROBLEM', 'COMPLAINT', 'INSPECTION', 'COURT_ORDER'] as const;
export type Purpose = (typeof purposes)[number];

export const columnCodes = ['care-person-identity-number', 'payee-account-number', 'fund-account-number'] as const;
export type ColumnCode = (typeof columnCodes)[number];

export interface PurposeWords {
  readonly purpose: Purpose;
  readonly words: string;
}

/** Why a number is needed: a choice, and words of one's own. Both stay in the trail. */
export const PurposeFields = () => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="purpose"
        label={t('unmask.purpose')}
        rules={[{ required: true, message: t('unmask.purposeNeeded') }]}
      >
        <Select options={purposes.map((value) => ({ value, label: t(`unmask.purposes.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="words"
        label={t('unmask.words')}
        rules={[{ required: true, min: 4, max: 200, message: t('unmask.wordsForm') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
};
