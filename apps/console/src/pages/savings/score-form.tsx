import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { FormDialog } from '../../pieces/form-dialog';
import { SetScore } from './savings.documents';

interface Values {
  readonly hospitalId: string;
  readonly score: string;
  readonly veto?: string;
  readonly source: string;
}

/** The score of one hospital, with where it comes from. */
export const ScoreForm = ({ yearId }: { yearId: string }) => {
  const { t } = useTranslation();
  const nameOf = useOrganisationName();
  const hospitals = useOrganisations().filter((organisation) => organisation.kind === 'HOSPITAL');
  const set = useAct('savingsScoreSet', SetScore, (data) => data.savingsScoreSet);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<Values>
      label={t('savings.setScore')}
      act={set}
      send={({ veto, ...values }) => set.act({ yearId, ...values, ...(veto ? { veto } : {}) })}
    >
      <Form.Item name="hospitalId" label={t('savings.hospital')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={hospitals.map((hospital) => ({ value: hospital.id, label: nameOf(hospital) }))}
        />
      </Form.Item>
      <Form.Item name="score" label={t('savings.score')} extra={t('savings.scoreHint')} rules={required}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="veto" label={t('savings.veto')} extra={t('savings.vetoHint')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="source" label={t('savings.sourceOf')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
};
