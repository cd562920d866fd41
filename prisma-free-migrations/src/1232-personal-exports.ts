import { migration, tenantTable } from './migration';

const purposes = `'identity-check', 'payment-problem', 'complaint', 'inspection', 'court-order'`;

const unmasking = `
CREATE TABLE platform.unmasking (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  column_code text NOT NULL CHECK (column_code ~ '^[a-z][a-z-]*$'),
  row_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN (${purposes})),
  words text NOT NULL CHECK (length(words) BETWEEN 4 AND 200),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  show_until timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  CHECK (show_until > asked_at)
)`;

const personalExport = `
CREATE TABLE platform.personal_export (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  column_code text NOT NULL CHECK (column_code ~ '^[a-z][a-z-]*$'),
  purpose text NOT NULL CHECK (purpose IN (${purposes})),
  words text NOT NULL CHECK (length(words) BETWEEN 4 AND 200),
  state text NOT NULL CHECK (state IN ('requested', 'approved', 'refused', 'taken')),
  version integer NOT NULL DEFAULT 1,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  refusal_reason text CHECK (length(refusal_reason) BETWEEN 4 AND 200),
  expires_at timestamptz,
  taken_at timestamptz,
  PRIMARY KEY (area, id),
  CONSTRAINT personal_export_two_people CHECK (decided_by <> requested_by),
  CONSTRAINT personal_export_decided CHECK ((state = 'requested') = (decided_by IS NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL) AND (state = 'refused') = (refusal_reason IS NOT NULL)
    AND (state IN ('approved', 'taken')) = (expires_at IS NOT NULL) AND (state = 'taken') = (taken_at IS NOT NULL)),
  CONSTRAINT personal_export_in_time CHECK (taken_at <= expires_at)
)`;

export default migration({
  number: 1232,
  name: 'personal-exports',
  reason:
    'A masked number is shown to one person for a purpose that is written down, and a list of numbers leaves only when a second person agreed; each is told.',
  up: [
    unmasking,
    'CREATE INDEX unmasking_newest ON platform.unmasking (area, asked_at, id)',
    tenantTable('platform.unmasking', {
      comment:
        'a personal number that was shown to somebody, for which purpose, and until when; the number is not here',
      grant: 'append',
    }),
    personalExport,
    'CREATE INDEX personal_export_newest ON platform.personal_export (area, requested_at, id)',
    tenantTable('platform.personal_export', {
      comment:
        'a wish to take a list of personal numbers out: asked by one person, agreed to by another, taken once before it expires; the list is made when it is taken and kept nowhere',
      grant: 'update',
    }),
    'REVOKE UPDATE ON platform.personal_export FROM huiji_app',
    `GRANT UPDATE (state, version, decided_by, decided_at, refusal_reason, expires_at, taken_at)
       ON platform.personal_export TO huiji_app`,
  ],
  down: ['DROP TABLE platform.personal_export', 'DROP TABLE platform.unmasking'],
});
