import type { TableText } from './table';

const payable: TableText = {
  name: 'settlement.payable',
  create: `
CREATE TABLE settlement.payable (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('supplier-invoice', 'retained-savings', 'care-subsidy')),
  source_id uuid NOT NULL,
  payee_type text NOT NULL CHECK (payee_type IN ('organisation', 'person')),
  payee_id uuid NOT NULL,
  debit_owner_id uuid,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  due_date date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'batched', 'paid')),
  version integer NOT NULL DEFAULT 1,
  opened_on date NOT NULL,
  held_reason text CHECK (held_reason IN ('care-death', 'care-moved-away', 'care-hospital-stay')),
  held_since date,
  PRIMARY KEY (area, id),
  CONSTRAINT payable_held CHECK ((held_reason IS NULL) = (held_since IS NULL)),
  CONSTRAINT payable_once UNIQUE (area, kind, source_id),
  CONSTRAINT payable_hospital CHECK ((kind = 'supplier-invoice') = (debit_owner_id IS NOT NULL))
)`,
  indexes: [
    "CREATE INDEX payable_open ON settlement.payable (area, due_date, id) WHERE state = 'open'",
    'CREATE INDEX payable_by_due ON settlement.payable (area, due_date, id)',
    'CREATE INDEX payable_of_payee ON settlement.payable (area, payee_id, due_date, id)',
    'CREATE INDEX payable_of_hospital ON settlement.payable (area, debit_owner_id, due_date, id) WHERE debit_owner_id IS NOT NULL',
  ],
  comment:
    'what the fund owes to one payee for one document (one per kind and document), with its obligation in the ledger; where all ways to be paid meet; one on hold (held_reason) enters no batch',
  grant: 'update',
  columns: 'state, version, held_reason, held_since',
};

const counter: TableText = {
  name: 'settlement.batch_counter',
  create: `
CREATE TABLE settlement.batch_counter (
  area platform.area_code NOT NULL REFERENCES platform.area,
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  last_number bigint NOT NULL CHECK (last_number >= 1),
  PRIMARY KEY (area, year)
)`,
  indexes: [],
  comment: 'the last number given to a payment batch of a year',
  grant: 'update',
};

const batch: TableText = {
  name: 'settlement.batch',
  create: `
CREATE TABLE settlement.batch (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  year integer NOT NULL,
  number bigint NOT NULL CHECK (number >= 1),
  state text NOT NULL CHECK (state IN
    ('draft', 'locked', 'in-review', 'released', 'sending', 'sent', 'settled', 'returned', 'discarded')),
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_on date NOT NULL,
  locked_on date,
  line_count bigint CHECK (line_count > 0),
  sum_fen bigint CHECK (sum_fen > 0),
  seal_sha256 text CHECK (seal_sha256 ~ '^[0-9a-f]{64}$'),
  reviewed_on date,
  released_on date,
  released_at timestamptz,
  message_id text CHECK (length(message_id) BETWEEN 1 AND 35),
  sent_on date,
  settled_on date,
  PRIMARY KEY (area, id),
  UNIQUE (area, year, number),
  UNIQUE (area, message_id),
  CONSTRAINT batch_sealed CHECK (
    (state IN ('draft', 'discarded')) = (seal_sha256 IS NULL)
    AND (seal_sha256 IS NULL) = (line_count IS NULL) AND (seal_sha256 IS NULL) = (sum_fen IS NULL)
    AND (seal_sha256 IS NULL) = (locked_on IS NULL)),
  CONSTRAINT batch_released CHECK (
    (state IN ('released', 'sending', 'sent', 'settled')) = (released_on IS NOT NULL)
    AND (released_on IS NULL) = (message_id IS NULL) AND (released_on IS NULL) = (released_at IS NULL)),
  CONSTRAINT batch_sent CHECK ((state IN ('sent', 'settled')) = (sent_on IS NOT NULL))
)`,
  indexes: [
    'CREATE INDEX batch_newest ON settlement.batch (area, made_on, id)',
    `CREATE INDEX batch_in_flight ON settlement.batch (area, state, id) WHERE state IN ('released', 'sending', 'sent')`,
    `COMMENT ON COLUMN settlement.batch.seal_sha256 IS 'SHA-256 over the canonical lines (line_no|payable|fen|payee type|payee|account) in the order of line_no, joined by line feeds'`,
    `COMMENT ON COLUMN settlement.batch.message_id IS 'MsgId of the file to the bank, made at release, before the first try'`,
  ],
  comment:
    'a payment order: made by a clerk, locked with count, sum and hash, passed by three other people, released, sent, settled; a returned one is closed for good',
  grant: 'update',
};

const payment: TableText = {
  name: 'settlement.payment',
  create: `
CREATE TABLE settlement.payment (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line_no bigint NOT NULL CHECK (line_no >= 1),
  payable_id uuid NOT NULL,
  attempt integer NOT NULL CHECK (attempt >= 1),
  previous_payment_id uuid,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  payee_type text NOT NULL CHECK (payee_type IN ('organisation', 'person')),
  payee_id uuid NOT NULL,
  payee_account_id uuid,
  holder_name text,
  account_masked text,
  cnaps text CHECK (cnaps ~ '^[0-9]{12}$'),
  state text NOT NULL CHECK (state IN
    ('planned', 'ready', 'sent', 'accepted', 'paid', 'rejected', 'unknown', 'returned', 'withdrawn')),
  version integer NOT NULL DEFAULT 1,
  instruction_id text CHECK (length(instruction_id) BETWEEN 1 AND 35),
  released_on date,
  sent_on date,
  accepted_on date,
  decided_on date,
  heard_at timestamptz,
  heard_on date,
  status_code text,
  reason_code text,
  reason_text text,
  booked_entry text,
  returned_entry text,
  PRIMARY KEY (area, id),
  CONSTRAINT payment_line UNIQUE (area, batch_id, line_no),
  CONSTRAINT payment_attempt UNIQUE (area, payable_id, attempt),
  CONSTRAINT payment_instruction UNIQUE (area, instruction_id),
  FOREIGN KEY (area, payable_id) REFERENCES settlement.payable (area, id),
  CONSTRAINT payment_first_has_no_previous CHECK ((attempt = 1) = (previous_payment_id IS NULL)),
  CONSTRAINT payment_released CHECK (
    (state IN ('planned', 'withdrawn')) = (instruction_id IS NULL) AND (instruction_id IS NULL) = (released_on IS NULL)),
  CONSTRAINT payment_account CHECK (instruction_id IS NULL OR (payee_account_id IS NOT NULL AND cnaps IS NOT NULL
    AND holder_name IS NOT NULL))
)`,
  indexes: [
    `CREATE UNIQUE INDEX payment_one_live ON settlement.payment (area, payable_id)
       WHERE state IN ('planned', 'ready', 'sent', 'accepted', 'unknown', 'paid')`,
    `CREATE INDEX payment_waiting ON settlement.payment (area, heard_at) WHERE state IN ('sent', 'accepted')`,
    `CREATE INDEX payment_unknown ON settlement.payment (area, id) WHERE state = 'unknown'`,
    `CREATE INDEX payment_of_batch_state ON settlement.payment (area, batch_id, state)`,
    `COMMENT ON COLUMN settlement.payment.attempt IS '1 for the first payment of a payable; a new one follows a rejected, returned or withdrawn one and names it'`,
    `COMMENT ON COLUMN settlement.payment.instruction_id IS 'id of the payment without hyphens, made and stored at release; the bank executes it at most once'`,
    `COMMENT ON COLUMN settlement.payment.heard_at IS 'machine time at which the file was handed over or the bank last spoke of it'`,
  ],
  comment:
    'one line of a batch: one try to pay one payable to one account. Never deleted, never edited: a further try is a new row. No foreign key to the batch (bulk): both are written in one transaction and neither can be deleted',
  grant: 'update',
  columns: `payee_account_id, holder_name, account_masked, cnaps, state, version, instruction_id, released_on, sent_on,
    accepted_on, decided_on, heard_at, heard_on, status_code, reason_code, reason_text, booked_entry, returned_entry`,
};

export const paymentTables: readonly TableText[] = [payable, counter, batch, payment];
