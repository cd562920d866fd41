/**
 * The agreement years of a round with their days, earliest period first: a later period of the same round does not
 * count again. $1 area, $2 round, $3 agreement year.
 */
export const agreementYearSql = `
SELECT b.agreement_year_id, b.year_starts_on, b.year_ends_on
FROM procurement.base_volume_v1 b
WHERE b.area = $1 AND b.round_id = $2 AND b.agreement_year = $3
GROUP BY b.agreement_year_id, b.year_starts_on, b.year_ends_on
ORDER BY b.year_starts_on
LIMIT 1`;

/** The least common multiple of up to eight pack sizes; more of them is a NULL that the target refuses. */
const commonPer = `CASE WHEN cardinality(m.pers) <= 8 THEN
  lcm(lcm(lcm(m.pers[1], COALESCE(m.pers[2], 1)), lcm(COALESCE(m.pers[3], 1), COALESCE(m.pers[4], 1))),
      lcm(lcm(COALESCE(m.pers[5], 1), COALESCE(m.pers[6], 1)), lcm(COALESCE(m.pers[7], 1), COALESCE(m.pers[8], 1)))) END`;

/**
 * What savings needs of one agreement year, per hospital and variety: base and agreed volume over all winners, their
 * price (weighted by agreed volume where there are several, exact), what was accepted of selected products within the
 * year less returns, and what was bought outside them. A contract of 0 under which nothing was bought saves nothing and
 * needs no baseline: it is left out. $1 area, $2 agreement year id, $3 first day, $4 last day.
 */
export const yearVolumesSql = `
WITH award AS (
  SELECT b.hospital_id, b.variety_id, b.product_id, b.base_quantity, b.agreed_quantity,
         b.contract_price_fen::numeric AS fen, b.contract_price_per::numeric AS per
  FROM procurement.base_volume_v1 b
  WHERE b.area = $1 AND b.agreement_year_id = $2
), merged AS (
  SELECT a.hospital_id, a.variety_id, sum(a.base_quantity) AS base_quantity, sum(a.agreed_quantity) AS agreed_quantity,
         count(*) AS winners, min(a.fen) AS fen, min(a.per) AS per, array_agg(DISTINCT a.per) AS pers
  FROM award a GROUP BY a.hospital_id, a.variety_id
), common AS (
  SELECT m.*, ${commonPer} AS common_per FROM merged m
), weighed AS (
  SELECT c.*, x.up, c.agreed_quantity * c.common_per AS down
  FROM common c
  JOIN LATERAL (
    SELECT sum(a.agreed_quantity * a.fen * div(c.common_per, a.per)) AS up
    FROM award a WHERE a.hospital_id = c.hospital_id AND a.variety_id = c.variety_id) x ON true
), selected AS (
  SELECT l.hospital_id, l.variety_id, sum(l.accepted_quantity - l.returned_quantity) AS quantity
  FROM procurement.accepted_line_v1 l
  WHERE l.area = $1 AND l.accepted_on BETWEEN $3::date AND $4::date
    AND EXISTS (SELECT FROM award a WHERE a.hospital_id = l.hospital_id AND a.product_id = l.product_id)
  GROUP BY l.hospital_id, l.variety_id
), outside AS (
  SELECT p.hospital_id, p.variety_id, sum(p.quantity) AS quantity, sum(p.amount_fen) AS fen
  FROM procurement.non_selected_purchase_v1 p
  WHERE p.area = $1 AND p.purchased_on BETWEEN $3::date AND $4::date
  GROUP BY p.hospital_id, p.variety_id
)
SELECT w.hospital_id, w.variety_id, w.base_quantity::bigint AS base_quantity, w.agreed_quantity::bigint AS agreed_quantity,
       (CASE WHEN w.winners = 1 OR w.down = 0 THEN w.fen ELSE div(w.up, gcd(w.up, w.down)) END)::bigint AS contract_price_fen,
       (CASE WHEN w.winners = 1 OR w.down = 0 THEN w.per ELSE div(w.down, gcd(w.up, w.down)) END)::bigint AS contract_price_per,
       COALESCE(s.quantity, 0)::bigint AS selected_quantity, COALESCE(o.quantity, 0)::bigint AS non_selected_quantity,
       COALESCE(o.fen, 0)::bigint AS non_selected_fen
FROM weighed w
LEFT JOIN selected s USING (hospital_id, variety_id)
LEFT JOIN outside o USING (hospital_id, variety_id)
WHERE w.base_quantity > 0 OR w.agreed_quantity > 0 OR s.quantity > 0 OR o.quantity > 0`;
