import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { usePeriods } from '../rounds/use-periods';
import { TakeUpYear } from './savings.documents';

/** Takes up an agreement year that is over: its volumes are carried over from contracts and receipts. */
export const TakeUp = () => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const periods = usePeriods() ?? [];
  const takeUp = useAct('savingsYearTakeUp', TakeUpYear, (data) => data.savingsYearTakeUp);
  const over = periods.flatMap(({ period, name }) =>
    period.years
      .filter((year) => year.endsOn < businessDate)
      .map((year) => ({
        value: `${period.roundId} ${year.yearNumber.toString()}`,
        label: `${name} · ${t('contracts.yearNumber', { number: year.yearNumber })} (${year.startsOn} – ${year.endsOn})`,
      })),
  );
  if (over.length === 0) return null;
  return (
    <FormDialog<{ year: string }>
      label={t('savings.takeUp')}
      act={takeUp}
      send={({ year }) => {
        const [roundId = '', number = '1'] = year.split(' ');
        return takeUp.act({ roundId, agreementYear: Number(number) });
      }}
    >
      <p>{t('savings.takeUpWords')}</p>
      <Form.Item name="year" label={t('progress.year')} rules={[{ required: true, message: t('pieces.required') }]}>
        <Select options={over} />
      </Form.Item>
    </FormDialog>
  );
};
