import { migration, tenantTable } from './migration';

/** Columns of a bank account that one person entered and another decides about. */
const bankAccount = `
  holder_name text NOT NULL CHECK (length(holder_name) BETWEEN 1 AND 140),
  bank_name text NOT NULL CHECK (length(bank_name) BETWEEN 1 AND 140),
  cnaps text NOT NULL CHECK (cnaps ~ '^[0-9]{12}$'),
  cnaps_check_fits boolean NOT NULL,
  account_number_encrypted text NOT NULL,
  account_number_masked text NOT NULL CHECK (account_number_masked ~ '^[*]{4}[0-9A-Z]{1,4}$'),
  account_number_index text NOT NULL,
  entered_by uuid NOT NULL,
  entered_on date NOT NULL,
  decided_by uuid,
  decided_on date,
  return_reason text CHECK (length(return_reason) BETWEEN 1 AND 500),`;

const decided = (table: string): string => `
  PRIMARY KEY (area, id),
  CONSTRAINT ${table}_two_people CHECK (decided_by <> entered_by),
  CONSTRAINT ${table}_decided CHECK ((state = 'entered') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_on IS NULL)),
  CONSTRAINT ${table}_reason CHECK ((state = 'returned') = (return_reason IS NOT NULL))`;

const fundAccount = `
CREATE TABLE fund.fund_account (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('entered', 'confirmed', 'returned')),
  version integer NOT NULL DEFAULT 1,
  opening_balance_fen bigint NOT NULL CHECK (opening_balance_fen BETWEEN 0 AND 100000000000000000),
  opening_date date NOT NULL,
  ${bankAccount}
  ${decided('fund_account')}
)`;

const payeeAccount = `
CREATE TABLE fund.payee_account (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  payee_type text NOT NULL CHECK (payee_type IN ('organisation', 'person')),
  payee_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  state text NOT NULL CHECK (state IN ('entered', 'confirmed', 'returned', 'superseded')),
  version integer NOT NULL DEFAULT 1,
  ${bankAccount}
  ${decided('payee_account')},
  UNIQUE (area, payee_type, payee_id, revision)
)`;

/** The application may move the state and decide; what was entered stays as it was entered. */
const decisionOnly = (table: string): readonly string[] => [
  `REVOKE UPDATE ON ${table} FROM huiji_app`,
  `GRANT UPDATE (state, version, decided_by, decided_on, return_reason) ON ${table} TO huiji_app`,
];

export default migration({
  number: 600,
  name: 'fund',
  reason: 'Whom and from what the fund pays: accounts entered by one person and confirmed by another, never edited.',
  up: [
    'CREATE SCHEMA fund',
    'GRANT USAGE ON SCHEMA fund TO huiji_app',
    fundAccount,
    `CREATE UNIQUE INDEX fund_account_one_confirmed ON fund.fund_account (area) WHERE state = 'confirmed'`,
    `CREATE UNIQUE INDEX fund_account_one_entered ON fund.fund_account (area) WHERE state = 'entered'`,
    tenantTable('fund.fund_account', {
      comment: 'the account the fund pays from, with its opening balance in fen; the confirmed one is the one in use',
      grant: 'update',
    }),
    decisionOnly('fund.fund_account'),
    payeeAccount,
    `CREATE UNIQUE INDEX payee_account_one_confirmed ON fund.payee_account (area, payee_type, payee_id) WHERE state = 'confirmed'`,
    `CREATE UNIQUE INDEX payee_account_one_entered ON fund.payee_account (area, payee_type, payee_id) WHERE state = 'entered'`,
    'CREATE INDEX payee_account_by_number ON fund.payee_account (area, account_number_index)',
    'CREATE INDEX payee_account_by_state ON fund.payee_account (area, state, id)',
    tenantTable('fund.payee_account', {
      comment:
        'one version of the bank account of an organisation or a person who is paid; a change is a new row, the confirmed one is the one that is paid to',
      grant: 'update',
    }),
    decisionOnly('fund.payee_account'),
    `COMMENT ON COLUMN fund.payee_account.account_number_index IS 'keyed hash of the number: finds an account used by two payees without opening it'`,
    `COMMENT ON COLUMN fund.payee_account.cnaps_check_fits IS 'whether the check digit of the CNAPS number fits; if not, a person said that the bank wrote it so'`,
    `CREATE VIEW fund.current_payee_account_v1 WITH (security_invoker = true) AS
       SELECT area, payee_type, payee_id, id AS payee_account_id, holder_name, cnaps, account_number_masked, decided_on AS confirmed_on
       FROM fund.payee_account WHERE state = 'confirmed'`,
    'GRANT SELECT ON fund.current_payee_account_v1 TO huiji_app',
    `COMMENT ON VIEW fund.current_payee_account_v1 IS 'view: the account each payee is paid to now; published, version 1'`,
  ],
  down: ['DROP SCHEMA fund CASCADE'],
});
