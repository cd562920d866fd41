import { globalTable, tenantTable } from '../migration';

const instrument = `
CREATE TABLE long_term_care.instrument (
  instrument_key text NOT NULL CHECK (instrument_key ~ '^[a-z][a-z0-9_]*$'),
  instrument_version text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  source text NOT NULL,
  content jsonb NOT NULL,
  content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  needs_confirmation boolean NOT NULL,
  PRIMARY KEY (instrument_key, instrument_version)
)`;

const confirmation = `
CREATE TABLE long_term_care.instrument_confirmation (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  instrument_key text NOT NULL,
  instrument_version text NOT NULL,
  content_sha256 text NOT NULL,
  officer_id uuid NOT NULL,
  officer_name text NOT NULL CHECK (length(officer_name) BETWEEN 1 AND 100),
  document text NOT NULL CHECK (length(document) BETWEEN 1 AND 400),
  confirmed_on date NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, instrument_key, instrument_version),
  FOREIGN KEY (instrument_key, instrument_version) REFERENCES long_term_care.instrument
)`;

const person = `
CREATE TABLE long_term_care.person (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  sex text NOT NULL CHECK (sex IN ('male', 'female')),
  birth_date date NOT NULL,
  street text NOT NULL CHECK (length(street) BETWEEN 1 AND 200),
  identity_number_encrypted text NOT NULL,
  identity_number_masked text NOT NULL CHECK (identity_number_masked ~ '^[0-9]{6}\\*{8}[0-9]{3}[0-9X]$'),
  identity_number_index text NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, identity_number_index)
)`;

const application = `
CREATE TABLE long_term_care.application (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  claimed_grade smallint NOT NULL CHECK (claimed_grade BETWEEN 0 AND 5),
  disabled_since date NOT NULL,
  treatment_record text NOT NULL CHECK (length(treatment_record) BETWEEN 1 AND 2000),
  insured boolean NOT NULL,
  guardian_name text CHECK (length(guardian_name) BETWEEN 1 AND 100),
  guardian_relation text CHECK (length(guardian_relation) BETWEEN 1 AND 40),
  applied_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'returned', 'concluded')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id),
  CHECK ((guardian_name IS NULL) = (guardian_relation IS NULL)),
  CHECK (disabled_since <= applied_on)
)`;

export const peopleTables = [
  instrument,
  ...globalTable('long_term_care.instrument', {
    comment:
      'a version of an assessment instrument (评估标准) with everything that grades by it; immutable, content_sha256 is of its canonical JSON',
    grant: 'append',
  }),
  confirmation,
  ...tenantTable('long_term_care.instrument_confirmation', {
    comment:
      'a named officer of the area has compared thresholds and table of an instrument with the official document',
    grant: 'append',
  }),
  person,
  ...tenantTable('long_term_care.person', {
    comment:
      'an insured person (参保人); the identity number is encrypted, shown masked (first 6, last 4) and found by its blind index',
    grant: 'update',
  }),
  application,
  `CREATE UNIQUE INDEX application_one_open ON long_term_care.application (area, person_id) WHERE state IN ('submitted', 'accepted')`,
  'CREATE INDEX application_by_state ON long_term_care.application (area, state, id)',
  'CREATE INDEX application_of_person ON long_term_care.application (area, person_id)',
  ...tenantTable('long_term_care.application', {
    comment:
      'an application for long-term care (申请); a person has one open application at most, disability has lasted six months',
    grant: 'update',
  }),
  `COMMENT ON COLUMN long_term_care.application.claimed_grade IS 'grade 0 to 5 as claimed by the applicant; opens nothing'`,
] as const;
