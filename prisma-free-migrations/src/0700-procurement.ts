import { migration, stagingTable, tenantTable } from './migration';

const tenant = 'area platform.area_code NOT NULL REFERENCES platform.area,\n  id uuid NOT NULL';

const round = `
CREATE TABLE procurement.round (
  ${tenant},
  code text NOT NULL CHECK (code ~ '^[A-Za-z0-9+._-]{1,40}$'),
  name_zh text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
  name_en text NOT NULL CHECK (length(name_en) <= 200),
  kind text NOT NULL CHECK (kind IN ('national', 'provincial', 'alliance')),
  announced_on date NOT NULL,
  source_note text NOT NULL DEFAULT '' CHECK (length(source_note) <= 1000),
  PRIMARY KEY (area, id),
  CONSTRAINT round_code_once UNIQUE (area, code)
)`;

const ratioTable = `
CREATE TABLE procurement.ratio_table (
  ${tenant},
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  valid_from date NOT NULL,
  valid_to date,
  one_winner_bp integer NOT NULL CHECK (one_winner_bp BETWEEN 0 AND 10000),
  two_winners_bp integer NOT NULL CHECK (two_winners_bp BETWEEN 0 AND 10000),
  three_winners_bp integer NOT NULL CHECK (three_winners_bp BETWEEN 0 AND 10000),
  four_winners_bp integer NOT NULL CHECK (four_winners_bp BETWEEN 0 AND 10000),
  antibiotic_one_bp integer NOT NULL CHECK (antibiotic_one_bp BETWEEN 0 AND 10000),
  antibiotic_two_bp integer NOT NULL CHECK (antibiotic_two_bp BETWEEN 0 AND 10000),
  antibiotic_three_bp integer NOT NULL CHECK (antibiotic_three_bp BETWEEN 0 AND 10000),
  antibiotic_four_bp integer NOT NULL CHECK (antibiotic_four_bp BETWEEN 0 AND 10000),
  legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 500),
  confirmed_by uuid NOT NULL,
  PRIMARY KEY (area, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT ratio_table_no_overlap EXCLUDE USING gist (area WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
)`;

const period = `
CREATE TABLE procurement.agreement_period (
  ${tenant},
  round_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 20),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'allocated', 'contracted', 'in-force')),
  version integer NOT NULL DEFAULT 1,
  ratio_table_id uuid,
  supply_area_note text CHECK (length(supply_area_note) BETWEEN 1 AND 500),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, round_id) REFERENCES procurement.round (area, id),
  FOREIGN KEY (area, ratio_table_id) REFERENCES procurement.ratio_table (area, id),
  CONSTRAINT period_sequence_once UNIQUE (area, round_id, sequence),
  CHECK (ends_on > starts_on),
  CHECK (state = 'planned' OR ratio_table_id IS NOT NULL),
  CONSTRAINT period_no_overlap EXCLUDE USING gist
    (area WITH =, round_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
)`;

const year = `
CREATE TABLE procurement.agreement_year (
  ${tenant},
  period_id uuid NOT NULL,
  year_number integer NOT NULL CHECK (year_number BETWEEN 1 AND 4),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, period_id) REFERENCES procurement.agreement_period (area, id),
  UNIQUE (area, period_id, year_number),
  CHECK (ends_on > starts_on),
  CONSTRAINT year_no_overlap EXCLUDE USING gist
    (area WITH =, period_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
)`;

const award = `
CREATE TABLE procurement.award (
  ${tenant},
  period_id uuid NOT NULL,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  product_id uuid NOT NULL REFERENCES catalog.product,
  manufacturer_id uuid NOT NULL REFERENCES catalog.organisation,
  role text NOT NULL CHECK (role IN ('main', 'backup', 'brand-reported', 'substitute')),
  share_bp integer NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
  winner_count integer NOT NULL CHECK (winner_count BETWEEN 1 AND 100),
  price_fen bigint NOT NULL CHECK (price_fen > 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  supply_areas text NOT NULL,
  source_row integer NOT NULL CHECK (source_row > 0),
  source_status text NOT NULL CHECK (length(source_status) BETWEEN 1 AND 200),
  supplement_note text CHECK (length(supplement_note) BETWEEN 1 AND 500),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, period_id) REFERENCES procurement.agreement_period (area, id),
  CHECK (valid_to >= valid_from),
  CONSTRAINT award_winner_once EXCLUDE USING gist
    (area WITH =, period_id WITH =, product_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
)`;

const campaign = `
CREATE TABLE procurement.reporting_campaign (
  ${tenant},
  period_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  floor_bp integer NOT NULL CHECK (floor_bp BETWEEN 0 AND 10000),
  state text NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, period_id) REFERENCES procurement.agreement_period (area, id),
  CONSTRAINT campaign_once UNIQUE (area, period_id),
  CHECK (closes_on >= opens_on)
)`;

const campaignHospital = `
CREATE TABLE procurement.campaign_hospital (
  area platform.area_code NOT NULL,
  campaign_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  reopened_until date,
  PRIMARY KEY (area, campaign_id, hospital_id),
  FOREIGN KEY (area, campaign_id) REFERENCES procurement.reporting_campaign (area, id)
)`;

const campaignLevel = `
CREATE TABLE procurement.campaign_level (
  area platform.area_code NOT NULL,
  campaign_id uuid NOT NULL,
  level integer NOT NULL CHECK (level BETWEEN 1 AND 8),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  PRIMARY KEY (area, campaign_id, level),
  FOREIGN KEY (area, campaign_id) REFERENCES procurement.reporting_campaign (area, id)
)`;

const historicalUse = `
CREATE TABLE procurement.historical_use (
  ${tenant},
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  use_year integer NOT NULL CHECK (use_year BETWEEN 1990 AND 2199),
  quantity bigint NOT NULL CHECK (quantity >= 0),
  source_note text NOT NULL CHECK (length(source_note) BETWEEN 1 AND 200),
  PRIMARY KEY (area, id),
  CONSTRAINT historical_use_once UNIQUE (area, hospital_id, variety_id, use_year)
)`;

const report = `
CREATE TABLE procurement.volume_report (
  ${tenant},
  campaign_id uuid NOT NULL,
  hospital_id uuid NOT NULL,
  edition integer NOT NULL CHECK (edition >= 0),
  passed_levels integer NOT NULL DEFAULT 0 CHECK (passed_levels BETWEEN 0 AND 8),
  file_id uuid,
  fault_file_id uuid,
  state text NOT NULL CHECK (state IN ('draft', 'reading', 'faulty', 'submitted', 'accepted', 'returned')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, campaign_id, hospital_id) REFERENCES procurement.campaign_hospital (area, campaign_id, hospital_id),
  FOREIGN KEY (area, file_id) REFERENCES platform.file (area, id),
  FOREIGN KEY (area, fault_file_id) REFERENCES platform.file (area, id),
  CONSTRAINT volume_report_once UNIQUE (area, campaign_id, hospital_id),
  CHECK (state NOT IN ('reading', 'faulty') OR file_id IS NOT NULL)
)`;

const reportLine = `
CREATE TABLE procurement.volume_report_line (
  ${tenant},
  report_id uuid NOT NULL,
  edition integer NOT NULL CHECK (edition >= 1),
  row_number integer NOT NULL CHECK (row_number >= 1),
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  product_id uuid REFERENCES catalog.product,
  quantity bigint NOT NULL CHECK (quantity BETWEEN 0 AND 1000000000000),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, report_id) REFERENCES procurement.volume_report (area, id),
  CONSTRAINT report_line_once UNIQUE NULLS NOT DISTINCT (area, report_id, edition, variety_id, product_id)
)`;

const reportFault = `
CREATE TABLE procurement.volume_report_fault (
  ${tenant},
  report_id uuid NOT NULL,
  edition integer NOT NULL CHECK (edition >= 1),
  row_number integer CHECK (row_number >= 1),
  field text NOT NULL,
  code text NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, report_id) REFERENCES procurement.volume_report (area, id)
)`;

const reportReview = `
CREATE TABLE procurement.volume_report_review (
  area platform.area_code NOT NULL,
  report_id uuid NOT NULL,
  edition integer NOT NULL CHECK (edition >= 1),
  level integer NOT NULL CHECK (level BETWEEN 1 AND 8),
  person_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('pass', 'return')),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_on date NOT NULL,
  PRIMARY KEY (area, report_id, edition, level),
  FOREIGN KEY (area, report_id) REFERENCES procurement.volume_report (area, id),
  CONSTRAINT report_review_other_person UNIQUE (area, report_id, edition, person_id),
  CHECK (decision = 'pass' OR reason IS NOT NULL)
)`;

const varietyVolume = `
CREATE TABLE procurement.variety_volume (
  area platform.area_code NOT NULL,
  period_id uuid NOT NULL,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  winner_count integer NOT NULL CHECK (winner_count >= 1),
  ratio_bp integer NOT NULL CHECK (ratio_bp BETWEEN 0 AND 10000),
  base_quantity bigint NOT NULL CHECK (base_quantity >= 0),
  agreed_quantity bigint NOT NULL CHECK (agreed_quantity BETWEEN 0 AND base_quantity),
  PRIMARY KEY (area, period_id, variety_id),
  FOREIGN KEY (area, period_id) REFERENCES procurement.agreement_period (area, id)
)`;

const agreedVolume = `
CREATE TABLE procurement.agreed_volume (
  ${tenant},
  period_id uuid NOT NULL,
  agreement_year_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  award_id uuid NOT NULL,
  variety_id uuid NOT NULL,
  base_quantity bigint NOT NULL CHECK (base_quantity >= 0),
  agreed_quantity bigint NOT NULL CHECK (agreed_quantity >= 0),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, agreement_year_id) REFERENCES procurement.agreement_year (area, id),
  FOREIGN KEY (area, award_id) REFERENCES procurement.award (area, id),
  FOREIGN KEY (area, period_id, variety_id) REFERENCES procurement.variety_volume (area, period_id, variety_id),
  CONSTRAINT agreed_volume_once UNIQUE (area, agreement_year_id, hospital_id, award_id)
)`;

const mainContract = `
CREATE TABLE procurement.main_contract (
  ${tenant},
  period_id uuid NOT NULL,
  award_id uuid NOT NULL,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 80),
  manufacturer_id uuid NOT NULL REFERENCES catalog.organisation,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  product_id uuid NOT NULL REFERENCES catalog.product,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  state text NOT NULL CHECK (state IN ('drafted', 'in-force')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, period_id) REFERENCES procurement.agreement_period (area, id),
  FOREIGN KEY (area, award_id) REFERENCES procurement.award (area, id),
  CONSTRAINT main_contract_once UNIQUE (area, award_id),
  CONSTRAINT main_contract_number_once UNIQUE (area, number)
)`;

const contractPrice = `
CREATE TABLE procurement.contract_price (
  ${tenant},
  main_contract_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  price_fen bigint NOT NULL CHECK (price_fen > 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  reason_code text NOT NULL CHECK (reason_code IN ('award', 'renewal', 'linkage', 'substitute')),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, main_contract_id) REFERENCES procurement.main_contract (area, id),
  CHECK (valid_to >= valid_from),
  CONSTRAINT contract_price_no_overlap EXCLUDE USING gist
    (area WITH =, main_contract_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
)`;

const subContract = `
CREATE TABLE procurement.sub_contract (
  ${tenant},
  main_contract_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  supplier_id uuid NOT NULL REFERENCES catalog.organisation,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 120),
  state text NOT NULL CHECK (state IN ('drafted', 'in-force')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, main_contract_id) REFERENCES procurement.main_contract (area, id),
  CONSTRAINT sub_contract_once UNIQUE (area, main_contract_id, hospital_id),
  CONSTRAINT sub_contract_number_once UNIQUE (area, number)
)`;

const subContractLine = `
CREATE TABLE procurement.sub_contract_line (
  ${tenant},
  sub_contract_id uuid NOT NULL,
  agreement_year_id uuid NOT NULL,
  agreed_quantity bigint NOT NULL CHECK (agreed_quantity >= 0),
  price_fen bigint NOT NULL CHECK (price_fen > 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  amount_fen bigint NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, sub_contract_id) REFERENCES procurement.sub_contract (area, id),
  FOREIGN KEY (area, agreement_year_id) REFERENCES procurement.agreement_year (area, id),
  CONSTRAINT sub_contract_line_once UNIQUE (area, sub_contract_id, agreement_year_id),
  CONSTRAINT sub_contract_line_amount CHECK
    (amount_fen = div(2 * agreed_quantity::numeric * price_fen + price_per, 2 * price_per::numeric))
)`;

const signature = `
CREATE TABLE procurement.contract_signature (
  area platform.area_code NOT NULL,
  sub_contract_id uuid NOT NULL,
  party text NOT NULL CHECK (party IN ('hospital', 'winner', 'distributor')),
  organisation_id uuid NOT NULL REFERENCES catalog.organisation,
  person_id uuid NOT NULL,
  on_paper boolean NOT NULL,
  signed_on date NOT NULL,
  PRIMARY KEY (area, sub_contract_id, party),
  FOREIGN KEY (area, sub_contract_id) REFERENCES procurement.sub_contract (area, id)
)`;

const numberSeries = `
CREATE TABLE procurement.number_series (
  area platform.area_code NOT NULL REFERENCES platform.area,
  series text NOT NULL CHECK (series IN ('order', 'shipment')),
  last_number bigint NOT NULL CHECK (last_number > 0),
  PRIMARY KEY (area, series)
)`;

const order = `
CREATE TABLE procurement.purchase_order (
  ${tenant},
  number text NOT NULL CHECK (number ~ '^O[0-9]{7,}$'),
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  supplier_id uuid NOT NULL REFERENCES catalog.organisation,
  ordered_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('placed', 'confirmed', 'refused', 'cancelled', 'closed')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  CONSTRAINT purchase_order_number_once UNIQUE (area, number)
)`;

const orderLine = `
CREATE TABLE procurement.purchase_order_line (
  ${tenant},
  order_id uuid NOT NULL,
  line_number integer NOT NULL CHECK (line_number >= 1),
  sub_contract_id uuid NOT NULL,
  product_id uuid NOT NULL REFERENCES catalog.product,
  ordered_quantity bigint NOT NULL CHECK (ordered_quantity > 0),
  price_fen bigint NOT NULL CHECK (price_fen > 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (area, id),
  UNIQUE (area, id, ordered_quantity),
  FOREIGN KEY (area, order_id) REFERENCES procurement.purchase_order (area, id),
  FOREIGN KEY (area, sub_contract_id) REFERENCES procurement.sub_contract (area, id),
  CONSTRAINT order_line_once UNIQUE (area, order_id, line_number)
)`;

const shipment = `
CREATE TABLE procurement.shipment (
  ${tenant},
  number text NOT NULL CHECK (number ~ '^S[0-9]{7,}$'),
  order_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  supplier_id uuid NOT NULL REFERENCES catalog.organisation,
  shipped_on date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, order_id) REFERENCES procurement.purchase_order (area, id),
  CONSTRAINT shipment_number_once UNIQUE (area, number)
)`;

const shipmentLine = `
CREATE TABLE procurement.shipment_line (
  ${tenant},
  shipment_id uuid NOT NULL,
  line_number integer NOT NULL CHECK (line_number >= 1),
  order_line_id uuid NOT NULL,
  ordered_quantity bigint NOT NULL,
  shipped_before bigint NOT NULL CHECK (shipped_before >= 0),
  shipped_quantity bigint NOT NULL CHECK (shipped_quantity > 0),
  shipped_after bigint NOT NULL GENERATED ALWAYS AS (shipped_before + shipped_quantity) STORED,
  follows bigint GENERATED ALWAYS AS (NULLIF(shipped_before, 0)) STORED,
  batch_number text NOT NULL CHECK (length(batch_number) BETWEEN 1 AND 40),
  expires_on date NOT NULL,
  PRIMARY KEY (area, id),
  UNIQUE (area, id, shipped_quantity),
  UNIQUE (area, order_line_id, shipped_after),
  CONSTRAINT shipment_line_chain UNIQUE (area, order_line_id, shipped_before),
  CONSTRAINT shipment_line_once UNIQUE (area, shipment_id, line_number),
  CONSTRAINT shipped_not_more_than_ordered CHECK (shipped_after <= ordered_quantity),
  FOREIGN KEY (area, shipment_id) REFERENCES procurement.shipment (area, id),
  FOREIGN KEY (area, order_line_id, ordered_quantity)
    REFERENCES procurement.purchase_order_line (area, id, ordered_quantity),
  FOREIGN KEY (area, order_line_id, follows)
    REFERENCES procurement.shipment_line (area, order_line_id, shipped_after)
)`;

const acceptance = `
CREATE TABLE procurement.acceptance (
  ${tenant},
  hospital_id uuid REFERENCES catalog.organisation,
  source text NOT NULL CHECK (source IN ('form', 'file')),
  shipment_id uuid,
  recorded_on date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, shipment_id) REFERENCES procurement.shipment (area, id),
  CHECK ((source = 'form') = (shipment_id IS NOT NULL))
)`;

const acceptanceLine = `
CREATE TABLE procurement.acceptance_line (
  ${tenant},
  acceptance_id uuid NOT NULL,
  shipment_line_id uuid NOT NULL,
  order_line_id uuid NOT NULL,
  sub_contract_id uuid NOT NULL,
  hospital_id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  manufacturer_id uuid NOT NULL,
  product_id uuid NOT NULL,
  variety_id uuid NOT NULL,
  accepted_on date NOT NULL,
  shipped_quantity bigint NOT NULL,
  accepted_quantity bigint NOT NULL CHECK (accepted_quantity >= 0),
  damaged_quantity bigint NOT NULL CHECK (damaged_quantity >= 0),
  missing_quantity bigint NOT NULL CHECK (missing_quantity >= 0),
  price_fen bigint NOT NULL CHECK (price_fen > 0),
  price_per bigint NOT NULL CHECK (price_per > 0),
  PRIMARY KEY (area, id),
  CONSTRAINT shipped_line_accepted_once UNIQUE (area, shipment_line_id),
  CONSTRAINT accepted_parts_are_shipped
    CHECK (accepted_quantity + damaged_quantity + missing_quantity = shipped_quantity),
  FOREIGN KEY (area, shipment_line_id, shipped_quantity)
    REFERENCES procurement.shipment_line (area, id, shipped_quantity)
)`;

const returnLine = `
CREATE TABLE procurement.return_line (
  ${tenant},
  acceptance_line_id uuid NOT NULL,
  accepted_quantity bigint NOT NULL,
  returned_before bigint NOT NULL CHECK (returned_before >= 0),
  returned_quantity bigint NOT NULL CHECK (returned_quantity > 0),
  returned_after bigint NOT NULL GENERATED ALWAYS AS (returned_before + returned_quantity) STORED,
  follows bigint GENERATED ALWAYS AS (NULLIF(returned_before, 0)) STORED,
  returned_on date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  PRIMARY KEY (area, id),
  UNIQUE (area, acceptance_line_id, returned_after),
  CONSTRAINT return_line_chain UNIQUE (area, acceptance_line_id, returned_before),
  CONSTRAINT returned_not_more_than_accepted CHECK (returned_after <= accepted_quantity),
  FOREIGN KEY (area, acceptance_line_id) REFERENCES procurement.acceptance_line (area, id),
  FOREIGN KEY (area, acceptance_line_id, follows)
    REFERENCES procurement.return_line (area, acceptance_line_id, returned_after)
)`;

const acceptanceImport = `
CREATE TABLE procurement.acceptance_import (
  ${tenant},
  hospital_id uuid REFERENCES catalog.organisation,
  file_id uuid NOT NULL,
  acceptance_id uuid,
  lines_read bigint NOT NULL DEFAULT 0 CHECK (lines_read >= 0),
  lines_applied bigint NOT NULL DEFAULT 0 CHECK (lines_applied >= 0),
  faults bigint NOT NULL DEFAULT 0 CHECK (faults >= 0),
  state text NOT NULL CHECK (state IN ('received', 'applied', 'faulty')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, file_id) REFERENCES platform.file (area, id),
  CONSTRAINT acceptance_import_file_once UNIQUE (area, file_id),
  CHECK (state <> 'applied' OR (faults = 0 AND lines_applied = lines_read)),
  CHECK (state <> 'faulty' OR (faults > 0 AND lines_applied = 0))
)`;

const acceptanceImportFault = `
CREATE TABLE procurement.acceptance_import_fault (
  area platform.area_code NOT NULL,
  import_id uuid NOT NULL,
  row_number bigint NOT NULL CHECK (row_number >= 1),
  field text NOT NULL,
  code text NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (area, import_id, row_number, field, code),
  FOREIGN KEY (area, import_id) REFERENCES procurement.acceptance_import (area, id)
)`;

const stagedAcceptance = `
CREATE UNLOGGED TABLE staging.procurement_acceptance_line (
  area text NOT NULL,
  import_id uuid NOT NULL,
  id uuid NOT NULL,
  row_number bigint NOT NULL,
  shipment_number text NOT NULL,
  line_number integer NOT NULL,
  accepted_on date NOT NULL,
  accepted_quantity bigint NOT NULL,
  damaged_quantity bigint NOT NULL,
  missing_quantity bigint NOT NULL
)`;

const nonSelected = `
CREATE TABLE procurement.non_selected_purchase (
  ${tenant},
  hospital_id uuid NOT NULL REFERENCES catalog.organisation,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  purchased_on date NOT NULL,
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 60),
  quantity bigint NOT NULL CHECK (quantity > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (area, id),
  CONSTRAINT non_selected_purchase_once UNIQUE (area, hospital_id, reference)
)`;

const baseVolumeView = `
CREATE VIEW procurement.base_volume_v1 WITH (security_invoker = true) AS
SELECT v.area, p.round_id, y.year_number AS agreement_year, v.hospital_id, a.variety_id, a.product_id,
       v.base_quantity, v.agreed_quantity, COALESCE(l.price_fen, a.price_fen) AS contract_price_fen, COALESCE(l.price_per, a.price_per) AS contract_price_per,
       v.period_id, v.agreement_year_id, y.starts_on AS year_starts_on, y.ends_on AS year_ends_on
FROM procurement.agreed_volume v
JOIN procurement.award a ON a.area = v.area AND a.id = v.award_id
JOIN procurement.agreement_year y ON y.area = v.area AND y.id = v.agreement_year_id
JOIN procurement.agreement_period p ON p.area = v.area AND p.id = v.period_id
LEFT JOIN procurement.main_contract m ON m.area = v.area AND m.award_id = v.award_id
LEFT JOIN procurement.sub_contract s ON s.area = v.area AND s.main_contract_id = m.id AND s.hospital_id = v.hospital_id
LEFT JOIN procurement.sub_contract_line l
  ON l.area = v.area AND l.sub_contract_id = s.id AND l.agreement_year_id = v.agreement_year_id`;

const acceptedLineView = `
CREATE VIEW procurement.accepted_line_v1 WITH (security_invoker = true) AS
SELECT l.area, l.id AS acceptance_line_id, l.accepted_on, l.hospital_id, l.supplier_id, l.manufacturer_id,
       l.product_id, l.variety_id, l.sub_contract_id, l.order_line_id, l.accepted_quantity,
       COALESCE(r.returned_after, 0) AS returned_quantity, l.price_fen, l.price_per,
       div(2 * (l.accepted_quantity - COALESCE(r.returned_after, 0))::numeric * l.price_fen + l.price_per,
           2 * l.price_per::numeric)::bigint AS amount_fen,
       l.shipment_line_id, l.acceptance_id
FROM procurement.acceptance_line l
LEFT JOIN (
  SELECT last.area, last.acceptance_line_id, last.returned_after
  FROM procurement.return_line last
  WHERE NOT EXISTS (SELECT FROM procurement.return_line later
                    WHERE later.area = last.area AND later.acceptance_line_id = last.acceptance_line_id
                      AND later.returned_before = last.returned_after)
) r ON r.area = l.area AND r.acceptance_line_id = l.id`;

const nonSelectedView = `
CREATE VIEW procurement.non_selected_purchase_v1 WITH (security_invoker = true) AS
SELECT area, hospital_id, variety_id, purchased_on, quantity, amount_fen, id AS purchase_id
FROM procurement.non_selected_purchase`;

const orderedLineView = `
CREATE VIEW procurement.ordered_line_v1 WITH (security_invoker = true) AS
SELECT l.area, l.id AS order_line_id, o.ordered_on
FROM procurement.purchase_order_line l
JOIN procurement.purchase_order o ON o.area = l.area AND o.id = l.order_id`;

const view = (name: string, sql: string, comment: string): readonly string[] => [
  sql,
  `GRANT SELECT ON procurement.${name} TO huiji_app`,
  `COMMENT ON VIEW procurement.${name} IS '${comment}'`,
];

export default migration({
  number: 700,
  name: 'procurement',
  reason:
    'Volume-based procurement of an area: from the awards of a round and the needs of hospitals to contracts, orders and what was accepted. Sums that must not pass a bound are chains of running totals, so that a key and a CHECK hold them without a trigger.',
  up: [
    'CREATE SCHEMA procurement',
    'GRANT USAGE ON SCHEMA procurement TO huiji_app',
    round,
    tenantTable('procurement.round', {
      comment: 'a round of volume-based procurement (批次) as the area takes part in it',
      grant: 'append',
    }),
    ratioTable,
    tenantTable('procurement.ratio_table', {
      comment:
        'policy: the share of the reported need that is agreed (约定采购比例), basis points by number of winners, dated, with its legal basis and who confirmed it',
      grant: 'update',
    }),
    period,
    tenantTable('procurement.agreement_period', {
      comment: 'an agreement period (协议期) of a round; it starts on the execution date of the area',
      grant: 'update',
    }),
    `COMMENT ON COLUMN procurement.agreement_period.ratio_table_id IS 'the ratio table used when the volumes were computed; a later table moves nothing'`,
    `COMMENT ON COLUMN procurement.agreement_period.supply_area_note IS 'why awards whose supply areas do not name this area stand here'`,
    year,
    tenantTable('procurement.agreement_year', {
      comment: 'an agreement year (协议年), both days included',
      grant: 'append',
    }),
    award,
    'CREATE INDEX award_of_variety ON procurement.award (area, period_id, variety_id)',
    tenantTable('procurement.award', {
      comment:
        'a winning product in this area (中选结果): role, share, price per pack (fen for price_per smallest units), and how sure its published row is',
      grant: 'append',
    }),
    `COMMENT ON COLUMN procurement.award.supplement_note IS 'says which figure the published row lacked and where it comes from; null when it lacked none'`,
    campaign,
    tenantTable('procurement.reporting_campaign', {
      comment: 'a reporting campaign (报量): its window and its floor against the mean of two years, basis points',
      grant: 'update',
    }),
    campaignHospital,
    'CREATE INDEX campaign_hospital_of ON procurement.campaign_hospital (area, hospital_id)',
    tenantTable('procurement.campaign_hospital', {
      comment: 'a hospital invited to a campaign; reopened for it until a day',
      grant: 'update',
    }),
    campaignLevel,
    tenantTable('procurement.campaign_level', {
      comment: 'a review level of a campaign and the roles that may review on it; every level must pass',
      grant: 'append',
    }),
    historicalUse,
    tenantTable('procurement.historical_use', {
      comment: 'what a hospital used of a variety in a calendar year, smallest units',
      grant: 'append',
    }),
    report,
    'CREATE INDEX volume_report_of_hospital ON procurement.volume_report (area, hospital_id, campaign_id)',
    'CREATE INDEX volume_report_by_state ON procurement.volume_report (area, campaign_id, state)',
    tenantTable('procurement.volume_report', {
      comment: 'the volume report (报量表) of one hospital in one campaign; edition counts every upload and entry',
      grant: 'update',
    }),
    reportLine,
    tenantTable('procurement.volume_report_line', {
      comment:
        'yearly need in smallest units, by generic name (product null) or by brand; lines of earlier editions stay',
      grant: 'append',
    }),
    reportFault,
    'CREATE INDEX volume_report_fault_of ON procurement.volume_report_fault (area, report_id, edition, row_number)',
    tenantTable('procurement.volume_report_fault', {
      comment: 'what is wrong with a row of an uploaded sheet: row, column, code',
      grant: 'append',
    }),
    reportReview,
    tenantTable('procurement.volume_report_review', {
      comment: 'a decision on one edition at one level by one person; no person decides twice',
      grant: 'append',
    }),
    varietyVolume,
    tenantTable('procurement.variety_volume', {
      comment: 'base and agreed volume of a variety in a period with the ratio used, smallest units a year',
      grant: 'append',
    }),
    agreedVolume,
    'CREATE INDEX agreed_volume_of_award ON procurement.agreed_volume (area, award_id, hospital_id)',
    'CREATE INDEX agreed_volume_of_variety ON procurement.agreed_volume (area, period_id, variety_id)',
    tenantTable('procurement.agreed_volume', {
      comment: 'base and agreed volume of one hospital for one award in one agreement year, smallest units',
      grant: 'append',
    }),
    mainContract,
    'CREATE INDEX main_contract_of_period ON procurement.main_contract (area, period_id, number)',
    tenantTable('procurement.main_contract', {
      comment:
        'the main contract (主合同) of an award; its amount is the sum of the rounded lines of its sub-contracts, fen',
      grant: 'update',
    }),
    contractPrice,
    tenantTable('procurement.contract_price', {
      comment: 'the price of a contract between two days: fen for price_per smallest units',
      grant: 'append',
    }),
    subContract,
    'CREATE INDEX sub_contract_of_hospital ON procurement.sub_contract (area, hospital_id, number)',
    'CREATE INDEX sub_contract_of_supplier ON procurement.sub_contract (area, supplier_id, number)',
    tenantTable('procurement.sub_contract', {
      comment: 'the three-party contract (分合同) of a hospital, the winner and a distributor',
      grant: 'update',
    }),
    subContractLine,
    tenantTable('procurement.sub_contract_line', {
      comment: 'agreed volume of one agreement year, smallest units, with price and amount (fen, rounded half up once)',
      grant: 'append',
    }),
    signature,
    tenantTable('procurement.contract_signature', {
      comment: 'a party signed a sub-contract, itself or on paper as the agency recorded',
      grant: 'append',
    }),
    numberSeries,
    tenantTable('procurement.number_series', {
      comment: 'the last number given to orders and shipments',
      grant: 'update',
    }),
    order,
    'CREATE INDEX purchase_order_of_hospital ON procurement.purchase_order (area, hospital_id, number)',
    'CREATE INDEX purchase_order_of_supplier ON procurement.purchase_order (area, supplier_id, number)',
    tenantTable('procurement.purchase_order', {
      comment: 'an order (订单) of a hospital to one supplier',
      grant: 'update',
    }),
    orderLine,
    'CREATE INDEX order_line_of_sub_contract ON procurement.purchase_order_line (area, sub_contract_id) INCLUDE (ordered_quantity)',
    tenantTable('procurement.purchase_order_line', {
      comment: 'smallest units ordered at the price of the contract on the order date; nobody types the price',
      grant: 'append',
    }),
    shipment,
    'CREATE INDEX shipment_of_order ON procurement.shipment (area, order_id)',
    'CREATE INDEX shipment_of_hospital ON procurement.shipment (area, hospital_id, number)',
    'CREATE INDEX shipment_of_supplier ON procurement.shipment (area, supplier_id, number)',
    tenantTable('procurement.shipment', { comment: 'a delivery note (配送单) of an order', grant: 'append' }),
    shipmentLine,
    tenantTable('procurement.shipment_line', {
      comment:
        'smallest units shipped with batch and expiry; shipped_before and shipped_after chain the lines of one order line up to what was ordered',
      grant: 'append',
    }),
    acceptance,
    tenantTable('procurement.acceptance', {
      comment:
        'an act of acceptance (验收), by form or by file; hospital null: a file of the agency for several hospitals',
      grant: 'append',
    }),
    acceptanceLine,
    'CREATE INDEX acceptance_line_progress ON procurement.acceptance_line (area, sub_contract_id, accepted_on) INCLUDE (accepted_quantity)',
    'CREATE INDEX acceptance_line_of_supplier ON procurement.acceptance_line (area, supplier_id, accepted_on, id)',
    'CREATE INDEX acceptance_line_of_hospital ON procurement.acceptance_line (area, hospital_id, accepted_on, id)',
    tenantTable('procurement.acceptance_line', {
      comment:
        'a shipped line as it was accepted, once: accepted, damaged and missing are together what was shipped, smallest units; price copied from the order. Its acceptance, order line and sub-contract carry no foreign key because lines come in by the million: none of them can be deleted, and an invariant looks for orphans',
      grant: 'append',
    }),
    returnLine,
    tenantTable('procurement.return_line', {
      comment:
        'accepted units sent back (退货); returned_before and returned_after chain the returns of one acceptance line up to what was accepted',
      grant: 'append',
    }),
    acceptanceImport,
    tenantTable('procurement.acceptance_import', {
      comment: 'a file of acceptance lines and how far it came: applied wholly or not at all',
      grant: 'update',
    }),
    acceptanceImportFault,
    tenantTable('procurement.acceptance_import_fault', {
      comment: 'what is wrong with a line of an imported file: row of the file, column, code',
      grant: 'append',
    }),
    stagedAcceptance,
    stagingTable('staging.procurement_acceptance_line', {
      comment: 'lines of a file of acceptances, typed, until they are applied or refused',
    }),
    'GRANT MAINTAIN ON staging.procurement_acceptance_line TO huiji_app',
    nonSelected,
    'CREATE INDEX non_selected_purchase_of ON procurement.non_selected_purchase (area, hospital_id, variety_id, purchased_on)',
    tenantTable('procurement.non_selected_purchase', {
      comment:
        "a purchase of a selected generic outside the selected products (非中选采购), smallest units and fen; reference is the number of the hospital's own number",
      grant: 'append',
    }),
    ...view(
      'base_volume_v1',
      baseVolumeView,
      'published: base and agreed volume per hospital, award and agreement year with the award price; the base of a variety is the sum over its products',
    ),
    ...view(
      'accepted_line_v1',
      acceptedLineView,
      'published: accepted lines with what was returned of them; amount_fen is of accepted less returned units, rounded half up once',
    ),
    ...view('ordered_line_v1', orderedLineView, 'published: the day on which each line was ordered'),
    ...view('non_selected_purchase_v1', nonSelectedView, 'published: purchases outside the selected products'),
  ],
  down: ['DROP TABLE staging.procurement_acceptance_line', 'DROP SCHEMA procurement CASCADE'],
});
