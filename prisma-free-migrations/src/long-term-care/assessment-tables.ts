import { tenantTable } from '../migration';

const assessor = `
CREATE TABLE long_term_care.assessor (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 100),
  expert boolean NOT NULL,
  certificate_number text NOT NULL CHECK (length(certificate_number) BETWEEN 1 AND 60),
  certificate_expires_on date NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, user_id)
)`;

const conflict = `
CREATE TABLE long_term_care.assessor_conflict (
  area platform.area_code NOT NULL,
  assessor_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('kin', 'carer', 'care-provider')),
  PRIMARY KEY (area, assessor_id, person_id),
  FOREIGN KEY (area, assessor_id) REFERENCES long_term_care.assessor (area, id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id)
)`;

const assessment = `
CREATE TABLE long_term_care.assessment (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  person_id uuid NOT NULL,
  instrument_key text NOT NULL,
  instrument_version text NOT NULL,
  visit_on date NOT NULL,
  visit_place text NOT NULL CHECK (length(visit_place) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('visiting', 'joint', 'concluded', 'in-publicity', 'publicity-ended', 'objected',
    'annulled', 'confirmed', 'not-passed')),
  version integer NOT NULL DEFAULT 1,
  assessed_grade smallint CHECK (assessed_grade BETWEEN 0 AND 5),
  concluded_on date,
  confirmed_grade smallint CHECK (confirmed_grade BETWEEN 0 AND 5),
  confirmed_on date,
  confirmed_by uuid,
  PRIMARY KEY (area, id),
  UNIQUE (area, application_id),
  FOREIGN KEY (area, application_id) REFERENCES long_term_care.application (area, id),
  FOREIGN KEY (area, person_id) REFERENCES long_term_care.person (area, id),
  FOREIGN KEY (instrument_key, instrument_version) REFERENCES long_term_care.instrument,
  CONSTRAINT assessment_graded CHECK ((assessed_grade IS NULL) = (state IN ('visiting', 'joint'))),
  CONSTRAINT assessment_concluded CHECK ((concluded_on IS NULL) = (assessed_grade IS NULL)),
  CONSTRAINT assessment_confirmed CHECK ((confirmed_grade IS NOT NULL) = (state IN ('confirmed', 'not-passed'))),
  CONSTRAINT assessment_confirmed_as_assessed CHECK (confirmed_grade = assessed_grade),
  CONSTRAINT assessment_confirmed_by_somebody CHECK ((confirmed_grade IS NULL) = (confirmed_on IS NULL)
    AND (confirmed_on IS NULL) = (confirmed_by IS NULL))
)`;

const seat = `
CREATE TABLE long_term_care.assessment_assessor (
  area platform.area_code NOT NULL,
  assessment_id uuid NOT NULL,
  assessor_id uuid NOT NULL,
  seat smallint NOT NULL CHECK (seat IN (1, 2)),
  PRIMARY KEY (area, assessment_id, assessor_id),
  UNIQUE (area, assessment_id, seat),
  FOREIGN KEY (area, assessment_id) REFERENCES long_term_care.assessment (area, id),
  FOREIGN KEY (area, assessor_id) REFERENCES long_term_care.assessor (area, id)
)`;

const sheet = `
CREATE TABLE long_term_care.answer_sheet (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  assessor_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted')),
  version integer NOT NULL DEFAULT 1,
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
  grade smallint CHECK (grade BETWEEN 0 AND 5),
  grading jsonb,
  guardian_present boolean,
  saved_at timestamptz NOT NULL,
  submitted_at timestamptz,
  PRIMARY KEY (area, id),
  UNIQUE (area, assessment_id, assessor_id),
  FOREIGN KEY (area, assessment_id, assessor_id) REFERENCES long_term_care.assessment_assessor (area, assessment_id, assessor_id),
  CHECK ((state = 'submitted') = (grade IS NOT NULL)),
  CHECK ((grade IS NULL) = (grading IS NULL) AND (grade IS NULL) = (submitted_at IS NULL)),
  CHECK (state = 'draft' OR guardian_present IS NOT NULL)
)`;

const answer = `
CREATE TABLE long_term_care.answer (
  area platform.area_code NOT NULL,
  sheet_id uuid NOT NULL,
  item_key text NOT NULL,
  score integer NOT NULL,
  PRIMARY KEY (area, sheet_id, item_key),
  FOREIGN KEY (area, sheet_id) REFERENCES long_term_care.answer_sheet (area, id)
)`;

const vote = `
CREATE TABLE long_term_care.conclusion_vote (
  area platform.area_code NOT NULL,
  assessment_id uuid NOT NULL,
  assessor_id uuid NOT NULL,
  joint_answers jsonb,
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 5),
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (area, assessment_id, assessor_id),
  FOREIGN KEY (area, assessment_id, assessor_id) REFERENCES long_term_care.assessment_assessor (area, assessment_id, assessor_id)
)`;

const conclusion = `
CREATE TABLE long_term_care.conclusion (
  area platform.area_code NOT NULL,
  assessment_id uuid NOT NULL,
  basis text NOT NULL CHECK (basis IN ('sheets-agree', 'joint-answers')),
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 5),
  grading jsonb NOT NULL,
  concluded_on date NOT NULL,
  PRIMARY KEY (area, assessment_id),
  FOREIGN KEY (area, assessment_id) REFERENCES long_term_care.assessment (area, id)
)`;

const publicity = `
CREATE TABLE long_term_care.publicity (
  area platform.area_code NOT NULL,
  assessment_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  masked_name text NOT NULL CHECK (masked_name LIKE '%*%'),
  sex text NOT NULL CHECK (sex IN ('male', 'female')),
  birth_year smallint NOT NULL,
  street text NOT NULL CHECK (street !~ '[0-9]'),
  grade smallint NOT NULL CHECK (grade BETWEEN 0 AND 5),
  PRIMARY KEY (area, assessment_id),
  FOREIGN KEY (area, assessment_id) REFERENCES long_term_care.assessment (area, id),
  CHECK (ends_on > starts_on)
)`;

const objection = `
CREATE TABLE long_term_care.objection (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  objector_name text NOT NULL CHECK (length(objector_name) BETWEEN 1 AND 100),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  filed_on date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, assessment_id) REFERENCES long_term_care.assessment (area, id)
)`;

export const assessmentTables = [
  assessor,
  ...tenantTable('long_term_care.assessor', {
    comment: 'an assessor or assessment expert (评估员、评估专家) of the area with the certificate; one row per user',
    grant: 'update',
  }),
  conflict,
  ...tenantTable('long_term_care.assessor_conflict', {
    comment: 'a declared tie between an assessor and a person: such an assessor is never assigned to that person',
    grant: 'append',
  }),
  assessment,
  'CREATE INDEX assessment_by_state ON long_term_care.assessment (area, state, id)',
  'CREATE INDEX assessment_of_person ON long_term_care.assessment (area, person_id)',
  ...tenantTable('long_term_care.assessment', {
    comment:
      'one assessment of one application with the version of its instrument; the assessed grade is computed, only the confirmed grade opens money',
    grant: 'update',
  }),
  seat,
  'CREATE INDEX assessment_assessor_tasks ON long_term_care.assessment_assessor (area, assessor_id, assessment_id)',
  ...tenantTable('long_term_care.assessment_assessor', {
    comment: 'the two people who visit; one row per seat',
    grant: 'append',
  }),
  sheet,
  ...tenantTable('long_term_care.answer_sheet', {
    comment:
      'the answers of one assessor; a draft may have blanks, a submitted sheet never changes and stays hidden from the other until both are in',
    grant: 'update',
  }),
  answer,
  ...tenantTable('long_term_care.answer', {
    comment: 'one score of a submitted sheet, in points of the instrument',
    grant: 'append',
  }),
  vote,
  ...tenantTable('long_term_care.conclusion_vote', {
    comment:
      'what an assessor puts to the joint conclusion: the common grade, with common answers where the sheets differ in grade',
    grant: 'update',
  }),
  conclusion,
  ...tenantTable('long_term_care.conclusion', {
    comment: 'the joint conclusion (共同结论): the computed grade with its reasons',
    grant: 'append',
  }),
  publicity,
  'CREATE INDEX publicity_by_end ON long_term_care.publicity (area, ends_on)',
  ...tenantTable('long_term_care.publicity', {
    comment:
      'what is shown in public of a result (公示): masked name, sex, year of birth, street; ends_on is its last day',
    grant: 'append',
  }),
  objection,
  ...tenantTable('long_term_care.objection', {
    comment:
      'an objection (异议) raised during publicity; it stops the clock until it is decided; another may follow one that was dismissed',
    grant: 'append',
  }),
] as const;
