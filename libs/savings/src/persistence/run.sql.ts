/** One id per sheet, the same for the same run and hospital: a UUID of version 8 made from their ids. */
const sheetId = `overlay(overlay(md5($2::uuid::text || h.hospital_id::text) placing '8' from 13) placing '8' from 17)::uuid`;

/**
 * What a run of a closed year still lacks, in order: hospitals without a score, hospital × variety without a baseline.
 * $1 area, $2 year.
 */
export const missingInputsSql = `
SELECT m.what, m.hospital_id, o.name_zh AS hospital_name, m.variety_id, g.generic_name_zh AS variety_name
FROM (
  SELECT 'SCORE_MISSING' AS what, v.hospital_id, NULL::uuid AS variety_id
  FROM savings.year_volume v
  LEFT JOIN savings.score s ON s.area = v.area AND s.year_id = v.year_id AND s.hospital_id = v.hospital_id
  WHERE v.area = $1 AND v.year_id = $2 AND s.id IS NULL
  GROUP BY v.hospital_id
  UNION ALL
  SELECT 'BASELINE_MISSING', v.hospital_id, v.variety_id
  FROM savings.year_volume v
  LEFT JOIN savings.baseline b
    ON b.area = v.area AND b.year_id = v.year_id AND b.hospital_id = v.hospital_id AND b.variety_id = v.variety_id
  WHERE v.area = $1 AND v.year_id = $2 AND b.id IS NULL
) m
JOIN catalog.organisation o ON o.id = m.hospital_id
LEFT JOIN catalog.variety g ON g.id = m.variety_id
ORDER BY m.what DESC, m.hospital_id, m.variety_id`;

/** The text of a policy that goes into every seal. Alias p is savings.policy. */
const policyText = `concat_ws('|', p.budget_volume, p.floor, p.ratio_kind, p.insured_share_used, p.non_selected_counted, p.cap_bp,
  (SELECT string_agg(b.from_hundredths || '-' || b.to_hundredths || ':' || b.ratio_bp, ',' ORDER BY b.from_hundredths)
   FROM savings.policy_band b WHERE b.area = p.area AND b.policy_id = p.id))`;

/** The text of a line that goes into the seal of its sheet; the same columns in the run and in a stored line. */
const lineText = `concat_ws('|', l.variety_id, l.base_quantity, l.agreed_quantity, l.contract_price_fen, l.contract_price_per,
  l.selected_quantity, l.non_selected_quantity, l.non_selected_fen, l.price_before_numerator, l.price_before_denominator,
  l.fund_share_numerator, l.fund_share_denominator, l.insured_share_numerator, l.insured_share_denominator,
  l.budget_numerator, l.expenditure_numerator, l.denominator, l.zeroed)`;

const linesText = `string_agg(${lineText}, E'\\n' ORDER BY l.variety_id::text COLLATE "C")`;

const sealOf = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

const sheetText = (policy: string, sheet: string, lines: string): string =>
  `concat_ws(E'\\n', ${policy}, concat_ws('|', ${sheet}.hospital_id, ${sheet}.score_hundredths, ${sheet}.ratio_numerator,
    ${sheet}.ratio_denominator, ${sheet}.retained_fen), ${lines})`;

/**
 * Every sheet and line of a run in one statement: exact whole numbers, one rounding per sheet.
 * Hospitals whose sheet of this year still lives are left alone. Quotients of a line share one denominator; those of a
 * sheet are added over the least common multiple and reduced. $1 area, $2 run, $3 last day to answer.
 */
export const writeSheetsSql = `
WITH rules AS (
  SELECT p.*, ${policyText} AS text FROM savings.run r
  JOIN savings.policy p ON p.area = r.area AND p.id = r.policy_id
  WHERE r.area = $1 AND r.id = $2
), facts AS (
  SELECT v.*, b.price_before_numerator, b.price_before_denominator, b.price_before_source,
         b.fund_share_numerator, b.fund_share_denominator, b.fund_share_source,
         b.insured_share_numerator, b.insured_share_denominator, b.insured_share_source,
         CASE p.budget_volume WHEN 'base' THEN v.base_quantity ELSE v.agreed_quantity END::numeric AS budget_quantity,
         CASE WHEN p.non_selected_counted THEN v.non_selected_fen ELSE 0 END::numeric AS other_fen,
         b.fund_share_numerator::numeric * CASE WHEN p.insured_share_used THEN b.insured_share_numerator ELSE 1 END AS share_up,
         b.fund_share_denominator::numeric * CASE WHEN p.insured_share_used THEN b.insured_share_denominator ELSE 1 END AS share_down
  FROM rules p
  JOIN savings.run r ON r.area = $1 AND r.id = $2
  JOIN savings.year_volume v ON v.area = $1 AND v.year_id = r.year_id
  JOIN savings.baseline b
    ON b.area = $1 AND b.year_id = r.year_id AND b.hospital_id = v.hospital_id AND b.variety_id = v.variety_id
  WHERE NOT EXISTS (
    SELECT FROM savings.sheet s
    WHERE s.area = $1 AND s.year_id = r.year_id AND s.hospital_id = v.hospital_id AND s.state <> 'superseded')
), sums AS (
  SELECT f.*,
         f.budget_quantity * f.price_before_numerator * f.contract_price_per * f.share_up AS budget_numerator,
         (least(f.selected_quantity, f.agreed_quantity)::numeric * f.contract_price_fen
           + f.other_fen * f.contract_price_per) * f.price_before_denominator * f.share_up AS expenditure_numerator,
         f.price_before_denominator::numeric * f.contract_price_per * f.share_down AS denominator
  FROM facts f
), line AS MATERIALIZED (
  SELECT s.*, p.floor = 'variety' AND s.budget_numerator < s.expenditure_numerator AS zeroed
  FROM sums s CROSS JOIN rules p
), common AS (
  SELECT hospital_id, savings.lcm_all(denominator) AS whole FROM line GROUP BY hospital_id
), hospital AS (
  SELECT l.hospital_id, c.whole, count(*) AS line_count, ${linesText} AS lines,
         sum(l.budget_numerator * div(c.whole, l.denominator)) AS budget_up,
         sum(l.expenditure_numerator * div(c.whole, l.denominator)) AS expenditure_up,
         sum(CASE WHEN l.zeroed THEN 0 ELSE l.budget_numerator - l.expenditure_numerator END
             * div(c.whole, l.denominator)) AS counted_up
  FROM line l JOIN common c USING (hospital_id)
  GROUP BY l.hospital_id, c.whole
), scored AS (
  SELECT h.*, s.score_hundredths AS given, s.veto,
         CASE WHEN s.veto IS NULL THEN s.score_hundredths ELSE 0 END AS score_hundredths,
         greatest(h.counted_up, 0) AS base_up
  FROM hospital h
  JOIN savings.run r ON r.area = $1 AND r.id = $2
  JOIN savings.score s ON s.area = $1 AND s.year_id = r.year_id AND s.hospital_id = h.hospital_id
), rated AS (
  SELECT s.*,
         CASE p.ratio_kind WHEN 'linear' THEN p.cap_bp::bigint * s.score_hundredths
           ELSE least(p.cap_bp, (
             SELECT b.ratio_bp FROM savings.policy_band b
             WHERE b.area = $1 AND b.policy_id = p.id AND b.from_hundredths <= s.score_hundredths
               AND (s.score_hundredths < b.to_hundredths
                    OR (b.to_hundredths = 10000 AND s.score_hundredths = 10000)))) END AS ratio_numerator,
         CASE p.ratio_kind WHEN 'linear' THEN 100000000 ELSE 10000 END AS ratio_denominator
  FROM scored s CROSS JOIN rules p
), reckoned AS (
  SELECT h.*, ${sheetId} AS id,
         div(2 * h.base_up * h.ratio_numerator + h.whole * h.ratio_denominator,
             2 * h.whole * h.ratio_denominator)::bigint AS retained_fen
  FROM rated h
), sheet AS (
  INSERT INTO savings.sheet (area, id, run_id, year_id, hospital_id, score_hundredths, veto,
    ratio_numerator, ratio_denominator, budget_numerator, budget_denominator, expenditure_numerator, expenditure_denominator,
    base_numerator, base_denominator, negative, line_count, retained_fen, seal, answer_until, state)
  SELECT $1, h.id, $2, r.year_id, h.hospital_id, h.score_hundredths, h.veto, h.ratio_numerator, h.ratio_denominator,
    div(h.budget_up, gcd(h.budget_up, h.whole)), div(h.whole, gcd(h.budget_up, h.whole)),
    div(h.expenditure_up, gcd(h.expenditure_up, h.whole)), div(h.whole, gcd(h.expenditure_up, h.whole)),
    div(h.base_up, gcd(h.base_up, h.whole)), div(h.whole, gcd(h.base_up, h.whole)),
    h.counted_up < 0, h.line_count, h.retained_fen, ${sealOf(sheetText('p.text', 'h', 'h.lines'))}, $3, 'open'
  FROM reckoned h CROSS JOIN rules p JOIN savings.run r ON r.area = $1 AND r.id = $2
)
INSERT INTO savings.sheet_line (area, sheet_id, variety_id, base_quantity, agreed_quantity, contract_price_fen,
  contract_price_per, selected_quantity, non_selected_quantity, non_selected_fen, price_before_numerator,
  price_before_denominator, fund_share_numerator, fund_share_denominator, insured_share_numerator,
  insured_share_denominator, price_before_source, fund_share_source, insured_share_source, volume_source,
  budget_numerator, expenditure_numerator, denominator, zeroed)
SELECT $1, h.id, l.variety_id, l.base_quantity, l.agreed_quantity, l.contract_price_fen, l.contract_price_per,
  l.selected_quantity, l.non_selected_quantity, l.non_selected_fen, l.price_before_numerator, l.price_before_denominator,
  l.fund_share_numerator, l.fund_share_denominator, l.insured_share_numerator, l.insured_share_denominator,
  l.price_before_source, l.fund_share_source, l.insured_share_source, l.source,
  l.budget_numerator, l.expenditure_numerator, l.denominator, l.zeroed
FROM line l JOIN reckoned h USING (hospital_id)`;

/** Counts, sum and hash over the sheets of a run. $1 area, $2 run. Answers the number of sheets. */
export const sealRunSql = `
INSERT INTO savings.run_seal (area, run_id, sheet_count, line_count, retained_fen, seal)
SELECT s.area, s.run_id, count(*), sum(s.line_count), sum(s.retained_fen),
       ${sealOf(`string_agg(s.seal, E'\\n' ORDER BY s.hospital_id::text COLLATE "C")`)}
FROM savings.sheet s WHERE s.area = $1 AND s.run_id = $2
GROUP BY s.area, s.run_id
RETURNING sheet_count`;

/** Sheets whose stored rows no longer give their seal. $1 area. */
export const brokenSealsSql = `
SELECT s.id, s.seal FROM savings.sheet s
JOIN savings.run r ON r.area = s.area AND r.id = s.run_id
JOIN savings.policy p ON p.area = r.area AND p.id = r.policy_id
JOIN LATERAL (
  SELECT ${linesText} AS lines FROM savings.sheet_line l WHERE l.area = s.area AND l.sheet_id = s.id) x ON true
WHERE s.area = $1 AND s.seal <> ${sealOf(sheetText(policyText, 's', 'x.lines'))}`;

const recalculable = `area = $1 AND year_id = $2 AND state = 'open'`;

/** Holds the sheets of a year that no hospital confirmed: a sheet confirmed or handed over stays. $1 area, $2 year. */
export const lockUnconfirmedSql = `
SELECT id, state FROM savings.sheet WHERE area = $1 AND year_id = $2 AND state IN ('open', 'objected')
ORDER BY id FOR UPDATE`;

/** Whether a run came to the very sheets it superseded, by their seals. $1 area, $2 run, $3 superseded sheets. */
export const sameSheetsSql = `
WITH made AS (SELECT hospital_id, seal FROM savings.sheet WHERE area = $1 AND run_id = $2),
     gone AS (SELECT hospital_id, seal FROM savings.sheet WHERE area = $1 AND id = ANY ($3::uuid[]))
SELECT NOT EXISTS ((TABLE made EXCEPT TABLE gone) UNION ALL (TABLE gone EXCEPT TABLE made)) AS same`;

/** Their actions, as (subject, from, to). $1 area, $2 year. */
export const supersededActionsSql = `SELECT id, state, 'superseded' FROM savings.sheet WHERE ${recalculable}`;

export const supersedeSql = `
UPDATE savings.sheet SET state = 'superseded', version = version + 1 WHERE ${recalculable}`;
