import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActForm } from '../../pieces/act-form';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { ConfirmInstrument, Instruments } from './instruments.documents';
import { UnconfirmedNotice } from './unconfirmed-notice';
import type { Instrument } from './use-instrument';

/** The registry of instruments: what is asked, what each total means, and what still waits for an officer's eyes. */
export const Component = () => {
  const { t } = useTranslation();
  const reading = useRead(Instruments, {});
  return (
    <Page title={t('instruments.title')} lead={t('instruments.lead')}>
      <Read reading={reading}>
        {({ instruments }) => (
          <>
            {instruments.map((instrument) => (
              <InstrumentPanel key={`${instrument.key} ${instrument.version}`} instrument={instrument} />
            ))}
          </>
        )}
      </Read>
    </Page>
  );
};

const InstrumentPanel = ({ instrument }: { instrument: Instrument }) => {
  const { t, i18n } = useTranslation();
  const { role } = useMe();
  const english = i18n.language === 'en';
  return (
    <Panel
      title={english ? instrument.nameEn : instrument.nameZh}
      note={`${instrument.source} · ${instrument.version}`}
      extra={
        <Tag tone={instrument.unconfirmed ? 'warn' : 'good'}>
          {instrument.unconfirmed ? t('instruments.unconfirmed') : t('instruments.confirmed')}
        </Tag>
      }
      footer={
        instrument.confirmation === null
          ? undefined
          : t('instruments.confirmedBy', {
              officer: instrument.confirmation.officerName,
              document: instrument.confirmation.document,
              day: instrument.confirmation.confirmedOn,
            })
      }
    >
      <div className="stack">
        <UnconfirmedNotice instrument={instrument} />
        <Table
          caption={t('instruments.domains')}
          keyOf={(domain) => domain.key}
          rows={instrument.domains}
          columns={[
            { key: 'name', head: t('instruments.domain'), cell: (domain) => (english ? domain.nameEn : domain.nameZh) },
            { key: 'items', head: t('instruments.items'), end: true, cell: (domain) => domain.items.length },
            { key: 'max', head: t('instruments.max'), end: true, cell: (domain) => domain.maxTotal },
            {
              key: 'bands',
              head: t('instruments.bands'),
              cell: (domain) =>
                domain.bands
                  .map((band) => `${english ? band.nameEn : band.nameZh} ${band.min.toString()}–${band.max.toString()}`)
                  .join(english ? '; ' : '；'),
            },
          ]}
        />
        {instrument.wordingGaps.length === 0 ? null : (
          <details className="fold">
            <summary>{t('instruments.gaps', { count: instrument.wordingGaps.length })}</summary>
            <ul className="prose fold-body">
              {instrument.wordingGaps.map((gap) => (
                <li key={gap.item + gap.en}>{english ? gap.en : gap.zh}</li>
              ))}
            </ul>
          </details>
        )}
        {instrument.unconfirmed && may(role, 'instrumentConfirm') ? <ConfirmForm instrument={instrument} /> : null}
      </div>
    </Panel>
  );
};

const ConfirmForm = ({ instrument }: { instrument: Instrument }) => {
  const { t } = useTranslation();
  const { name } = useMe();
  const confirm = useAct('instrumentConfirm', ConfirmInstrument, (data) => data.instrumentConfirm);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <ActForm<{ officerName: string; document: string }>
      submit={t('instruments.confirm')}
      act={confirm}
      initial={{ officerName: name }}
      send={(values) => confirm.act({ key: instrument.key, version: instrument.version, ...values })}
    >
      <Form.Item name="officerName" label={t('instruments.officer')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="document" label={t('instruments.document')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
};
