import { migration, tenantTable } from './migration';

/** Who is whom in the area of the transaction: read by libraries that stand below identity's services. */
const member = `
CREATE VIEW identity.area_member_v1 WITH (security_invoker = true) AS
SELECT m.area, m.user_id, m.organisation_id, m.role
FROM identity.membership m
JOIN identity.person_user u ON u.id = m.user_id AND u.disabled_at IS NULL
WHERE m.area = current_setting('app.area')::integer::text AND m.ended_at IS NULL`;

const notice = `
CREATE TABLE notification.notice (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  subject_type text NOT NULL CHECK (subject_type ~ '^[a-z][a-z-]*$'),
  subject_id uuid NOT NULL,
  facts jsonb NOT NULL,
  dedupe text NOT NULL CHECK (length(dedupe) BETWEEN 1 AND 200),
  made_on date NOT NULL,
  made_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT notice_once UNIQUE (area, recipient_id, kind, dedupe)
)`;

const choice = `
CREATE TABLE notification.choice (
  area platform.area_code NOT NULL REFERENCES platform.area,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  channel text NOT NULL CHECK (channel IN ('in-app', 'mail', 'sms')),
  wanted boolean NOT NULL,
  PRIMARY KEY (area, person_id, kind, channel)
)`;

const contact = `
CREATE TABLE notification.contact (
  area platform.area_code NOT NULL REFERENCES platform.area,
  person_id uuid NOT NULL,
  mail_sealed text,
  phone_sealed text,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (area, person_id)
)`;

const delivery = `
CREATE TABLE notification.delivery (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  notice_id uuid,
  recipient_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  dedupe text,
  address_sealed text,
  link_sealed text,
  facts jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'unknown', 'failed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  fault text CHECK (length(fault) <= 500),
  made_at timestamptz NOT NULL,
  decided_at timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT delivery_of_notice_once UNIQUE (area, notice_id, channel),
  CONSTRAINT delivery_of_letter_once UNIQUE (area, recipient_id, kind, dedupe),
  FOREIGN KEY (area, notice_id) REFERENCES notification.notice (area, id),
  CONSTRAINT delivery_is_notice_or_letter CHECK ((notice_id IS NULL) = (dedupe IS NOT NULL)),
  CONSTRAINT delivery_forgets_its_link CHECK (state IN ('waiting', 'sending') OR link_sealed IS NULL)
)`;

const webhook = `
CREATE TABLE notification.webhook (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES catalog.organisation,
  url text NOT NULL CHECK (length(url) BETWEEN 8 AND 500),
  secret_sealed text NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  state text NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
  version integer NOT NULL DEFAULT 1,
  failures_in_row integer NOT NULL DEFAULT 0 CHECK (failures_in_row >= 0),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (area, id)
)`;

const webhookDelivery = `
CREATE TABLE notification.webhook_delivery (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  facts jsonb NOT NULL,
  dedupe text NOT NULL CHECK (length(dedupe) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  made_at timestamptz NOT NULL,
  decided_at timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT webhook_delivery_once UNIQUE (area, webhook_id, kind, dedupe),
  FOREIGN KEY (area, webhook_id) REFERENCES notification.webhook (area, id)
)`;

const attempt = `
CREATE TABLE notification.webhook_attempt (
  area platform.area_code NOT NULL REFERENCES platform.area,
  delivery_id uuid NOT NULL,
  attempt integer NOT NULL CHECK (attempt > 0),
  at timestamptz NOT NULL,
  status integer,
  fault text CHECK (length(fault) <= 500),
  PRIMARY KEY (area, delivery_id, attempt),
  FOREIGN KEY (area, delivery_id) REFERENCES notification.webhook_delivery (area, id)
)`;

export default migration({
  number: 1245,
  name: 'notifications',
  reason:
    'What people and organisations are told, once each by key: the notice itself, their choice of channel, and what became of each mail, message and webhook. Addresses, links and secrets are kept sealed.',
  up: [
    'CREATE SCHEMA notification',
    'GRANT USAGE ON SCHEMA notification TO huiji_app',
    member,
    'GRANT SELECT ON identity.area_member_v1 TO huiji_app',
    `COMMENT ON VIEW identity.area_member_v1 IS 'roles that people hold now in the area of the transaction'`,
    notice,
    'CREATE INDEX notice_newest ON notification.notice (area, recipient_id, made_at DESC, id DESC)',
    'CREATE INDEX notice_unread ON notification.notice (area, recipient_id) WHERE read_at IS NULL',
    tenantTable('notification.notice', {
      comment:
        'one thing one person is told (站内通知), once: its key is the recipient, the kind and what it is about; facts hold no personal number',
      grant: 'append',
    }),
    'GRANT UPDATE (read_at) ON notification.notice TO huiji_app',
    choice,
    tenantTable('notification.choice', {
      comment: 'whether a person wants a kind of notice by a channel; without a row the quiet default holds',
      grant: 'update',
    }),
    contact,
    tenantTable('notification.contact', {
      comment: 'where a person wants mail and messages to; the addresses are sealed',
      grant: 'update',
    }),
    delivery,
    'CREATE INDEX delivery_of_person ON notification.delivery (area, recipient_id, made_at DESC, id DESC)',
    tenantTable('notification.delivery', {
      comment:
        'one mail or message about a notice, or one letter with a link that works once; the intent is stored before the first try, the link is forgotten when it is decided',
      grant: 'update',
    }),
    webhook,
    'CREATE INDEX webhook_of_organisation ON notification.webhook (area, organisation_id, made_at, id)',
    tenantTable('notification.webhook', {
      comment: 'an address at which a program of an organisation is told; every call is signed with the sealed secret',
      grant: 'update',
    }),
    webhookDelivery,
    'CREATE INDEX webhook_delivery_newest ON notification.webhook_delivery (area, webhook_id, made_at DESC, id DESC)',
    tenantTable('notification.webhook_delivery', {
      comment: 'one event for one webhook, once; its id is the webhook-id of every try',
      grant: 'update',
    }),
    attempt,
    tenantTable('notification.webhook_attempt', {
      comment: 'one try to deliver an event: the HTTP status that came back, or why none did; append only',
      grant: 'append',
    }),
  ],
  down: ['DROP SCHEMA notification CASCADE', 'DROP VIEW identity.area_member_v1'],
});
