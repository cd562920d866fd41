import { migration, tenantTable } from './migration';

const act = `
CREATE TABLE approval.act (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  subject_type text NOT NULL CHECK (subject_type ~ '^[a-z][a-z-]*$'),
  subject_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'passed', 'returned')),
  version integer NOT NULL DEFAULT 1,
  opened_by uuid NOT NULL,
  first_review_people integer NOT NULL CHECK (first_review_people >= 1),
  recheck_people integer NOT NULL CHECK (recheck_people >= 1),
  approval_people integer NOT NULL CHECK (approval_people >= 1),
  opened_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, id, subject_id)
)`;

const participant = `
CREATE TABLE approval.act_participant (
  area platform.area_code NOT NULL,
  subject_id uuid NOT NULL,
  person_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('clerk', 'account-editor', 'first-review', 'recheck', 'approval')),
  subject_type text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (area, subject_id, person_id),
  UNIQUE (area, subject_id, person_id, part)
)`;

const review = `
CREATE TABLE approval.review (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  step text NOT NULL CHECK (step IN ('first-review', 'recheck', 'approval')),
  person_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('pass', 'return')),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  reviewed_on date NOT NULL,
  reviewed_at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, act_id, person_id),
  FOREIGN KEY (area, act_id, subject_id) REFERENCES approval.act (area, id, subject_id),
  FOREIGN KEY (area, subject_id, person_id, step) REFERENCES approval.act_participant (area, subject_id, person_id, part),
  CONSTRAINT review_return_has_reason CHECK (decision = 'pass' OR reason IS NOT NULL)
)`;

export default migration({
  number: 500,
  name: 'approval',
  reason:
    'Four different people for every important act, kept by keys and not by code: a person has one part in a subject, a review needs the part of its step.',
  up: [
    'CREATE SCHEMA approval',
    'GRANT USAGE ON SCHEMA approval TO huiji_app',
    act,
    `CREATE UNIQUE INDEX act_one_live ON approval.act (area, subject_type, subject_id) WHERE state IN ('open', 'passed')`,
    'CREATE INDEX act_of_subject ON approval.act (area, subject_id, opened_at)',
    tenantTable('approval.act', {
      comment:
        'one round of approval of one subject: first review 初审, re-check 复核, approval 审批, each by at least so many different people; at least one each, there is no way to ask for none',
      grant: 'update',
    }),
    'REVOKE UPDATE ON approval.act FROM huiji_app',
    'GRANT UPDATE (state, version) ON approval.act TO huiji_app',
    participant,
    tenantTable('approval.act_participant', {
      comment:
        'the one part a person has in a subject, for ever and over all rounds: clerk 经办, editor of a payee account, or one of the three steps; a second part is refused by the primary key',
      grant: 'append',
    }),
    review,
    tenantTable('approval.review', {
      comment: 'a decision of one person at one step of one round, append only; a return carries its reason',
      grant: 'append',
    }),
  ],
  down: ['DROP SCHEMA approval CASCADE'],
});
