/**
 * The deliveries behind a line of a sheet: what the hospital accepted of the contracted products of a variety within
 * the agreement year. $1 area, $2 hospital, $3 variety, $4 round, $5 agreement year, $6 first day, $7 last day;
 * `where` and `orderBy` are a keyset's.
 */
export const lineDeliveriesSql = (where: string, orderBy: string, limit: number): string => `
SELECT l.acceptance_line_id, l.accepted_on, l.product_id, l.supplier_id, l.accepted_quantity, l.returned_quantity,
       l.amount_fen
FROM procurement.accepted_line_v1 l
WHERE l.area = $1 AND l.hospital_id = $2 AND l.variety_id = $3 AND l.accepted_on BETWEEN $6::date AND $7::date
  AND EXISTS (SELECT FROM procurement.base_volume_v1 b
              WHERE b.area = $1 AND b.hospital_id = $2 AND b.product_id = l.product_id AND b.round_id = $4
                AND b.agreement_year = $5 AND b.year_starts_on = $6::date)
  AND ${where}
ORDER BY ${orderBy} LIMIT ${limit.toString()}`;
