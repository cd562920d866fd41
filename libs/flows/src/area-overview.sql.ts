/**
 * Figures of an area on its business date, of one hospital or one supplier where it is given.
 * $1 area, $2 business date, $3 hospital or null, $4 supplier or null.
 */
export const overviewFiguresSql = `
WITH running AS (
  SELECT b.* FROM procurement.base_volume_v1 b
  WHERE b.area = $1 AND $2::date BETWEEN b.year_starts_on AND b.year_ends_on
    AND ($3::uuid IS NULL OR b.hospital_id = $3) AND $4::uuid IS NULL
), agreed AS (
  SELECT count(DISTINCT r.product_id) AS products, count(DISTINCT r.hospital_id) AS hospitals,
         COALESCE(sum(div(2 * r.agreed_quantity::numeric * r.contract_price_fen + r.contract_price_per,
                          2 * r.contract_price_per::numeric)), 0)::bigint AS fen
  FROM running r
), accepted AS (
  SELECT count(*) AS lines, COALESCE(sum(l.amount_fen), 0)::bigint AS fen
  FROM procurement.accepted_line_v1 l
  WHERE l.area = $1 AND l.accepted_on > $2::date - 365 AND l.accepted_on <= $2::date
    AND ($3::uuid IS NULL OR l.hospital_id = $3) AND ($4::uuid IS NULL OR l.supplier_id = $4)
), retained AS (
  SELECT count(*) AS sheets, COALESCE(sum(p.retained_fen), 0)::bigint AS fen
  FROM savings.sheet_payout_v1 p
  WHERE p.area = $1 AND ($3::uuid IS NULL OR p.hospital_id = $3) AND $4::uuid IS NULL
)
SELECT g.products AS contracted_products, g.hospitals AS contracted_hospitals, g.fen AS agreed_fen,
       a.lines AS accepted_lines, a.fen AS accepted_fen, r.sheets AS confirmed_sheets, r.fen AS confirmed_fen
FROM agreed g CROSS JOIN accepted a CROSS JOIN retained r`;

/** Subsidies of the newest months that were run, at most six. $1 area. */
export const overviewMonthsSql = `
SELECT l.month, count(DISTINCT l.person_id) AS people, sum(l.amount_fen)::bigint AS fen
FROM long_term_care.subsidy_line_v1 l
WHERE l.area = $1 GROUP BY l.month ORDER BY l.month DESC LIMIT 6`;
