import type { TableText } from './table';

const invoice: TableText = {
  name: 'settlement.invoice',
  create: `
CREATE TABLE settlement.invoice (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  seller_id uuid NOT NULL REFERENCES catalog.organisation,
  buyer_id uuid NOT NULL REFERENCES catalog.organisation,
  number_kind text NOT NULL CHECK (number_kind IN ('digital', 'code-and-number')),
  invoice_code text,
  invoice_number text NOT NULL,
  number_key text NOT NULL CHECK (number_key ~ '^(D:[0-9]{20}|C:([0-9]{10}|[0-9]{12}):[0-9]{8})$'),
  issued_on date NOT NULL,
  net_fen bigint NOT NULL CHECK (net_fen >= 0),
  tax_fen bigint NOT NULL CHECK (tax_fen >= 0),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  state text NOT NULL CHECK (state IN ('matched', 'confirmed', 'disputed', 'withdrawn')),
  version integer NOT NULL DEFAULT 1,
  registered_on date NOT NULL,
  registered_by uuid NOT NULL,
  due_date date NOT NULL,
  due_by_days date NOT NULL,
  due_by_month_end date NOT NULL,
  due_provisional boolean NOT NULL,
  decided_on date,
  decision_reason text CHECK (length(decision_reason) BETWEEN 1 AND 500),
  PRIMARY KEY (area, id),
  CONSTRAINT invoice_once UNIQUE (area, seller_id, number_key),
  CONSTRAINT invoice_two_parties CHECK (seller_id <> buyer_id),
  CONSTRAINT invoice_adds CHECK (net_fen + tax_fen = total_fen),
  CONSTRAINT invoice_code_with_number CHECK ((number_kind = 'digital') = (invoice_code IS NULL)),
  CONSTRAINT invoice_decided CHECK ((state = 'matched') = (decided_on IS NULL)),
  CONSTRAINT invoice_dispute_has_reason CHECK (state <> 'disputed' OR decision_reason IS NOT NULL)
)`,
  indexes: [
    'CREATE INDEX invoice_of_seller ON settlement.invoice (area, seller_id, registered_on, id)',
    'CREATE INDEX invoice_of_buyer ON settlement.invoice (area, buyer_id, registered_on, id)',
    'CREATE INDEX invoice_by_state ON settlement.invoice (area, state, registered_on, id)',
    'CREATE INDEX invoice_by_day ON settlement.invoice (area, registered_on, id)',
    `COMMENT ON COLUMN settlement.invoice.due_date IS 'the clock that counts by the policy of the area; both clocks stand beside it'`,
    `COMMENT ON COLUMN settlement.invoice.due_provisional IS 'true: the working days of that year were not published when it was set'`,
  ],
  comment:
    'an invoice of a supplier to a hospital that fits what was accepted, to the unit and the fen; unique for its seller',
  grant: 'update',
  columns: 'state, version, decided_on, decision_reason',
};

const line: TableText = {
  name: 'settlement.invoice_line',
  create: `
CREATE TABLE settlement.invoice_line (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  line_no integer NOT NULL CHECK (line_no >= 1),
  product_id uuid NOT NULL REFERENCES catalog.product,
  quantity bigint NOT NULL CHECK (quantity > 0),
  price_fen bigint NOT NULL CHECK (price_fen >= 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (area, id),
  UNIQUE (area, invoice_id, line_no),
  FOREIGN KEY (area, invoice_id) REFERENCES settlement.invoice (area, id)
)`,
  indexes: [
    `COMMENT ON COLUMN settlement.invoice_line.quantity IS 'smallest units'`,
    `COMMENT ON COLUMN settlement.invoice_line.price_fen IS 'tax included, for price_per smallest units'`,
  ],
  comment: 'a line of an invoice as the supplier stated it, tax included; append only',
  grant: 'append',
};

const match: TableText = {
  name: 'settlement.invoice_match',
  create: `
CREATE TABLE settlement.invoice_match (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  line_no integer NOT NULL,
  acceptance_line_id uuid NOT NULL,
  accepted_on date NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (area, id),
  UNIQUE (area, invoice_id, line_no, acceptance_line_id),
  FOREIGN KEY (area, invoice_id, line_no) REFERENCES settlement.invoice_line (area, invoice_id, line_no)
)`,
  indexes: ['CREATE INDEX invoice_match_of_acceptance ON settlement.invoice_match (area, acceptance_line_id)'],
  comment:
    'a piece of an invoice line laid on an accepted line of procurement (no foreign key: another domain), in smallest units and fen; append only',
  grant: 'append',
};

const use: TableText = {
  name: 'settlement.accepted_line_use',
  create: `
CREATE TABLE settlement.accepted_line_use (
  area platform.area_code NOT NULL REFERENCES platform.area,
  acceptance_line_id uuid NOT NULL,
  net_quantity bigint NOT NULL CHECK (net_quantity >= 0),
  matched_quantity bigint NOT NULL CHECK (matched_quantity >= 0),
  PRIMARY KEY (area, acceptance_line_id),
  CONSTRAINT accepted_line_not_over_matched CHECK (matched_quantity <= net_quantity)
)`,
  indexes: [
    `COMMENT ON COLUMN settlement.accepted_line_use.net_quantity IS 'accepted less returned in smallest units; every return narrows it in its own transaction'`,
  ],
  comment:
    'how much of an accepted line live invoices claim, derived from the matches: the row that is locked, and the one that refuses to match more than was accepted',
  grant: 'update',
};

export const invoiceTables: readonly TableText[] = [invoice, line, match, use];
