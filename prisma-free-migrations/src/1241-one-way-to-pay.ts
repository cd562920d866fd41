import { migration, tenantTable } from './migration';

const passed = `
CREATE TABLE approval.passed_subject (
  area platform.area_code NOT NULL,
  subject_id uuid NOT NULL,
  act_id uuid NOT NULL,
  PRIMARY KEY (area, subject_id),
  FOREIGN KEY (area, act_id, subject_id) REFERENCES approval.act (area, id, subject_id)
)`;

export default migration({
  number: 1241,
  name: 'one-way-to-pay',
  reason:
    'A batch is released only when a round of its approval has passed, by a foreign key: whatever document it pays, no path goes round the approval.',
  up: [
    passed,
    tenantTable('approval.passed_subject', {
      comment: 'a subject that was approved, with the round that passed; written in the transaction of the last pass',
      grant: 'append',
    }),
    `ALTER TABLE settlement.batch ADD COLUMN approved_id uuid
       GENERATED ALWAYS AS (CASE WHEN released_on IS NOT NULL THEN id END) STORED`,
    `COMMENT ON COLUMN settlement.batch.approved_id IS 'its own id once it is released: the key by which its approval must be there'`,
    // Rows of before have no key to look up; new ones are checked.
    `ALTER TABLE settlement.batch ADD CONSTRAINT batch_approved FOREIGN KEY (area, approved_id)
       REFERENCES approval.passed_subject (area, subject_id) NOT VALID`,
  ],
  down: ['ALTER TABLE settlement.batch DROP COLUMN approved_id', 'DROP TABLE approval.passed_subject'],
});
