import { migration, tenantTable } from './migration';

const policy = `
CREATE TABLE approval.policy (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  subject_type text NOT NULL CHECK (subject_type ~ '^[a-z][a-z-]*$'),
  state text NOT NULL CHECK (state IN ('proposed', 'returned', 'in-force')),
  version integer NOT NULL DEFAULT 1,
  valid_from date NOT NULL,
  first_review_days integer NOT NULL CHECK (first_review_days BETWEEN 1 AND 60),
  recheck_days integer NOT NULL CHECK (recheck_days BETWEEN 1 AND 60),
  approval_days integer NOT NULL CHECK (approval_days BETWEEN 1 AND 60),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  proposed_by uuid NOT NULL,
  proposed_on date NOT NULL,
  PRIMARY KEY (area, id)
)`;

const band = `
CREATE TABLE approval.policy_band (
  area platform.area_code NOT NULL,
  policy_id uuid NOT NULL,
  from_fen bigint NOT NULL CHECK (from_fen >= 0),
  first_review_people integer NOT NULL CHECK (first_review_people BETWEEN 1 AND 9),
  recheck_people integer NOT NULL CHECK (recheck_people BETWEEN 1 AND 9),
  approval_people integer NOT NULL CHECK (approval_people BETWEEN 1 AND 9),
  PRIMARY KEY (area, policy_id, from_fen),
  FOREIGN KEY (area, policy_id) REFERENCES approval.policy (area, id)
)`;

const freeze = `
CREATE TABLE approval.policy_freeze (
  area platform.area_code NOT NULL,
  policy_id uuid NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  PRIMARY KEY (area, policy_id, from_on),
  FOREIGN KEY (area, policy_id) REFERENCES approval.policy (area, id)
)`;

const reviewPerson = `
CREATE TABLE approval.review_person (
  area platform.area_code NOT NULL,
  act_id uuid NOT NULL,
  person_id uuid NOT NULL,
  review_id uuid NOT NULL,
  PRIMARY KEY (area, act_id, person_id),
  FOREIGN KEY (area, review_id) REFERENCES approval.review (area, id)
)`;

const waiting = `
CREATE TABLE approval.waiting_item (
  area platform.area_code NOT NULL REFERENCES platform.area,
  subject_type text NOT NULL CHECK (subject_type ~ '^[a-z][a-z-]*$'),
  subject_id uuid NOT NULL,
  waits_for text NOT NULL CHECK (waits_for ~ '^(role [a-z-]+|person [0-9a-f-]{36}|organisation [0-9a-f-]{36} [a-z-]+)$'),
  task text NOT NULL CHECK (task IN ('first-review', 'recheck', 'approval', 'review', 'mend', 'confirm')),
  act_id uuid,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
  amount_fen bigint CHECK (amount_fen >= 0),
  line_count bigint CHECK (line_count >= 0),
  since_on date NOT NULL,
  due_on date NOT NULL,
  escalated_on date,
  PRIMARY KEY (area, subject_type, subject_id, waits_for),
  FOREIGN KEY (area, act_id) REFERENCES approval.act (area, id)
)`;

export default migration({
  number: 1240,
  name: 'approval-engine',
  reason:
    'How many people and days a step takes is dated policy of an area, frozen into each round as it opens; a delegate and the person behind them hold one part; what waits for whom is one list.',
  up: [
    policy,
    `CREATE UNIQUE INDEX policy_one_on_a_day ON approval.policy (area, subject_type, valid_from) WHERE state = 'in-force'`,
    tenantTable('approval.policy', {
      comment:
        'a version of how subjects of one kind are approved (审核规则): working days per step, its source; in force from its first day until a later version, once it was itself approved',
      grant: 'update',
    }),
    band,
    tenantTable('approval.policy_band', {
      comment:
        'how many different people a step needs from an amount on, in fen; the band with the highest amount that fits counts',
      grant: 'update-delete',
    }),
    freeze,
    tenantTable('approval.policy_freeze', {
      comment: 'days on which nothing of this kind passes (冻结期), such as year-end closing, and why',
      grant: 'update-delete',
    }),
    'ALTER TABLE approval.act DROP CONSTRAINT act_state_check',
    `ALTER TABLE approval.act ADD CONSTRAINT act_state_check CHECK (state IN ('open', 'passed', 'returned', 'withdrawn'))`,
    // New columns are empty: there is nothing to validate, and row security lets the owner read no rows.
    `ALTER TABLE approval.act
       ADD COLUMN policy_id uuid,
       ADD COLUMN label text CHECK (length(label) BETWEEN 1 AND 200),
       ADD COLUMN amount_fen bigint CHECK (amount_fen >= 0),
       ADD COLUMN line_count bigint CHECK (line_count >= 0),
       ADD COLUMN first_review_days integer CHECK (first_review_days BETWEEN 1 AND 60),
       ADD COLUMN recheck_days integer CHECK (recheck_days BETWEEN 1 AND 60),
       ADD COLUMN approval_days integer CHECK (approval_days BETWEEN 1 AND 60),
       ADD COLUMN mendable boolean NOT NULL DEFAULT false,
       ADD CONSTRAINT act_policy FOREIGN KEY (area, policy_id) REFERENCES approval.policy (area, id) NOT VALID`,
    `COMMENT ON COLUMN approval.act.policy_id IS 'the policy whose numbers were frozen into this round; empty: the default of the product'`,
    `COMMENT ON COLUMN approval.act.mendable IS 'whether the same subject comes back as the next round once its clerk has mended it'`,
    `ALTER TABLE approval.review ADD COLUMN on_behalf_of uuid CHECK (on_behalf_of <> person_id),
       ADD CONSTRAINT review_delegator_part FOREIGN KEY (area, subject_id, on_behalf_of, step)
         REFERENCES approval.act_participant (area, subject_id, person_id, part) NOT VALID`,
    `COMMENT ON COLUMN approval.review.on_behalf_of IS 'the person whose delegated role was used (委托人); holds the same part'`,
    reviewPerson,
    tenantTable('approval.review_person', {
      comment:
        'everybody behind a review, the delegate and the delegator: each stands behind one review of a round, by primary key',
      grant: 'append',
    }),
    waiting,
    'CREATE INDEX waiting_item_inbox ON approval.waiting_item (area, waits_for, due_on, subject_id, subject_type)',
    'CREATE INDEX waiting_item_late ON approval.waiting_item (area, due_on) WHERE escalated_on IS NULL',
    tenantTable('approval.waiting_item', {
      comment:
        'something that waits for a role, a person or an organisation (待办), with its deadline; derived from the subject and gone when it is done',
      grant: 'update-delete',
    }),
  ],
  down: [
    'DROP TABLE approval.waiting_item',
    'DROP TABLE approval.review_person',
    'ALTER TABLE approval.review DROP COLUMN on_behalf_of',
    `ALTER TABLE approval.act DROP COLUMN policy_id, DROP COLUMN label, DROP COLUMN amount_fen, DROP COLUMN line_count,
       DROP COLUMN first_review_days, DROP COLUMN recheck_days, DROP COLUMN approval_days, DROP COLUMN mendable`,
    'ALTER TABLE approval.act DROP CONSTRAINT act_state_check',
    `ALTER TABLE approval.act ADD CONSTRAINT act_state_check CHECK (state IN ('open', 'passed', 'returned'))`,
    'DROP TABLE approval.policy_freeze',
    'DROP TABLE approval.policy_band',
    'DROP TABLE approval.policy',
  ],
});
