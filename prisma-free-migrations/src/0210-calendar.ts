import { migration, tenantTable } from './migration';

const policy = `
CREATE TABLE calendar.due_date_policy (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  counting text NOT NULL CHECK (counting IN ('days-after-acceptance', 'end-of-month-after')),
  deadline_days integer NOT NULL CHECK (deadline_days BETWEEN 1 AND 366),
  roll text NOT NULL CHECK (roll IN ('next-working-day', 'none')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  legal_basis text NOT NULL,
  confirmed_by text,
  PRIMARY KEY (area, id),
  CONSTRAINT due_date_policy_no_overlap EXCLUDE USING gist
    (area WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
)`;

export default migration({
  number: 210,
  name: 'calendar',
  reason:
    'When a payment is due is policy of an area with dates and a legal basis. Working days themselves come from the published calendar in the programme.',
  up: [
    'CREATE SCHEMA calendar',
    'GRANT USAGE ON SCHEMA calendar TO huiji_app',
    policy,
    tenantTable('calendar.due_date_policy', {
      comment:
        'which of the two clocks counts when a payment to a supplier falls due: so many days after acceptance, or the end of the month after it; with its dates and legal basis',
      grant: 'update',
    }),
    `COMMENT ON COLUMN calendar.due_date_policy.deadline_days IS 'days after acceptance, the acceptance day not counted; shown beside the other clock when that one counts'`,
    `COMMENT ON COLUMN calendar.due_date_policy.confirmed_by IS 'name of the officer who confirmed the policy against its legal basis; empty: not confirmed'`,
  ],
  down: ['DROP SCHEMA calendar CASCADE'],
});
