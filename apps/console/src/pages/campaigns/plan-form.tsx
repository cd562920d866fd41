import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { usePages } from '../../api/use-read';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { Rounds } from '../rounds/rounds.documents';
import { PlanCampaign } from './campaigns.documents';

interface Values {
  readonly periodId: string;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly hospitalIds?: string[];
}

/** The clerk plans a campaign for a period; without a choice every hospital of the area is invited. */
export const PlanForm = () => {
  const { t, i18n } = useTranslation();
  const { businessDate } = useMe();
  const rounds = usePages(Rounds, {}, (data) => data.rounds);
  const nameOf = useOrganisationName();
  const hospitals = useOrganisations().filter((organisation) => organisation.kind === 'HOSPITAL');
  const plan = useAct('reportingCampaignPlan', PlanCampaign, (data) => data.reportingCampaignPlan);
  const required = [{ required: true, message: t('pieces.required') }];
  const periods = (rounds.rows ?? []).flatMap((round) =>
    round.periods.map((period) => ({
      value: period.id,
      label: `${i18n.language === 'en' && round.nameEn !== '' ? round.nameEn : round.nameZh} · ${t('rounds.periodNumber', { number: period.sequence })}`,
    })),
  );
  return (
    <FormDialog<Values>
      label={t('campaigns.plan')}
      kind="primary"
      act={plan}
      initial={{ opensOn: businessDate, closesOn: businessDate }}
      send={({ hospitalIds, ...values }) =>
        plan.act({ ...values, hospitalIds: hospitalIds ?? [], levels: [], floor: 8000 })
      }
    >
      <Form.Item name="periodId" label={t('rounds.period')} rules={required}>
        <Select options={periods} />
      </Form.Item>
      <Form.Item name="name" label={t('campaigns.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="opensOn" label={t('campaigns.opensOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="closesOn" label={t('campaigns.closesOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="hospitalIds" label={t('campaigns.hospitals')} extra={t('campaigns.hospitalsHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={hospitals.map((hospital) => ({ value: hospital.id, label: nameOf(hospital) }))}
        />
      </Form.Item>
    </FormDialog>
  );
};
