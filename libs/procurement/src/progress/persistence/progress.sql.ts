/**
 * What every sub-contract of one agreement year agreed, ordered, shipped and accepted, smallest units.
 * Ordered and shipped count the orders placed within the year up to the day; accepted counts by the day of acceptance,
 * less what was sent back of it up to the day. A closed order changes none of them.
 * Each sum is made once (MATERIALIZED): on fresh tables the planner would make it again for every contract.
 * $1 area, $2 agreement year, $3 as-of day, $4 hospital or null, $5 supplier or null.
 */
export const progressRows = `
WITH year AS (
  SELECT id, starts_on, LEAST(ends_on, $3::date) AS until FROM procurement.agreement_year
  WHERE area = $1::text AND id = $2::uuid
),
contract AS MATERIALIZED (
  SELECT s.id, s.hospital_id, s.supplier_id, m.manufacturer_id, m.variety_id, m.product_id, l.agreed_quantity
  FROM procurement.sub_contract_line l
  JOIN procurement.sub_contract s ON s.area = $1::text AND s.id = l.sub_contract_id
  JOIN procurement.main_contract m ON m.area = $1::text AND m.id = s.main_contract_id
  WHERE l.area = $1::text AND l.agreement_year_id = $2::uuid AND s.state = 'in-force'
    AND ($4::uuid IS NULL OR s.hospital_id = $4::uuid) AND ($5::uuid IS NULL OR s.supplier_id = $5::uuid)
),
ordered AS MATERIALIZED (
  SELECT ol.sub_contract_id, sum(ol.ordered_quantity) AS ordered, sum(COALESCE(sh.shipped, 0)) AS shipped
  FROM contract c
  JOIN procurement.purchase_order_line ol ON ol.area = $1::text AND ol.sub_contract_id = c.id
  JOIN procurement.purchase_order o ON o.area = $1::text AND o.id = ol.order_id
  CROSS JOIN year y
  LEFT JOIN LATERAL (
    SELECT sum(sl.shipped_quantity) AS shipped FROM procurement.shipment_line sl
    JOIN procurement.shipment s ON s.area = $1::text AND s.id = sl.shipment_id
    WHERE sl.area = $1::text AND sl.order_line_id = ol.id AND s.shipped_on <= $3::date
  ) sh ON true
  WHERE o.state NOT IN ('refused', 'cancelled') AND o.ordered_on BETWEEN y.starts_on AND y.until
  GROUP BY ol.sub_contract_id
),
accepted AS MATERIALIZED (
  SELECT a.sub_contract_id, sum(a.accepted_quantity) AS accepted
  FROM contract c CROSS JOIN year y
  JOIN procurement.acceptance_line a
    ON a.area = $1::text AND a.sub_contract_id = c.id AND a.accepted_on BETWEEN y.starts_on AND y.until
  GROUP BY a.sub_contract_id
),
returned AS MATERIALIZED (
  SELECT a.sub_contract_id, sum(r.returned_quantity) AS returned
  FROM procurement.return_line r
  JOIN procurement.acceptance_line a ON a.area = $1::text AND a.id = r.acceptance_line_id
  CROSS JOIN year y
  WHERE r.area = $1::text AND r.returned_on <= $3::date AND a.accepted_on BETWEEN y.starts_on AND y.until
  GROUP BY a.sub_contract_id
)
SELECT c.id AS sub_contract_id, c.hospital_id, c.supplier_id, c.manufacturer_id, c.variety_id, c.product_id,
       c.agreed_quantity AS agreed,
       COALESCE(o.ordered, 0)::bigint AS ordered, COALESCE(o.shipped, 0)::bigint AS shipped,
       (COALESCE(a.accepted, 0) - COALESCE(r.returned, 0))::bigint AS accepted
FROM contract c
LEFT JOIN ordered o ON o.sub_contract_id = c.id
LEFT JOIN accepted a ON a.sub_contract_id = c.id
LEFT JOIN returned r ON r.sub_contract_id = c.id`;

/** The same, summed by one of the columns of `progressRows`. */
export const progressBy = (column: 'product_id' | 'hospital_id' | 'supplier_id'): string => `
SELECT ${column} AS key, count(*)::int AS contracts, sum(agreed)::bigint AS agreed, sum(ordered)::bigint AS ordered,
       sum(shipped)::bigint AS shipped, sum(accepted)::bigint AS accepted
FROM (${progressRows}) AS p GROUP BY ${column} ORDER BY ${column}`;
