import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { ActDialog } from '../../pieces/act-dialog';
import { Empty } from '../../pieces/empty';
import { Instant } from '../../pieces/figures';
import { FormDialog } from '../../pieces/form-dialog';
import { Notice } from '../../pieces/notice';
import { Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { Table, type Column } from '../../pieces/table';
import { Tag } from '../../pieces/tag';
import { CreateWebhook, RenewSecret, SetWebhookState, Webhooks } from './notifications.documents';

type Webhook = ResultOf<typeof Webhooks>['webhooks'][number];
type Event = Webhook['events']['edges'][number]['node'];
const kinds = ['REPORT_RETURNED', 'REPORT_ACCEPTED', 'PAYMENT_REJECTED', 'PAYMENT_RETURNED'] as const;
type Kind = (typeof kinds)[number];

const stateTones = { ACTIVE: 'good', PAUSED: 'warn', ENDED: 'plain' } as const;
const resultTones = { WAITING: 'waiting', DELIVERED: 'good', FAILED: 'bad' } as const;

/** Addresses at which systems of the organisation are told, and what became of each event. */
export const WebhooksPanel = () => {
  const { t } = useTranslation();
  const reading = useRead(Webhooks, {});
  const [secret, setSecret] = useState<string>();
  return (
    <Panel
      title={t('notifications.webhooks')}
      note={t('notifications.webhooksNote')}
      extra={<AddWebhook onSecret={setSecret} />}
    >
      <div className="stack">
        {secret === undefined ? null : (
          <Notice tone="warn" title={t('notifications.secret')}>
            <code className="number">{secret}</code>
          </Notice>
        )}
        <Read reading={reading}>
          {({ webhooks }) =>
            webhooks.length === 0 ? (
              <Empty title={t('notifications.webhookNone')}>{t('notifications.webhookNoneWords')}</Empty>
            ) : (
              <div className="stack">
                {webhooks.map((webhook) => (
                  <OneWebhook key={webhook.id} webhook={webhook} onSecret={setSecret} />
                ))}
              </div>
            )
          }
        </Read>
      </div>
    </Panel>
  );
};

type OnSecret = (secret: string | undefined) => void;

const AddWebhook = ({ onSecret }: { onSecret: OnSecret }) => {
  const { t } = useTranslation();
  const create = useAct('webhookCreate', CreateWebhook, (data) => data.webhookCreate);
  const required = [{ required: true, message: t('pieces.required') }];
  return (
    <FormDialog<{ url: string; kinds: Kind[] }>
      label={t('notifications.addWebhook')}
      act={create}
      initial={{ kinds: [...kinds] }}
      send={async (values) => {
        const made = await create.act(values);
        onSecret(made?.secret ?? undefined);
        return made;
      }}
    >
      <Form.Item name="url" label={t('notifications.url')} rules={required}>
        <Input type="url" maxLength={500} placeholder="https://" />
      </Form.Item>
      <Form.Item name="kinds" label={t('notifications.events')} rules={required}>
        <Select
          mode="multiple"
          options={kinds.map((kind) => ({ value: kind, label: t(`notifications.kinds.${kind}`) }))}
        />
      </Form.Item>
    </FormDialog>
  );
};

const OneWebhook = ({ webhook, onSecret }: { webhook: Webhook; onSecret: OnSecret }) => {
  const { t } = useTranslation();
  const setState = useAct('webhookStateSet', SetWebhookState, (data) => data.webhookStateSet);
  const renew = useAct('webhookSecretRenew', RenewSecret, (data) => data.webhookSecretRenew);
  const to = webhook.state === 'ACTIVE' ? 'PAUSED' : 'ACTIVE';
  const verb = webhook.state === 'ACTIVE' ? 'pause' : 'resume';
  return (
    <section>
      <div className="row">
        <strong className="number">{webhook.url}</strong>
        <Tag tone={stateTones[webhook.state]}>{t(`notifications.states.${webhook.state}`)}</Tag>
        {webhook.failuresInRow === 0 ? null : (
          <Tag tone="bad">{t('notifications.failures', { count: webhook.failuresInRow })}</Tag>
        )}
        <ActDialog
          small
          label={t(`notifications.${verb}`)}
          title={t(`notifications.${verb}`)}
          consequence={t(`notifications.${verb}Words`)}
          act={setState}
          send={() => setState.act({ webhookId: webhook.id, state: to })}
        />
        <ActDialog
          small
          label={t('notifications.renew')}
          title={t('notifications.renew')}
          consequence={t('notifications.renewWords')}
          act={renew}
          send={async () => {
            const made = await renew.act({ webhookId: webhook.id });
            onSecret(made?.secret ?? undefined);
            return made;
          }}
        />
        <ActDialog
          small
          kind="danger"
          label={t('notifications.end')}
          title={t('notifications.end')}
          consequence={t('notifications.endWords')}
          act={setState}
          send={() => setState.act({ webhookId: webhook.id, state: 'ENDED' })}
        />
      </div>
      <p className="muted small">{webhook.kinds.map((kind) => t(`notifications.kinds.${kind}`)).join(' · ')}</p>
      <EventLog events={webhook.events.edges.map(({ node }) => node)} />
    </section>
  );
};

const EventLog = ({ events }: { events: readonly Event[] }) => {
  const { t } = useTranslation();
  const columns: readonly Column<Event>[] = [
    { key: 'kind', head: t('notifications.kind'), cell: (event) => t(`notifications.kinds.${event.kind}`) },
    {
      key: 'result',
      head: t('notifications.result'),
      cell: (event) => (
        <>
          <Tag tone={resultTones[event.state]}>{t(`notifications.results.${event.state}`)}</Tag>
          {event.fault === null ? null : <div className="muted small">{event.fault}</div>}
        </>
      ),
    },
    { key: 'status', head: t('notifications.status'), end: true, cell: (event) => event.status ?? '—' },
    { key: 'attempts', head: t('notifications.attempts'), end: true, cell: (event) => event.attempts },
    { key: 'when', head: t('notifications.when'), cell: (event) => <Instant at={event.madeAt} /> },
  ];
  if (events.length === 0) return <p className="muted small">{t('notifications.logNone')}</p>;
  return <Table caption={t('notifications.log')} keyOf={(event) => event.id} rows={events} columns={columns} />;
};
