import { globalTable, infrastructureTable, migration } from './migration';

const HASH = `text NOT NULL CHECK (HASHED ~ '^[0-9a-f]{64}$')`;
const hashColumn = (name: string): string => `${name} ${HASH.replace('HASHED', name)}`;

const linkToken = `
CREATE TABLE identity.link_token (
  ${hashColumn('token_hash')} PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  made_by uuid REFERENCES identity.person_user,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  ended_at timestamptz,
  CHECK (expires_at > made_at),
  CHECK (used_at IS NULL OR ended_at IS NULL)
)`;

const secondFactor = `
CREATE TABLE identity.second_factor (
  user_id uuid PRIMARY KEY REFERENCES identity.person_user,
  secret_sealed text NOT NULL CHECK (length(secret_sealed) BETWEEN 20 AND 500),
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL CHECK (last_step >= 0)
)`;

const recoveryCode = `
CREATE TABLE identity.recovery_code (
  user_id uuid NOT NULL REFERENCES identity.person_user,
  ${hashColumn('code_hash')},
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
)`;

const device = `
CREATE TABLE identity.device (
  ${hashColumn('token_hash')} PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  made_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL
)`;

const attempt = `
CREATE TABLE identity.attempt (
  key text PRIMARY KEY CHECK (length(key) BETWEEN 10 AND 100),
  failures bigint NOT NULL CHECK (failures >= 0),
  window_ends_at timestamptz NOT NULL
)`;

const ticket = `
CREATE TABLE identity.log_in_ticket (
  ${hashColumn('token_hash')} PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  purpose text NOT NULL CHECK (purpose IN ('code', 'enrolment', 'issuer')),
  membership_id uuid,
  only_area platform.area_code REFERENCES platform.area,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  failures bigint NOT NULL DEFAULT 0 CHECK (failures >= 0),
  CHECK (expires_at > made_at)
)`;

const WHYS = `'signed-out', 'refresh-token-reused', 'ended-by-person', 'signed-out-everywhere', 'password-changed',
  'person-disabled', 'second-factor-reset'`;

export default migration({
  number: 1211,
  name: 'identity-credentials',
  reason:
    'Invitation and reset by one-time links, the second factor (TOTP, RFC 6238) with recovery codes, counters of failed log-ins with known devices, and what a person must see of their own log-ins.',
  up: [
    `ALTER TABLE identity.person_user
       ALTER COLUMN password_hash DROP NOT NULL,
       ADD COLUMN kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'key')),
       ADD COLUMN reset_asked_at timestamptz,
       ADD CONSTRAINT person_user_key_has_no_password CHECK (kind = 'person' OR password_hash IS NULL)`,
    `COMMENT ON COLUMN identity.person_user.password_hash IS
       'argon2id; null for a person who is invited and has not set one, and for the account of a key'`,
    `ALTER TABLE identity.session
       ADD COLUMN last_used_at timestamptz,
       ADD COLUMN client_address text CHECK (length(client_address) <= 100),
       ADD COLUMN device_words text CHECK (length(device_words) <= 200),
       ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
       ADD COLUMN only_area platform.area_code REFERENCES platform.area,
       DROP CONSTRAINT session_ended_why_check,
       ADD CONSTRAINT session_ended_why_check CHECK (ended_why IN (${WHYS}))`,
    `COMMENT ON COLUMN identity.session.only_area IS
       'a log-in by the OpenID provider of one area acts in that area only; null: in every membership of the person'`,
    linkToken,
    'CREATE INDEX link_token_of_user ON identity.link_token (user_id)',
    globalTable('identity.link_token', {
      comment: 'a link by which a person sets a password, as its sha256: works once, within 72 hours',
      grant: 'update',
    }),
    secondFactor,
    globalTable('identity.second_factor', {
      comment:
        'the second factor of a person (TOTP): its secret encrypted; last_step is the last 30-second step that was used, which no code may use again',
      grant: 'update-delete',
    }),
    recoveryCode,
    globalTable('identity.recovery_code', {
      comment: 'a recovery code as its sha256; each works once instead of a code of the second factor',
      grant: 'update-delete',
    }),
    device,
    'CREATE INDEX device_of_user ON identity.device (user_id)',
    infrastructureTable('identity.device', {
      comment:
        'a browser that a person logged in from, by the sha256 of its token: its failures are counted apart from those of strangers',
      grant: 'update-delete',
    }),
    attempt,
    'CREATE INDEX attempt_over ON identity.attempt (window_ends_at)',
    infrastructureTable('identity.attempt', {
      comment:
        'failures counted within a window of time; the key is a keyed hash of name, address or device, never the text',
      grant: 'update-delete',
    }),
    ticket,
    'CREATE INDEX log_in_ticket_over ON identity.log_in_ticket (expires_at)',
    infrastructureTable('identity.log_in_ticket', {
      comment:
        'a log-in half way, by the sha256 of its ticket: the second factor is still to come, or the exchange of the code of a provider',
      grant: 'update-delete',
    }),
  ],
  down: [
    'DROP TABLE identity.log_in_ticket, identity.attempt, identity.device, identity.recovery_code, identity.second_factor, identity.link_token',
    `UPDATE identity.session SET ended_why = 'signed-out' WHERE ended_why NOT IN ('signed-out', 'refresh-token-reused')`,
    `ALTER TABLE identity.session
       DROP CONSTRAINT session_ended_why_check,
       ADD CONSTRAINT session_ended_why_check CHECK (ended_why IN ('signed-out', 'refresh-token-reused')),
       DROP COLUMN last_used_at, DROP COLUMN client_address, DROP COLUMN device_words, DROP COLUMN second_factor, DROP COLUMN only_area`,
    `UPDATE identity.person_user SET password_hash = '$argon2id$none' WHERE password_hash IS NULL`,
    `ALTER TABLE identity.person_user
       DROP CONSTRAINT person_user_key_has_no_password,
       DROP COLUMN kind, DROP COLUMN reset_asked_at,
       ALTER COLUMN password_hash SET NOT NULL`,
  ],
});
