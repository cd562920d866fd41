import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Page, Panel } from '../../pieces/page';
import { SubmitApplication } from './applications.documents';

interface Values {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly street: string;
  readonly claimedGrade: number;
  readonly disabledSince: string;
  readonly treatmentRecord: string;
  readonly insured?: boolean;
  readonly guardianName?: string;
  readonly guardianRelation?: string;
}

const grades = [0, 1, 2, 3, 4, 5] as const;

/** The clerk registers an application; the identity number is stored encrypted and never shown whole again. */
export const Component = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const go = useNavigate();
  const submit = useAct('applicationSubmit', SubmitApplication, (data) => data.applicationSubmit);
  const required = [{ required: true, message: t('pieces.required') }];
  const send = async ({ guardianName, guardianRelation, insured, ...values }: Values) => {
    const done = await submit.act({
      ...values,
      insured: insured ?? false,
      ...(guardianName ? { guardian: { name: guardianName, relation: guardianRelation ?? '' } } : {}),
    });
    if (done !== undefined) await go(`/applications/${done.id}`);
    return done;
  };
  return (
    <Page
      title={t('applications.register')}
      trail={[{ words: t('applications.title'), to: '/applications' }, { words: t('applications.register') }]}
    >
      <Panel title={t('applications.form')}>
        <ActForm<Values> submit={t('applications.submit')} act={submit} send={send}>
          <Form.Item name="fullName" label={t('applications.person')} rules={required}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="identityNumber" label={t('applications.identity')} rules={required}>
            <Input maxLength={18} autoComplete="off" />
          </Form.Item>
          <Form.Item name="street" label={t('applications.street')} rules={required}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="claimedGrade" label={t('applications.claimedGrade')} rules={required}>
            <Select
              options={grades.map((grade) => ({ value: grade, label: t(`applications.gradeNames.g${grade}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="disabledSince"
            label={t('applications.disabledSince')}
            extra={t('applications.sixMonths')}
            rules={required}
          >
            <Input type="date" max={businessDate} />
          </Form.Item>
          <Form.Item name="guardianName" label={t('applications.guardian')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="guardianRelation" label={t('applications.relation')}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="treatmentRecord" label={t('applications.treatment')} rules={required} className="wide">
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
          <Form.Item name="insured" valuePropName="checked" className="wide">
            <Checkbox>{t('applications.insured')}</Checkbox>
          </Form.Item>
        </ActForm>
      </Panel>
    </Page>
  );
};
