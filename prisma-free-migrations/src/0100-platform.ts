import { globalTable, migration, tenantTable } from './migration';

const area = `
CREATE TABLE platform.area (
  area platform.area_code PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  demonstration boolean NOT NULL,
  business_date date NOT NULL,
  opened_on date NOT NULL,
  CHECK (business_date >= opened_on)
)`;

const action = `
CREATE TABLE platform.action (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  subject_type text NOT NULL CHECK (subject_type ~ '^[a-z][a-z-]*$'),
  subject_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[A-Z][A-Za-z]*$'),
  from_state text,
  to_state text,
  reason text,
  payload jsonb NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'system')),
  actor_id uuid,
  actor_name text,
  request_id uuid,
  client_address text,
  business_date date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  CHECK ((actor_kind = 'person') = (actor_id IS NOT NULL)),
  CHECK ((actor_kind = 'system') = (actor_name IS NOT NULL)),
  CHECK (from_state IS NULL OR to_state IS NOT NULL)
)`;

const request = `
CREATE TABLE platform.request (
  area platform.area_code NOT NULL REFERENCES platform.area,
  actor_id uuid NOT NULL,
  mutation text NOT NULL,
  request_id uuid NOT NULL,
  input_hash text NOT NULL,
  result_id text,
  at timestamptz NOT NULL,
  PRIMARY KEY (area, actor_id, mutation, request_id)
)`;

const outbox = `
CREATE TABLE platform.outbox (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  job text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  relayed_at timestamptz,
  PRIMARY KEY (area, id)
)`;

const file = `
CREATE TABLE platform.file (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes BETWEEN 0 AND 268435456),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (area, id)
)`;

export default migration({
  number: 100,
  name: 'platform',
  reason:
    'The ground of every area: what happened (action), what was asked (request), what is to be told (outbox), files.',
  up: [
    'CREATE EXTENSION IF NOT EXISTS btree_gist',
    'CREATE EXTENSION IF NOT EXISTS pg_trgm',
    'CREATE SCHEMA platform',
    'GRANT USAGE ON SCHEMA platform TO huiji_app',
    'CREATE SCHEMA staging',
    'GRANT USAGE ON SCHEMA staging TO huiji_app',
    `CREATE DOMAIN platform.area_code AS text CHECK (VALUE ~ '^[1-9][0-9]{5}$')`,
    `COMMENT ON DOMAIN platform.area_code IS 'six-digit division code (GB/T 2260) of a medical-insurance area (统筹区), the tenant'`,
    area,
    globalTable('platform.area', {
      comment:
        'a medical-insurance area (统筹区): its names, whether it is a demonstration, and its business date, which decides law',
      grant: 'update',
    }),
    action,
    'CREATE INDEX action_subject ON platform.action (area, subject_type, subject_id, seq)',
    'CREATE INDEX action_recent ON platform.action (area, seq DESC)',
    tenantTable('platform.action', {
      comment:
        'one thing that happened: who, when, what, why, with the states before and after; history and audit in one, append only',
      grant: 'append',
    }),
    request,
    tenantTable('platform.request', {
      comment: 'a mutation that succeeded, by the id its client made: the hash of its input and the id of what it made',
      grant: 'update',
    }),
    outbox,
    'CREATE INDEX outbox_waiting ON platform.outbox (area, seq) WHERE relayed_at IS NULL',
    tenantTable('platform.outbox', {
      comment: 'news that leaves with its transaction; the relay hands each row to the queue and marks it',
      grant: 'update-delete',
    }),
    file,
    tenantTable('platform.file', {
      comment: 'a file that came in or was made here, whole, with its sha256',
      grant: 'append',
    }),
  ],
  down: [
    'DROP SCHEMA staging CASCADE',
    'DROP SCHEMA platform CASCADE',
    'DROP EXTENSION IF EXISTS pg_trgm',
    'DROP EXTENSION IF EXISTS btree_gist',
  ],
});
