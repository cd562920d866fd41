import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { ProposePolicy } from './approval-policy.documents';
import type { Policy } from './approval-policy.page';

interface Values {
  readonly subjectType: string;
  readonly validFrom: string;
  readonly firstReviewDays: number;
  readonly recheckDays: number;
  readonly approvalDays: number;
  readonly bands: { from: string; firstReviewPeople: number; recheckPeople: number; approvalPeople: number }[];
  readonly freezes?: { fromOn: string; toOn: string; reason: string }[];
  readonly source: string;
}

const band = { from: '0.00', firstReviewPeople: 1, recheckPeople: 1, approvalPeople: 1 };
const stepDays = ['firstReviewDays', 'recheckDays', 'approvalDays'] as const;
const stepPeople = ['firstReviewPeople', 'recheckPeople', 'approvalPeople'] as const;

/** Proposes a version, or one that was sent back anew with what was to be mended. */
export const PolicyForm = ({ mends }: { mends?: Policy }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const propose = useAct('approvalPolicyPropose', ProposePolicy, (data) => data.approvalPolicyPropose);
  const required = [{ required: true, message: t('pieces.required') }];
  const subjects = (['payment-batch', 'approval-policy'] as const).map((value) => ({
    value,
    label: t(`inbox.subjects.${value}`),
  }));
  const initial: Partial<Values> = mends
    ? { ...mends, bands: [...mends.bands], freezes: [...mends.freezes] }
    : {
        subjectType: 'payment-batch',
        validFrom: businessDate,
        firstReviewDays: 2,
        recheckDays: 2,
        approvalDays: 2,
        bands: [band],
        freezes: [],
      };
  const send = ({ freezes = [], ...values }: Values) =>
    propose.act({ ...values, freezes, ...(mends ? { policyId: mends.id } : {}) });
  return (
    <FormDialog<Values>
      label={t(mends ? 'approvalPolicy.mend' : 'approvalPolicy.propose')}
      kind={mends ? 'default' : 'primary'}
      small={mends !== undefined}
      act={propose}
      initial={initial}
      send={send}
    >
      <Form.Item name="subjectType" label={t('approvalPolicy.subject')} rules={required}>
        <Select options={subjects} />
      </Form.Item>
      <Form.Item name="validFrom" label={t('approvalPolicy.validFrom')} rules={required}>
        <Input type="date" />
      </Form.Item>
      {stepDays.map((name) => (
        <Form.Item key={name} name={name} label={t(`approvalPolicy.${name}`)} rules={required}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
      ))}
      <BandFields />
      <FreezeFields />
      <Form.Item name="source" label={t('approvalPolicy.source')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
};

const BandFields = () => {
  const { t } = useTranslation();
  const money = [{ required: true, pattern: /^\d+(\.\d{1,2})?$/, message: t('pieces.notMoney') }];
  return (
    <Form.List name="bands">
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="line-fields">
              <legend>{t('approvalPolicy.bands')}</legend>
              <Form.Item name={[name, 'from']} label={t('approvalPolicy.from')} rules={money}>
                <Input inputMode="decimal" />
              </Form.Item>
              {stepPeople.map((step) => (
                <Form.Item key={step} name={[name, step]} label={t(`approvalPolicy.${step}`)}>
                  <InputNumber min={1} max={9} precision={0} />
                </Form.Item>
              ))}
              {fields.length === 1 ? null : (
                <Button size="small" onClick={() => remove(name)}>
                  {t('approvalPolicy.remove')}
                </Button>
              )}
            </fieldset>
          ))}
          <Button size="small" onClick={() => add({ ...band, from: '' })}>
            {t('approvalPolicy.addBand')}
          </Button>
        </div>
      )}
    </Form.List>
  );
};

const FreezeFields = () => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <Form.List name="freezes">
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="line-fields">
              <legend>{t('approvalPolicy.freezes')}</legend>
              <Form.Item name={[name, 'fromOn']} label={t('approvalPolicy.fromOn')} rules={required}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'toOn']} label={t('approvalPolicy.toOn')} rules={required}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'reason']} label={t('approvalPolicy.reason')} rules={required}>
                <Input maxLength={200} />
              </Form.Item>
              <Button size="small" onClick={() => remove(name)}>
                {t('approvalPolicy.remove')}
              </Button>
            </fieldset>
          ))}
          <Button size="small" onClick={() => add({ fromOn: '', toOn: '', reason: '' })}>
            {t('approvalPolicy.addFreeze')}
          </Button>
        </div>
      )}
    </Form.List>
  );
};
