import { globalTable, migration } from './migration';

const personUser = `
CREATE TABLE identity.person_user (
  id uuid PRIMARY KEY,
  login_name text NOT NULL UNIQUE CHECK (login_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  made_at timestamptz NOT NULL,
  disabled_at timestamptz
)`;

const membership = `
CREATE TABLE identity.membership (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  area platform.area_code NOT NULL REFERENCES platform.area,
  organisation_id uuid NOT NULL REFERENCES catalog.organisation,
  role text NOT NULL CHECK (role IN ('agency-clerk', 'agency-first-review', 'agency-recheck', 'agency-approval',
    'agency-accounts', 'agency-accounts-check', 'hospital', 'supplier', 'assessor', 'auditor')),
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (user_id, area, organisation_id, role)
)`;

const session = `
CREATE TABLE identity.session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  membership_id uuid NOT NULL REFERENCES identity.membership,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_why text CHECK (ended_why IN ('signed-out', 'refresh-token-reused')),
  CHECK (expires_at > made_at),
  CHECK ((ended_at IS NULL) = (ended_why IS NULL))
)`;

const refreshToken = `
CREATE TABLE identity.refresh_token (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  session_id uuid NOT NULL REFERENCES identity.session,
  issued_at timestamptz NOT NULL,
  used_at timestamptz
)`;

export default migration({
  number: 300,
  name: 'identity',
  reason:
    'Who may log in, as whom, and the log-ins that live now. Passwords and refresh tokens are kept as hashes only.',
  up: [
    'CREATE SCHEMA identity',
    'GRANT USAGE ON SCHEMA identity TO huiji_app',
    personUser,
    globalTable('identity.person_user', {
      comment: 'a person who can log in; one person may act for many organisations and areas',
      grant: 'update',
    }),
    membership,
    'CREATE INDEX membership_area ON identity.membership (area, organisation_id, role)',
    globalTable('identity.membership', {
      comment: 'one role of one person for one organisation in one area; an access token carries exactly one',
      grant: 'update',
    }),
    session,
    'CREATE INDEX session_of_user ON identity.session (user_id)',
    'CREATE INDEX session_of_membership ON identity.session (membership_id)',
    globalTable('identity.session', {
      comment: 'one log-in, from the password to the sign-out or the expiry',
      grant: 'update',
    }),
    refreshToken,
    'CREATE INDEX refresh_token_session ON identity.refresh_token (session_id)',
    globalTable('identity.refresh_token', {
      comment: 'a refresh token as its sha256; used once, then the next one; a late second use ends the session',
      grant: 'update',
    }),
  ],
  down: ['DROP SCHEMA identity CASCADE'],
});
