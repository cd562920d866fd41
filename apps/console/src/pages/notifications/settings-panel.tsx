import { Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActForm } from '../../pieces/act-form';
import { FaultNotice, Notice, RefusalNotice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { SetSettings, Settings } from './notifications.documents';

type Own = ResultOf<typeof Settings>['notificationSettings'];
type Choice = Own['choices'][number];
type Kind = Choice['kind'];
const channels = ['IN_APP', 'MAIL', 'SMS'] as const;

interface Addresses {
  readonly mail?: string;
  readonly phone?: string;
}

/** Which kinds come by which channel, and where to. */
export const SettingsPanel = () => {
  const { t } = useTranslation();
  const reading = useRead(Settings, {});
  return (
    <Panel title={t('notifications.settings')} note={t('notifications.settingsNote')}>
      <Read reading={reading}>
        {({ notificationSettings }) => (
          <div className="stack">
            <AddressForm own={notificationSettings} />
            <Choices own={notificationSettings} />
          </div>
        )}
      </Read>
    </Panel>
  );
};

const AddressForm = ({ own }: { own: Own }) => {
  const { t } = useTranslation();
  const set = useAct('notificationSettingsSet.address', SetSettings, (data) => data.notificationSettingsSet);
  const send = ({ mail = '', phone = '' }: Addresses) =>
    set.act({ ...(mail === '' ? {} : { mail }), ...(phone === '' ? {} : { phone }) });
  const now = (address: string | null): string =>
    t('notifications.now', { address: address ?? t('notifications.noAddress') });
  return (
    <>
      {own.mailAvailable ? null : <Notice tone="info" title={t('notifications.noMail')} />}
      {own.smsAvailable ? null : <Notice tone="info" title={t('notifications.noSms')} />}
      <ActForm<Addresses> submit={t('notifications.save')} act={set} send={send}>
        <Form.Item name="mail" label={t('notifications.mail')} extra={now(own.mailMasked)}>
          <Input type="email" maxLength={254} autoComplete="email" placeholder={t('notifications.addressHint')} />
        </Form.Item>
        <Form.Item name="phone" label={t('notifications.phone')} extra={now(own.phoneMasked)}>
          <Input inputMode="tel" maxLength={11} autoComplete="tel" />
        </Form.Item>
      </ActForm>
    </>
  );
};

const Choices = ({ own }: { own: Own }) => {
  const { t } = useTranslation();
  const set = useAct('notificationSettingsSet.choice', SetSettings, (data) => data.notificationSettingsSet);
  const kinds = [...new Set(own.choices.map(({ kind }) => kind))];
  const wanted = (kind: Kind, channel: Choice['channel']): boolean =>
    own.choices.find((choice) => choice.kind === kind && choice.channel === channel)?.wanted ?? false;
  const columns: readonly Column<Kind>[] = [
    { key: 'kind', head: t('notifications.kind'), cell: (kind) => t(`notifications.kinds.${kind}`) },
    ...channels.map((channel): Column<Kind> => ({
      key: channel,
      head: t(`notifications.channels.${channel}`),
      cell: (kind) => (
        <Switch
          size="small"
          aria-label={`${t(`notifications.kinds.${kind}`)} ${t(`notifications.channels.${channel}`)}`}
          checked={wanted(kind, channel)}
          disabled={set.pending}
          onChange={(on) => void set.act({ choices: [{ kind, channel, wanted: on }] })}
        />
      ),
    })),
  ];
  return (
    <>
      <Table keep caption={t('notifications.settings')} keyOf={(kind) => kind} rows={kinds} columns={columns} />
      <RefusalNotice refused={set.refused} />
      <FaultNotice fault={set.fault} />
    </>
  );
};
