import { migration, tenantTable } from './migration';

const policy = `
CREATE TABLE savings.policy (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  budget_volume text NOT NULL CHECK (budget_volume IN ('base', 'agreed')),
  floor text NOT NULL CHECK (floor IN ('variety', 'hospital')),
  ratio_kind text NOT NULL CHECK (ratio_kind IN ('banded', 'linear')),
  insured_share_used boolean NOT NULL,
  non_selected_counted boolean NOT NULL,
  cap_bp integer NOT NULL CHECK (cap_bp BETWEEN 0 AND 5000),
  answer_working_days integer NOT NULL CHECK (answer_working_days BETWEEN 1 AND 60),
  silence text NOT NULL CHECK (silence IN ('confirms', 'waits')),
  legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 300),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  made_by uuid NOT NULL,
  confirmed_by uuid,
  state text NOT NULL CHECK (state IN ('draft', 'in-force', 'withdrawn')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  CHECK (valid_from <= valid_to),
  CHECK (state <> 'in-force' OR confirmed_by IS NOT NULL),
  CONSTRAINT policy_confirmed_by_another CHECK (confirmed_by <> made_by),
  CONSTRAINT policy_no_overlap EXCLUDE USING gist
    (area WITH =, round_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (state = 'in-force')
)`;

const band = `
CREATE TABLE savings.policy_band (
  area platform.area_code NOT NULL,
  policy_id uuid NOT NULL,
  from_hundredths integer NOT NULL CHECK (from_hundredths BETWEEN 0 AND 10000),
  to_hundredths integer NOT NULL CHECK (to_hundredths BETWEEN 0 AND 10000),
  ratio_bp integer NOT NULL CHECK (ratio_bp BETWEEN 0 AND 5000),
  PRIMARY KEY (area, policy_id, from_hundredths),
  FOREIGN KEY (area, policy_id) REFERENCES savings.policy (area, id),
  CHECK (from_hundredths < to_hundredths),
  CONSTRAINT policy_band_no_overlap EXCLUDE USING gist
    (area WITH =, policy_id WITH =, int4range(from_hundredths, to_hundredths, '[)') WITH &&)
)`;

const year = `
CREATE TABLE savings.closed_year (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  agreement_year integer NOT NULL CHECK (agreement_year BETWEEN 1 AND 4),
  period_from date NOT NULL,
  period_to date NOT NULL,
  state text NOT NULL CHECK (state IN ('gathering', 'calculated')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  UNIQUE (area, round_id, agreement_year),
  CHECK (period_from < period_to)
)`;

const volume = `
CREATE TABLE savings.year_volume (
  area platform.area_code NOT NULL,
  year_id uuid NOT NULL,
  hospital_id uuid NOT NULL,
  variety_id uuid NOT NULL,
  base_quantity bigint NOT NULL CHECK (base_quantity >= 0),
  agreed_quantity bigint NOT NULL CHECK (agreed_quantity >= 0),
  contract_price_fen bigint NOT NULL CHECK (contract_price_fen >= 0),
  contract_price_per bigint NOT NULL CHECK (contract_price_per > 0),
  selected_quantity bigint NOT NULL CHECK (selected_quantity >= 0),
  non_selected_quantity bigint NOT NULL CHECK (non_selected_quantity >= 0),
  non_selected_fen bigint NOT NULL CHECK (non_selected_fen >= 0),
  source text NOT NULL,
  PRIMARY KEY (area, year_id, hospital_id, variety_id),
  FOREIGN KEY (area, year_id) REFERENCES savings.closed_year (area, id)
)`;

const baseline = `
CREATE TABLE savings.baseline (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  year_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation (id),
  variety_id uuid NOT NULL REFERENCES catalog.variety (id),
  price_before_numerator bigint NOT NULL CHECK (price_before_numerator >= 0),
  price_before_denominator bigint NOT NULL CHECK (price_before_denominator > 0),
  price_before_source text NOT NULL CHECK (length(price_before_source) BETWEEN 1 AND 300),
  fund_share_numerator bigint NOT NULL CHECK (fund_share_numerator >= 0),
  fund_share_denominator bigint NOT NULL CHECK (fund_share_denominator > 0),
  fund_share_source text NOT NULL CHECK (length(fund_share_source) BETWEEN 1 AND 300),
  insured_share_numerator bigint NOT NULL CHECK (insured_share_numerator >= 0),
  insured_share_denominator bigint NOT NULL CHECK (insured_share_denominator > 0),
  insured_share_source text NOT NULL CHECK (length(insured_share_source) BETWEEN 1 AND 300),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  UNIQUE (area, year_id, hospital_id, variety_id),
  FOREIGN KEY (area, year_id) REFERENCES savings.closed_year (area, id),
  CHECK (fund_share_numerator <= fund_share_denominator),
  CHECK (insured_share_numerator <= insured_share_denominator)
)`;

const score = `
CREATE TABLE savings.score (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  year_id uuid NOT NULL,
  hospital_id uuid NOT NULL REFERENCES catalog.organisation (id),
  score_hundredths integer NOT NULL CHECK (score_hundredths BETWEEN 0 AND 10000),
  veto text CHECK (length(veto) BETWEEN 1 AND 300),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  UNIQUE (area, year_id, hospital_id),
  FOREIGN KEY (area, year_id) REFERENCES savings.closed_year (area, id)
)`;

const run = `
CREATE TABLE savings.run (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  year_id uuid NOT NULL,
  policy_id uuid NOT NULL,
  made_on date NOT NULL,
  answer_until date NOT NULL,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, year_id) REFERENCES savings.closed_year (area, id),
  FOREIGN KEY (area, policy_id) REFERENCES savings.policy (area, id),
  CHECK (answer_until >= made_on)
)`;

const runSeal = `
CREATE TABLE savings.run_seal (
  area platform.area_code NOT NULL,
  run_id uuid NOT NULL,
  sheet_count bigint NOT NULL CHECK (sheet_count > 0),
  line_count bigint NOT NULL CHECK (line_count > 0),
  retained_fen bigint NOT NULL CHECK (retained_fen >= 0),
  seal text NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (area, run_id),
  FOREIGN KEY (area, run_id) REFERENCES savings.run (area, id)
)`;

const sheet = `
CREATE TABLE savings.sheet (
  area platform.area_code NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  year_id uuid NOT NULL,
  hospital_id uuid NOT NULL,
  score_hundredths integer NOT NULL CHECK (score_hundredths BETWEEN 0 AND 10000),
  veto text,
  ratio_numerator bigint NOT NULL CHECK (ratio_numerator >= 0),
  ratio_denominator bigint NOT NULL CHECK (ratio_denominator > 0),
  budget_numerator numeric NOT NULL CHECK (budget_numerator = trunc(budget_numerator)),
  budget_denominator numeric NOT NULL CHECK (budget_denominator > 0),
  expenditure_numerator numeric NOT NULL CHECK (expenditure_numerator = trunc(expenditure_numerator)),
  expenditure_denominator numeric NOT NULL CHECK (expenditure_denominator > 0),
  base_numerator numeric NOT NULL CHECK (base_numerator >= 0 AND base_numerator = trunc(base_numerator)),
  base_denominator numeric NOT NULL CHECK (base_denominator > 0),
  negative boolean NOT NULL,
  line_count bigint NOT NULL CHECK (line_count > 0),
  retained_fen bigint NOT NULL CHECK (retained_fen >= 0),
  seal text NOT NULL CHECK (seal ~ '^[0-9a-f]{64}$'),
  answer_until date NOT NULL,
  objection text CHECK (length(objection) BETWEEN 1 AND 1000),
  state text NOT NULL CHECK (state IN ('open', 'objected', 'confirmed', 'handed-over', 'superseded')),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  UNIQUE (area, run_id, hospital_id),
  FOREIGN KEY (area, run_id) REFERENCES savings.run (area, id),
  CHECK (2 * ratio_numerator <= ratio_denominator),
  CONSTRAINT sheet_retained_is_base_times_ratio CHECK (
    retained_fen = div(2 * base_numerator * ratio_numerator + base_denominator * ratio_denominator,
                       2 * base_denominator * ratio_denominator)),
  CHECK (state <> 'objected' OR objection IS NOT NULL)
)`;

const line = `
CREATE TABLE savings.sheet_line (
  area platform.area_code NOT NULL,
  sheet_id uuid NOT NULL,
  variety_id uuid NOT NULL,
  base_quantity bigint NOT NULL,
  agreed_quantity bigint NOT NULL,
  contract_price_fen bigint NOT NULL,
  contract_price_per bigint NOT NULL,
  selected_quantity bigint NOT NULL,
  non_selected_quantity bigint NOT NULL,
  non_selected_fen bigint NOT NULL,
  price_before_numerator bigint NOT NULL,
  price_before_denominator bigint NOT NULL,
  fund_share_numerator bigint NOT NULL,
  fund_share_denominator bigint NOT NULL,
  insured_share_numerator bigint NOT NULL,
  insured_share_denominator bigint NOT NULL,
  price_before_source text NOT NULL,
  fund_share_source text NOT NULL,
  insured_share_source text NOT NULL,
  volume_source text NOT NULL,
  budget_numerator numeric NOT NULL,
  expenditure_numerator numeric NOT NULL,
  denominator numeric NOT NULL CHECK (denominator > 0),
  zeroed boolean NOT NULL,
  PRIMARY KEY (area, sheet_id, variety_id),
  FOREIGN KEY (area, sheet_id) REFERENCES savings.sheet (area, id)
)`;

const payoutView = `
CREATE VIEW savings.sheet_payout_v1 WITH (security_invoker = true) AS
SELECT s.area, s.id AS sheet_id, s.run_id, s.hospital_id, s.retained_fen
FROM savings.sheet s
WHERE s.state = 'confirmed' AND s.retained_fen > 0`;

const comments = [
  `COMMENT ON COLUMN savings.policy.cap_bp IS 'highest retention ratio, 1/10,000; at most 5000 (50 %)'`,
  `COMMENT ON COLUMN savings.policy_band.from_hundredths IS 'lowest score of the band, 1/100 point, inclusive'`,
  `COMMENT ON COLUMN savings.policy_band.to_hundredths IS 'end of the band, 1/100 point, exclusive; 10000 is inclusive'`,
  `COMMENT ON COLUMN savings.year_volume.selected_quantity IS 'accepted less returned of selected products, smallest units; may pass the agreed volume (a floor, never a cap)'`,
  `COMMENT ON COLUMN savings.year_volume.base_quantity IS 'accepted base volume (约定采购量基数), smallest units'`,
  `COMMENT ON COLUMN savings.year_volume.contract_price_fen IS 'fen for contract_price_per smallest units; weighted by agreed volume where a variety has several winners'`,
  `COMMENT ON COLUMN savings.baseline.price_before_numerator IS 'weighted price before the round: fen, over price_before_denominator smallest units'`,
  `COMMENT ON COLUMN savings.sheet.budget_numerator IS 'fen, exact, over budget_denominator'`,
  `COMMENT ON COLUMN savings.sheet.base_numerator IS 'fen, exact, over base_denominator; the counted savings base, never negative'`,
  `COMMENT ON COLUMN savings.sheet.negative IS 'the lines summed to less than zero and the base was set to zero'`,
  `COMMENT ON COLUMN savings.sheet.seal IS 'sha256 of the seal text: hospital, score, ratio, every line with its inputs, retained'`,
  `COMMENT ON COLUMN savings.sheet_line.budget_numerator IS 'fen, exact, over denominator'`,
  `COMMENT ON COLUMN savings.sheet_line.zeroed IS 'the line was below zero and the policy floors line by line'`,
];

export default migration({
  number: 900,
  name: 'savings',
  reason:
    'Retained savings (结余留用): dated policies, the inputs of a closed agreement year with their sources, and sealed sheets per hospital.',
  up: [
    'CREATE SCHEMA savings',
    'GRANT USAGE ON SCHEMA savings TO huiji_app',
    `CREATE AGGREGATE savings.lcm_all(numeric) (SFUNC = lcm, STYPE = numeric, INITCOND = '1')`,
    `COMMENT ON AGGREGATE savings.lcm_all(numeric) IS 'least common multiple: the one denominator over which quotients are added exactly'`,
    policy,
    tenantTable('savings.policy', {
      comment: 'one dated policy of retained savings for one round; two in force never overlap',
      grant: 'update',
    }),
    band,
    tenantTable('savings.policy_band', {
      comment: 'a band of scores, half open, with its retention ratio in 1/10,000',
      grant: 'append',
    }),
    year,
    tenantTable('savings.closed_year', {
      comment: 'an agreement year of a round whose last day is over, taken up for retained savings',
      grant: 'update',
    }),
    volume,
    tenantTable('savings.year_volume', {
      comment: 'volumes and purchases of one hospital and variety in a closed year, carried over from procurement',
      grant: 'update-delete',
    }),
    baseline,
    tenantTable('savings.baseline', {
      comment: 'weighted price before, fund share and insured share of one hospital and variety, each with its source',
      grant: 'update',
    }),
    score,
    tenantTable('savings.score', {
      comment: 'the score of a hospital for a closed year, 1/100 point, and the veto that makes it 0',
      grant: 'update',
    }),
    run,
    'CREATE INDEX run_of_year ON savings.run (area, year_id, id)',
    'CREATE INDEX run_of_policy ON savings.run (area, policy_id)',
    tenantTable('savings.run', {
      comment: 'one calculation of a closed year under one policy',
      grant: 'append',
    }),
    runSeal,
    tenantTable('savings.run_seal', {
      comment: 'what a run came to: its counts, its sum in fen, and the hash over the seals of its sheets',
      grant: 'append',
    }),
    sheet,
    'CREATE INDEX sheet_of_hospital ON savings.sheet (area, hospital_id, id)',
    `CREATE UNIQUE INDEX sheet_one_living ON savings.sheet (area, year_id, hospital_id) WHERE state <> 'superseded'`,
    `CREATE INDEX sheet_waiting ON savings.sheet (area, answer_until) WHERE state = 'open'`,
    tenantTable('savings.sheet', {
      comment:
        'the sheet of one hospital (结余留用清单): exact figures, one rounding, sealed; the hospital confirms or objects',
      grant: 'update',
    }),
    line,
    tenantTable('savings.sheet_line', {
      comment: 'one variety of a sheet with every input as it was at the calculation, and its exact figures',
      grant: 'append',
    }),
    payoutView,
    `COMMENT ON VIEW savings.sheet_payout_v1 IS 'published: confirmed sheets with something to pay, fen'`,
    'GRANT SELECT ON savings.sheet_payout_v1 TO huiji_app',
    comments,
  ],
  down: ['DROP SCHEMA savings CASCADE'],
});
