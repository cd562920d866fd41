/** Accepted less returned, smallest units, of some accepted lines. $1 area, $2 acceptance lines. */
export const leftOfAcceptedSql = `
SELECT l.acceptance_line_id AS id, l.accepted_quantity - l.returned_quantity AS quantity
FROM procurement.accepted_line_v1 l
WHERE l.area = $1 AND l.acceptance_line_id = ANY ($2::uuid[])`;

/** Accepted lines of which live invoices claim more than hospitals kept. $1 area. */
export const paidForReturnedSql = `
SELECT m.acceptance_line_id, m.matched, l.accepted_quantity, l.returned_quantity
FROM (SELECT acceptance_line_id, sum(quantity) AS matched FROM settlement.matched_line_v1
      WHERE area = $1 GROUP BY acceptance_line_id) m
LEFT JOIN procurement.accepted_line_v1 l ON l.area = $1 AND l.acceptance_line_id = m.acceptance_line_id
WHERE m.matched > coalesce(l.accepted_quantity - l.returned_quantity, 0)`;
