/** Writes or replaces one baseline. Answers its id. */
export const putBaselineSql = `
INSERT INTO savings.baseline (area, id, year_id, hospital_id, variety_id,
  price_before_numerator, price_before_denominator, price_before_source,
  fund_share_numerator, fund_share_denominator, fund_share_source,
  insured_share_numerator, insured_share_denominator, insured_share_source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT (area, year_id, hospital_id, variety_id) DO UPDATE SET
  price_before_numerator = excluded.price_before_numerator,
  price_before_denominator = excluded.price_before_denominator,
  price_before_source = excluded.price_before_source,
  fund_share_numerator = excluded.fund_share_numerator,
  fund_share_denominator = excluded.fund_share_denominator,
  fund_share_source = excluded.fund_share_source,
  insured_share_numerator = excluded.insured_share_numerator,
  insured_share_denominator = excluded.insured_share_denominator,
  insured_share_source = excluded.insured_share_source,
  version = baseline.version + 1
RETURNING id, version`;

/** Writes or replaces one score. Answers its id. */
export const putScoreSql = `
INSERT INTO savings.score (area, id, year_id, hospital_id, score_hundredths, veto, source)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (area, year_id, hospital_id) DO UPDATE SET
  score_hundredths = excluded.score_hundredths, veto = excluded.veto, source = excluded.source,
  version = score.version + 1
RETURNING id, version`;

/** The baseline that stands. $1 area, $2 year, $3 hospital, $4 variety. */
export const baselineVersionSql = `
SELECT id, version FROM savings.baseline WHERE area = $1 AND year_id = $2 AND hospital_id = $3 AND variety_id = $4`;

/** The score that stands. $1 area, $2 year, $3 hospital. */
export const scoreVersionSql = `
SELECT id, version FROM savings.score WHERE area = $1 AND year_id = $2 AND hospital_id = $3`;

/** Whether a hospital has volumes of a variety in a year. $1 area, $2 year, $3 hospital, $4 variety. */
export const hasVolumeSql = `
SELECT 1 AS found FROM savings.year_volume
WHERE area = $1 AND year_id = $2 AND hospital_id = $3 AND ($4::uuid IS NULL OR variety_id = $4) LIMIT 1`;

const volumeColumns = `hospital_id, variety_id, base_quantity, agreed_quantity, contract_price_fen, contract_price_per,
  selected_quantity, non_selected_quantity, non_selected_fen`;

/** Writes the volumes a select yields; area, year and source follow the parameters of the select. Answers the count. */
export const carryOverSql = (select: string, n: number): string => `
WITH written AS (
  INSERT INTO savings.year_volume (area, year_id, source, ${volumeColumns})
  SELECT $${(n + 1).toString()}, $${(n + 2).toString()}, $${(n + 3).toString()}, ${volumeColumns} FROM (${select}) AS s
  RETURNING 1)
SELECT count(*) AS lines FROM written`;

/** Takes up a closed year, once. $1 area, $2 id, $3 round, $4 agreement year, $5 first day, $6 last day. */
export const takeUpSql = `
INSERT INTO savings.closed_year (area, id, round_id, agreement_year, period_from, period_to, state)
VALUES ($1, $2, $3, $4, $5, $6, 'gathering')
ON CONFLICT (area, round_id, agreement_year) DO NOTHING RETURNING id`;

/** The year that was taken up before, held until the transaction ends. $1 area, $2 round, $3 agreement year. */
export const holdTakenUpSql = `
SELECT id FROM savings.closed_year WHERE area = $1 AND round_id = $2 AND agreement_year = $3 FOR UPDATE`;

/** $1 area, $2 year. */
export const holdYearSql = `SELECT id FROM savings.closed_year WHERE area = $1 AND id = $2 FOR UPDATE`;
