import { globalTable, migration, tenantTable } from './migration';

const proposal = `
CREATE TABLE identity.proposal (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('membership', 'second-factor-reset')),
  user_id uuid NOT NULL REFERENCES identity.person_user,
  organisation_id uuid REFERENCES catalog.organisation,
  role text,
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused')),
  version integer NOT NULL,
  proposed_by uuid NOT NULL REFERENCES identity.person_user,
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES identity.person_user,
  decided_at timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT proposal_two_people CHECK (decided_by IS NULL OR state = 'refused' OR decided_by <> proposed_by),
  CONSTRAINT proposal_not_for_oneself CHECK (decided_by IS NULL OR state = 'refused' OR decided_by <> user_id),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((kind = 'membership') = (organisation_id IS NOT NULL)),
  CHECK ((kind = 'membership') = (role IS NOT NULL))
)`;

const delegation = `
CREATE TABLE identity.delegation (
  id uuid PRIMARY KEY,
  area platform.area_code NOT NULL REFERENCES platform.area,
  organisation_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  from_user_id uuid NOT NULL,
  role text NOT NULL,
  delegate_membership_id uuid NOT NULL,
  to_user_id uuid NOT NULL,
  delegate_role text NOT NULL,
  from_date date NOT NULL,
  until_date date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  made_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.person_user,
  CONSTRAINT delegation_of_an_own_membership FOREIGN KEY (membership_id, from_user_id, area, organisation_id, role)
    REFERENCES identity.membership (id, user_id, area, organisation_id, role),
  CONSTRAINT delegation_inside_one_organisation
    FOREIGN KEY (delegate_membership_id, to_user_id, area, organisation_id, delegate_role)
    REFERENCES identity.membership (id, user_id, area, organisation_id, role),
  CONSTRAINT delegation_to_somebody_else CHECK (from_user_id <> to_user_id),
  CONSTRAINT delegation_never_of_administrators CHECK (role <> 'administrator' AND delegate_role <> 'administrator'),
  CONSTRAINT delegation_of_90_days CHECK (until_date >= from_date AND until_date - from_date < 90),
  CONSTRAINT delegation_once EXCLUDE USING gist
    (membership_id WITH =, to_user_id WITH =, daterange(from_date, until_date, '[]') WITH &&) WHERE (revoked_at IS NULL),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
)`;

const SCOPES = `'reports:read', 'reports:write', 'orders:read', 'orders:write', 'supply:read', 'supply:write',
  'invoices:read', 'invoices:write', 'files'`;

const apiKey = `
CREATE TABLE identity.api_key (
  id uuid PRIMARY KEY,
  area platform.area_code NOT NULL REFERENCES platform.area,
  organisation_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('hospital', 'supplier')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  secret_hash text NOT NULL CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 20 AND scopes <@ ARRAY[${SCOPES}]),
  made_by uuid NOT NULL REFERENCES identity.person_user,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.person_user,
  FOREIGN KEY (membership_id, account_id, area, organisation_id, role)
    REFERENCES identity.membership (id, user_id, area, organisation_id, role),
  CHECK (expires_at > made_at),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
)`;

export default migration({
  number: 1213,
  name: 'identity-people',
  reason:
    'Roles behind which money moves are given by two administrators; a membership is handed to a colleague for some days (授权委托); other systems act by keys of their own.',
  up: [
    `ALTER TABLE identity.membership ADD CONSTRAINT membership_whole UNIQUE (id, user_id, area, organisation_id, role)`,
    proposal,
    `CREATE UNIQUE INDEX proposal_waiting ON identity.proposal
       (area, kind, user_id, organisation_id, role) NULLS NOT DISTINCT WHERE state = 'proposed'`,
    tenantTable('identity.proposal', {
      comment:
        'what two administrators must agree on: a role behind which money moves, or the removal of a second factor',
      grant: 'update',
    }),
    delegation,
    'CREATE INDEX delegation_to ON identity.delegation (to_user_id) WHERE revoked_at IS NULL',
    'CREATE INDEX delegation_of ON identity.delegation (from_user_id)',
    'CREATE INDEX delegation_area ON identity.delegation (area, made_at)',
    globalTable('identity.delegation', {
      comment:
        'one membership in the hands of a colleague of the same organisation, from one business date until another, both included; never handed on',
      grant: 'update',
    }),
    `ALTER TABLE identity.session ADD COLUMN delegation_id uuid REFERENCES identity.delegation`,
    apiKey,
    'CREATE INDEX api_key_of_organisation ON identity.api_key (area, organisation_id)',
    globalTable('identity.api_key', {
      comment:
        'a key by which a system of a hospital or supplier acts, as the sha256 of its secret; its acts name the account of the key',
      grant: 'update',
    }),
  ],
  down: [
    'DROP TABLE identity.api_key',
    'ALTER TABLE identity.session DROP COLUMN delegation_id',
    'DROP TABLE identity.delegation',
    'DROP TABLE identity.proposal',
    'ALTER TABLE identity.membership DROP CONSTRAINT membership_whole',
  ],
});
