import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useOrganisationName, useOrganisations } from '../../api/directory';
import { useMe } from '../../app/me';
import { FormDialog } from '../../pieces/form-dialog';
import { ChooseMode, RecordStop } from './care.documents';
import type { CarePerson } from './person.page';

const modes = ['INSTITUTION', 'HOME_VISITS', 'HOME_PERSONAL', 'COMBINED'] as const;
const stops = ['HOSPITAL_STAY', 'DEATH', 'MOVED_AWAY'] as const;

interface ModeValues {
  readonly mode: (typeof modes)[number];
  readonly startsOn: string;
  readonly providerId?: string;
}
interface StopValues {
  readonly kind: (typeof stops)[number];
  readonly startsOn: string;
  readonly endsOn?: string;
}

/** The clerk records a choice of care or what interrupts it; the days follow by themselves. */
export const CareActs = ({ person }: { person: CarePerson }) => {
  const { t } = useTranslation();
  const { businessDate } = useMe();
  const [mode, setMode] = useState<ModeValues['mode']>();
  const [kind, setKind] = useState<StopValues['kind']>();
  const providers = useOrganisations().filter((organisation) => organisation.kind === 'CARE_INSTITUTION');
  const nameOf = useOrganisationName();
  const choose = useAct('careModeChoose', ChooseMode, (data) => data.careModeChoose);
  const record = useAct('stopEventRecord', RecordStop, (data) => data.stopEventRecord);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <>
      <FormDialog<StopValues>
        label={t('care.recordStop')}
        act={record}
        initial={{ startsOn: businessDate }}
        send={({ endsOn, ...values }) => record.act({ personId: person.id, ...values, ...(endsOn ? { endsOn } : {}) })}
      >
        <Form.Item name="kind" label={t('care.event')} rules={required}>
          <Select options={stops.map((value) => ({ value, label: t(`care.stopKinds.${value}`) }))} onChange={setKind} />
        </Form.Item>
        <Form.Item name="startsOn" label={t('care.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        {kind === 'HOSPITAL_STAY' ? (
          <Form.Item name="endsOn" label={t('care.discharge')}>
            <Input type="date" />
          </Form.Item>
        ) : null}
      </FormDialog>
      <FormDialog<ModeValues>
        label={t('care.chooseMode')}
        kind="primary"
        act={choose}
        initial={{ startsOn: businessDate }}
        send={({ providerId, ...values }) =>
          choose.act({ personId: person.id, ...values, ...(providerId ? { providerId } : {}) })
        }
      >
        <Form.Item name="mode" label={t('care.mode')} rules={required}>
          <Select options={modes.map((value) => ({ value, label: t(`care.modes.${value}`) }))} onChange={setMode} />
        </Form.Item>
        <Form.Item name="startsOn" label={t('care.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        {mode === undefined || mode === 'HOME_PERSONAL' ? null : (
          <Form.Item name="providerId" label={t('care.provider')}>
            <Select
              allowClear
              options={providers.map((provider) => ({ value: provider.id, label: nameOf(provider) }))}
            />
          </Form.Item>
        )}
      </FormDialog>
    </>
  );
};
