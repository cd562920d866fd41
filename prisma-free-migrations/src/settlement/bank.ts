import type { TableText } from './table';

const EXCEPTIONS = `'AMOUNT_DIFFERS', 'BOOKED_TWICE', 'BOOKED_AFTER_REJECTED', 'REJECTED_AFTER_PAID', 'RETURNED_BEFORE_PAID',
      'RETURNED_TWICE', 'BOOKED_BEFORE_SENT', 'BOOKED_IN_FUTURE', 'ANOTHER_MESSAGE', 'UNKNOWN_INSTRUCTION', 'STATEMENT_DOES_NOT_ADD', 'MESSAGE_ID_REUSED', 'UNREADABLE'`;

const message: TableText = {
  name: 'settlement.bank_message',
  create: `
CREATE TABLE settlement.bank_message (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pain.002', 'camt.053', 'unreadable')),
  message_id text NOT NULL CHECK (length(message_id) BETWEEN 1 AND 200),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  original_message_id text,
  group_status text,
  entry_count bigint NOT NULL CHECK (entry_count >= 0),
  read_on date NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (area, id),
  CONSTRAINT bank_message_once UNIQUE (area, kind, message_id)
)`,
  indexes: ['CREATE INDEX bank_message_newest ON settlement.bank_message (area, read_at, id)'],
  comment: 'a message of the bank that was read: status report or statement, once by its message id; append only',
  grant: 'append',
};

const entry: TableText = {
  name: 'settlement.bank_entry',
  create: `
CREATE TABLE settlement.bank_entry (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  bank_message_id uuid NOT NULL,
  entry_key text NOT NULL CHECK (length(entry_key) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (kind IN ('status', 'booked', 'returned', 'message')),
  instruction_id text,
  payment_id uuid,
  status_code text,
  reason_code text,
  reason_text text,
  amount_fen bigint CHECK (amount_fen >= 0),
  booked_on date,
  outcome text NOT NULL CHECK (outcome IN ('applied', 'kept', 'exception')),
  exception_code text CHECK (exception_code IN (${EXCEPTIONS})),
  read_on date NOT NULL,
  PRIMARY KEY (area, id),
  CONSTRAINT bank_entry_once UNIQUE (area, entry_key),
  FOREIGN KEY (area, bank_message_id) REFERENCES settlement.bank_message (area, id),
  CONSTRAINT bank_entry_exception CHECK ((outcome = 'exception') = (exception_code IS NOT NULL))
)`,
  indexes: [
    'CREATE INDEX bank_entry_of_payment ON settlement.bank_entry (area, payment_id) WHERE payment_id IS NOT NULL',
    `CREATE INDEX bank_entry_exceptions ON settlement.bank_entry (area, id) WHERE outcome = 'exception'`,
    `COMMENT ON COLUMN settlement.bank_entry.entry_key IS 'status: message and instruction; booking: account and reference of the bank, so that one booking told in two messages is one'`,
  ],
  comment:
    'one word of the bank about one instruction, or one booked entry, and what it did: applied, kept (known, late, undecided), or an exception for a person; append only',
  grant: 'append',
};

const question: TableText = {
  name: 'settlement.status_question',
  create: `
CREATE TABLE settlement.status_question (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  message_id text NOT NULL CHECK (length(message_id) BETWEEN 1 AND 35),
  asked_by uuid NOT NULL,
  asked_on date NOT NULL,
  asked_at timestamptz NOT NULL,
  delivered_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (area, id),
  UNIQUE (area, message_id),
  FOREIGN KEY (area, payment_id) REFERENCES settlement.payment (area, id)
)`,
  indexes: [
    'CREATE INDEX status_question_of_payment ON settlement.status_question (area, payment_id, asked_at)',
    'CREATE UNIQUE INDEX status_question_waits_once ON settlement.status_question (area, payment_id) WHERE closed_at IS NULL',
    `COMMENT ON COLUMN settlement.status_question.closed_at IS 'when the bank was heard of the payment, or the question was asked again on a later business day; null: it waits'`,
  ],
  comment:
    'a question to the bank about a payment of unknown outcome: the one act that is permitted then; one waits at a time',
  grant: 'update',
  columns: 'delivered_at, closed_at',
};

export const bankTables: readonly TableText[] = [message, entry, question];
