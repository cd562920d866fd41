import { globalTable, infrastructureTable, migration } from './migration';

const issuer = `
CREATE TABLE identity.oidc_issuer (
  id uuid PRIMARY KEY,
  area platform.area_code NOT NULL REFERENCES platform.area,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  issuer_url text NOT NULL CHECK (issuer_url ~ '^https?://' AND length(issuer_url) <= 300),
  client_id text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 200),
  client_secret_sealed text NOT NULL CHECK (length(client_secret_sealed) BETWEEN 20 AND 2000),
  console_origin text NOT NULL CHECK (console_origin ~ '^https?://[^/]+$'),
  made_by uuid NOT NULL REFERENCES identity.person_user,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (id, area)
)`;

const link = `
CREATE TABLE identity.oidc_link (
  id uuid PRIMARY KEY,
  issuer_id uuid NOT NULL REFERENCES identity.oidc_issuer,
  user_id uuid NOT NULL REFERENCES identity.person_user,
  subject text CHECK (length(subject) BETWEEN 1 AND 255),
  email_index text CHECK (length(email_index) BETWEEN 20 AND 100),
  made_by uuid NOT NULL REFERENCES identity.person_user,
  made_at timestamptz NOT NULL,
  UNIQUE (issuer_id, subject),
  UNIQUE (issuer_id, email_index),
  UNIQUE (issuer_id, user_id),
  CHECK (subject IS NOT NULL OR email_index IS NOT NULL)
)`;

const flow = `
CREATE TABLE identity.oidc_flow (
  state_hash text PRIMARY KEY CHECK (state_hash ~ '^[0-9a-f]{64}$'),
  issuer_id uuid NOT NULL REFERENCES identity.oidc_issuer,
  browser_hash text NOT NULL CHECK (browser_hash ~ '^[0-9a-f]{64}$'),
  nonce text NOT NULL,
  verifier_sealed text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CHECK (expires_at > made_at)
)`;

export default migration({
  number: 1212,
  name: 'identity-oidc',
  reason:
    'Log-in by the OpenID provider of an area (统一身份认证): its client as data, the people linked beforehand, and the log-ins on their way through a provider.',
  up: [
    issuer,
    globalTable('identity.oidc_issuer', {
      comment:
        'an OpenID provider of an area; a log-in through it acts in that area only; its client secret is encrypted',
      grant: 'update',
    }),
    link,
    'CREATE INDEX oidc_link_of_user ON identity.oidc_link (user_id)',
    globalTable('identity.oidc_link', {
      comment:
        'a person as a provider knows them: by subject, or, until the first log-in, by the keyed hash of a verified e-mail address',
      grant: 'update-delete',
    }),
    flow,
    'CREATE INDEX oidc_flow_over ON identity.oidc_flow (expires_at)',
    infrastructureTable('identity.oidc_flow', {
      comment: 'a log-in on its way through a provider: state, browser, nonce and verifier; taken once',
      grant: 'update-delete',
    }),
  ],
  down: ['DROP TABLE identity.oidc_flow, identity.oidc_link, identity.oidc_issuer'],
});
