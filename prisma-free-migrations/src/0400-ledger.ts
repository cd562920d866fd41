import { migration, tenantTable } from './migration';

const OWNED = `'SUPPLIER_PAYABLE', 'HOSPITAL_PAYABLE', 'HOSPITAL_RECOVERABLE', 'PERSON_PAYABLE', 'PREPAID'`;
const SINGLE = `'FUND_CASH', 'OPENING_EQUITY', 'CARE_EXPENSE', 'RETAINED_EXPENSE', 'BENEFIT_EXPENSE'`;

const account = `
CREATE TABLE ledger.account (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  code text NOT NULL CHECK (code IN (${SINGLE}, ${OWNED})),
  owner_id uuid,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (area, code, owner_id),
  CONSTRAINT account_owner CHECK ((owner_id IS NOT NULL) = (code IN (${OWNED})))
)`;

const transfer = `
CREATE TABLE ledger.transfer (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL CHECK (length(code) BETWEEN 3 AND 40),
  debit_account_id uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  pending boolean NOT NULL,
  reference_type text NOT NULL CHECK (length(reference_type) BETWEEN 2 AND 40),
  reference_id uuid NOT NULL,
  effective_date date NOT NULL,
  posted_at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  CONSTRAINT transfer_once UNIQUE (area, reference_id, code),
  CONSTRAINT transfer_two_sides CHECK (debit_account_id <> credit_account_id)
)`;

const resolution = `
CREATE TABLE ledger.transfer_resolution (
  area platform.area_code NOT NULL,
  transfer_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('posted', 'voided')),
  effective_date date NOT NULL,
  resolved_at timestamptz NOT NULL,
  PRIMARY KEY (area, transfer_id)
)`;

const balance = `
CREATE TABLE ledger.account_balance (
  area platform.area_code NOT NULL,
  account_id uuid NOT NULL,
  code text NOT NULL,
  debits_posted_fen bigint NOT NULL DEFAULT 0 CHECK (debits_posted_fen >= 0),
  credits_posted_fen bigint NOT NULL DEFAULT 0 CHECK (credits_posted_fen >= 0),
  debits_pending_fen bigint NOT NULL DEFAULT 0 CHECK (debits_pending_fen >= 0),
  credits_pending_fen bigint NOT NULL DEFAULT 0 CHECK (credits_pending_fen >= 0),
  PRIMARY KEY (area, account_id),
  FOREIGN KEY (area, account_id) REFERENCES ledger.account (area, id),
  CONSTRAINT balance_not_overdrawn CHECK (
    code NOT IN ('FUND_CASH', 'PREPAID') OR credits_posted_fen + credits_pending_fen <= debits_posted_fen)
) WITH (fillfactor = 70)`;

export default migration({
  number: 400,
  name: 'ledger',
  reason:
    'Double entry with debit and credit in one row, so that it balances by construction. Money is never edited: the application may add transfers and their resolutions, nothing else; only the derived balance is updated and locked.',
  up: [
    'CREATE SCHEMA ledger',
    'GRANT USAGE ON SCHEMA ledger TO huiji_app',
    account,
    tenantTable('ledger.account', {
      comment: 'an account of the fund; accounts owed to or by somebody have an owner, one account per owner and code',
      grant: 'append',
    }),
    `COMMENT ON COLUMN ledger.account.owner_id IS 'organisation or insured person whom the account is about; none for the fund''s own accounts'`,
    transfer,
    'CREATE INDEX transfer_debits ON ledger.transfer (area, debit_account_id, effective_date, id)',
    'CREATE INDEX transfer_credits ON ledger.transfer (area, credit_account_id, effective_date, id)',
    'CREATE INDEX transfer_pending ON ledger.transfer (area, effective_date) WHERE pending',
    tenantTable('ledger.transfer', {
      comment:
        'an amount from the credit to the debit account, with the document it comes from; append only. No foreign key to account: bulk postings join the accounts in the same statement, accounts cannot be deleted',
      grant: 'append',
    }),
    `COMMENT ON CONSTRAINT transfer_once ON ledger.transfer IS 'a document has one posting of a code: nothing is booked or paid twice'`,
    `COMMENT ON COLUMN ledger.transfer.pending IS 'true: holds the amount until its resolution posts or voids it; false: posted at once'`,
    `COMMENT ON COLUMN ledger.transfer.effective_date IS 'business date the transfer counts from; a pending one is booked on the date of its resolution'`,
    resolution,
    tenantTable('ledger.transfer_resolution', {
      comment: 'what became of a pending transfer: posted or voided, once and for all; append only',
      grant: 'append',
    }),
    balance,
    tenantTable('ledger.account_balance', {
      comment:
        'sums of an account in fen, derived from its transfers: the row that is locked, and the one that refuses an overdraft of the cash of the fund and of prepayments',
      grant: 'update',
    }),
    `CREATE VIEW ledger.transfer_v1 WITH (security_invoker = true) AS
       SELECT t.area, t.id AS transfer_id, t.code, t.reference_type, t.reference_id, t.amount_fen, t.effective_date,
         CASE WHEN NOT t.pending THEN 'posted' ELSE coalesce(r.outcome, 'pending') END AS status,
         CASE WHEN NOT t.pending THEN t.effective_date WHEN r.outcome = 'posted' THEN r.effective_date END AS booked_on
       FROM ledger.transfer t LEFT JOIN ledger.transfer_resolution r ON r.area = t.area AND r.transfer_id = t.id`,
    'GRANT SELECT ON ledger.transfer_v1 TO huiji_app',
    `COMMENT ON VIEW ledger.transfer_v1 IS 'view: what the ledger holds for each document, pending, posted or voided; published, version 1'`,
  ],
  down: ['DROP SCHEMA ledger CASCADE'],
});
