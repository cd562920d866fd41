import { tenantTable } from '../migration';

const MODES = `('institution', 'home-visits', 'home-personal', 'combined')`;
const MONTH = `CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')`;
const overlap = (name: string, from: string, to: string, ends = '[]', where = ''): string =>
  `CONSTRAINT ${name} EXCLUDE USING gist (area WITH =, person_id WITH =, daterange(${from}, ${to}, '${ends}') WITH &&)${where}`;

const pack = `
CREATE TABLE long_term_care.benefit_pack (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  start_rule text NOT NULL CHECK (start_rule IN ('next-month', 'next-day', 'month-after-contribution-gap')),
  admission_day text NOT NULL CHECK (admission_day IN ('payable', 'stopped')),
  discharge_day text NOT NULL CHECK (discharge_day IN ('payable', 'stopped')),
  death_day text NOT NULL CHECK (death_day IN ('payable', 'stopped')),
  move_day text NOT NULL CHECK (move_day IN ('payable', 'stopped')),
  publicity_days smallint NOT NULL CHECK (publicity_days BETWEEN 1 AND 60),
  validity_months smallint NOT NULL CHECK (validity_months BETWEEN 2 AND 120),
  source text NOT NULL,
  confirmed_by text,
  confirmed_on date,
  PRIMARY KEY (area, id),
  CHECK (valid_to >= valid_from),
  CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL)),
  CONSTRAINT benefit_pack_one_at_a_time EXCLUDE USING gist (area WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
)`;

const rate = `
CREATE TABLE long_term_care.benefit_rate (
  area platform.area_code NOT NULL,
  pack_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ${MODES}),
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 5),
  person_day_fen bigint NOT NULL CHECK (person_day_fen >= 0),
  provider_day_fen bigint NOT NULL CHECK (provider_day_fen >= 0),
  only_if_mode_before date,
  PRIMARY KEY (area, pack_id, mode, grade),
  FOREIGN KEY (area, pack_id) REFERENCES long_term_care.benefit_pack (area, id),
  CHECK (person_day_fen + provider_day_fen > 0)
)`;

const entitlement = `
CREATE TABLE long_term_care.care_entitlement (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 5),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, assessment_id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id),
  FOREIGN KEY (area, assessment_id) REFERENCES long_term_care.assessment (area, id),
  CHECK (ends_on >= starts_on),
  ${overlap('care_entitlement_no_overlap', 'starts_on', 'ends_on')}
)`;

const mode = `
CREATE TABLE long_term_care.care_mode (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ${MODES}),
  provider_id uuid,
  starts_on date NOT NULL,
  ends_on date,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id),
  CHECK (ends_on >= starts_on),
  ${overlap('care_mode_no_overlap', 'starts_on', 'ends_on')}
)`;

const stop = `
CREATE TABLE long_term_care.care_stop (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('hospital-stay', 'death', 'moved-away')),
  starts_on date NOT NULL,
  ends_on date,
  reported_on date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id),
  CHECK (ends_on >= starts_on),
  CHECK (kind = 'hospital-stay' OR ends_on IS NULL),
  ${overlap('care_stop_no_overlap', 'starts_on', 'ends_on', '[)', ` WHERE (kind = 'hospital-stay')`)}
)`;

const run = `
CREATE TABLE long_term_care.subsidy_run (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  month text NOT NULL ${MONTH},
  sequence integer NOT NULL CHECK (sequence >= 1),
  state text NOT NULL CHECK (state IN ('draft', 'computed', 'handed-over', 'discarded')),
  version integer NOT NULL DEFAULT 1,
  people_count bigint NOT NULL DEFAULT 0 CHECK (people_count >= 0),
  paid_people_count bigint NOT NULL DEFAULT 0 CHECK (paid_people_count BETWEEN 0 AND people_count),
  line_count bigint NOT NULL DEFAULT 0 CHECK (line_count >= 0),
  exception_count bigint NOT NULL DEFAULT 0 CHECK (exception_count >= 0),
  total_fen bigint NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
  made_on date NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, month, sequence)
)`;

const span = `
CREATE TABLE long_term_care.care_span (
  area platform.area_code NOT NULL,
  run_id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  stop_reason text CHECK (stop_reason IN ('death', 'moved-away', 'not-started', 'expired', 'hospital-stay', 'no-mode',
    'no-rate', 'no-provider')),
  grade smallint,
  mode text CHECK (mode IN ${MODES}),
  person_day_fen bigint CHECK (person_day_fen >= 0),
  provider_day_fen bigint CHECK (provider_day_fen >= 0),
  provider_id uuid,
  PRIMARY KEY (area, run_id, person_id, from_on),
  CHECK ((stop_reason IS NULL) = (mode IS NOT NULL)),
  CHECK (num_nulls(grade, mode, person_day_fen, provider_day_fen) IN (0, 4)),
  CHECK (provider_day_fen IS NULL OR provider_day_fen = 0 OR provider_id IS NOT NULL)
)`;

const careMonth = `
CREATE TABLE long_term_care.care_month (
  area platform.area_code NOT NULL,
  person_id uuid NOT NULL,
  month text NOT NULL ${MONTH},
  kind text NOT NULL CHECK (kind IN ('regular')),
  run_id uuid NOT NULL,
  payable_days smallint NOT NULL CHECK (payable_days BETWEEN 1 AND 31),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (area, person_id, month, kind)
)`;

const line = `
CREATE TABLE long_term_care.subsidy_line (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  person_id uuid NOT NULL,
  month text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('regular')),
  payee_type text NOT NULL CHECK (payee_type IN ('person', 'organisation')),
  payee_id uuid NOT NULL,
  days smallint NOT NULL CHECK (days BETWEEN 1 AND 31),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  PRIMARY KEY (area, run_id, id),
  UNIQUE (area, person_id, month, kind, payee_type, payee_id),
  CHECK (payee_type = 'organisation' OR payee_id = person_id)
)`;

const exception = `
CREATE TABLE long_term_care.subsidy_exception (
  area platform.area_code NOT NULL,
  run_id uuid NOT NULL,
  person_id uuid NOT NULL,
  code text NOT NULL CHECK (code IN ('NO_CARE_MODE', 'NO_RATE', 'NO_PROVIDER', 'NOTHING_PAYABLE')),
  days smallint NOT NULL CHECK (days BETWEEN 1 AND 31),
  PRIMARY KEY (area, run_id, person_id, code)
)`;

const lineView = `
CREATE VIEW long_term_care.subsidy_line_v1 WITH (security_invoker = true) AS
SELECT area, id AS subsidy_line_id, run_id, person_id, month, payee_type, payee_id, amount_fen
FROM long_term_care.subsidy_line`;

/** Rows of money may go only with a run that was given up before it was handed over. */
const onlyOfDiscarded = (table: string): string => `
CREATE POLICY discarded ON ${table} AS RESTRICTIVE FOR DELETE USING (EXISTS (
  SELECT FROM long_term_care.subsidy_run r WHERE r.area = ${table}.area AND r.id = ${table}.run_id AND r.state = 'discarded'))`;

export const careTables = [
  pack,
  ...tenantTable('long_term_care.benefit_pack', {
    comment:
      'the benefit of the area from valid_from to valid_to (待遇包), both days included: start rule, day rules, publicity in days, validity in months, its source and who confirmed it',
    grant: 'update',
  }),
  rate,
  ...tenantTable('long_term_care.benefit_rate', {
    comment:
      'fen per day of care for a mode and a grade, split into the share of the person and of the institution; there is no monthly cap',
    grant: 'append',
  }),
  entitlement,
  'CREATE INDEX care_entitlement_days ON long_term_care.care_entitlement (area, starts_on, ends_on)',
  ...tenantTable('long_term_care.care_entitlement', {
    comment: 'a confirmed grade and the days it opens, both included; only this opens money',
    grant: 'update',
  }),
  mode,
  ...tenantTable('long_term_care.care_mode', {
    comment: 'how a person is cared for from one day to another, both included; open while ends_on is null',
    grant: 'update',
  }),
  stop,
  `CREATE UNIQUE INDEX care_stop_once ON long_term_care.care_stop (area, person_id, kind) WHERE kind <> 'hospital-stay'`,
  'CREATE INDEX care_stop_days ON long_term_care.care_stop (area, starts_on)',
  ...tenantTable('long_term_care.care_stop', {
    comment:
      'what interrupts or ends care: days of admission and discharge, of death, of a move out of the area, as reported',
    grant: 'update',
  }),
  run,
  ...tenantTable('long_term_care.subsidy_run', {
    comment:
      'one run over a month (月度补贴): a snapshot of who is paid what; a later run of the month pays only those not yet paid',
    grant: 'update',
  }),
  span,
  ...tenantTable('long_term_care.care_span', {
    comment:
      'the judged days of one person in one run, both ends included: payable at fen per day or stopped for a reason; append only. No foreign key: parents are never deleted, the invariants check',
    grant: 'append',
  }),
  careMonth,
  ...tenantTable('long_term_care.care_month', {
    comment:
      'a person is paid once for a month: this primary key refuses a second payment; never edited, taken away only with a run that is discarded before it is handed over. No foreign key: parents are never deleted, the invariants check',
    grant: 'append-delete',
  }),
  onlyOfDiscarded('long_term_care.care_month'),
  line,
  ...tenantTable('long_term_care.subsidy_line', {
    comment:
      'what one payee gets for one person and month, in fen; never edited, taken away only with a run that is discarded before it is handed over. No foreign key: parents are never deleted, the invariants check',
    grant: 'append-delete',
  }),
  onlyOfDiscarded('long_term_care.subsidy_line'),
  exception,
  ...tenantTable('long_term_care.subsidy_exception', {
    comment: 'a person in a run who is paid nothing, or not for all days, and why',
    grant: 'append',
  }),
  lineView,
  'GRANT SELECT ON long_term_care.subsidy_line_v1 TO huiji_app',
  `COMMENT ON VIEW long_term_care.subsidy_line_v1 IS 'published: lines of subsidy runs as payment reads them; amount_fen in fen'`,
] as const;
