import { insertAcceptanceLines } from './acceptance.sql';

export const STAGED = 'staging.procurement_acceptance_line';

/** COPY of typed lines into the staging table; what it is given has passed the form check of the rules. */
export const copyStaged = `COPY ${STAGED} (area, import_id, id, row_number, shipment_number, line_number, accepted_on,
  accepted_quantity, damaged_quantity, missing_quantity) FROM STDIN`;

/**
 * The shipped line of each staged line and what is wrong with it, in one pass over hash joins. The area is repeated on
 * both sides of every join. $1 area, $3 import, $4 hospital (null: any of the area), $5 business date.
 */
const checked = `
SELECT st.id, st.row_number, sl.id AS shipment_line_id, sl.order_line_id, sl.shipped_quantity, sh.hospital_id,
       sh.supplier_id, sh.shipped_on, st.accepted_on, st.accepted_quantity AS accepted,
       st.damaged_quantity AS damaged, st.missing_quantity AS missing,
       CASE
         WHEN sl.id IS NULL OR ($4::uuid IS NOT NULL AND sh.hospital_id <> $4::uuid) THEN 'LINE_NOT_FOUND'
         WHEN al.id IS NOT NULL OR row_number() OVER (PARTITION BY sl.id ORDER BY st.row_number) > 1
           THEN 'ALREADY_ACCEPTED'
         WHEN st.accepted_quantity + st.damaged_quantity + st.missing_quantity <> sl.shipped_quantity
           THEN 'PARTS_NOT_SHIPPED'
         WHEN st.accepted_on < sh.shipped_on THEN 'BEFORE_SHIPPING'
         WHEN st.accepted_on > $5::date THEN 'IN_THE_FUTURE'
       END AS fault
FROM ${STAGED} st
LEFT JOIN procurement.shipment sh ON sh.area = $1::text AND sh.number = st.shipment_number
LEFT JOIN procurement.shipment_line sl
  ON sl.area = $1::text AND sl.shipment_id = sh.id AND sl.line_number = st.line_number
LEFT JOIN procurement.acceptance_line al ON al.area = $1::text AND al.shipment_line_id = sl.id
WHERE st.area = $1::text AND st.import_id = $3::uuid`;

/**
 * One statement: every line is checked, each bad one leaves a fault, and only when none is bad (and the form check
 * found none, $6) all are applied. Answers (faults). $1 area, $2 acceptance, $3 import, $4 hospital, $5 business date.
 */
export const validateAndApply = `
WITH checked AS MATERIALIZED (${checked}),
faulty AS (
  INSERT INTO procurement.acceptance_import_fault (area, import_id, row_number, field, code, facts)
  SELECT $1::text, $3::uuid, row_number,
         CASE fault WHEN 'PARTS_NOT_SHIPPED' THEN 'accepted' WHEN 'BEFORE_SHIPPING' THEN 'accepted_on'
                    WHEN 'IN_THE_FUTURE' THEN 'accepted_on' ELSE 'shipment_number' END,
         fault,
         CASE fault WHEN 'PARTS_NOT_SHIPPED' THEN jsonb_build_object('shipped', shipped_quantity::text)
                    WHEN 'BEFORE_SHIPPING' THEN jsonb_build_object('shippedOn', shipped_on::text)
                    WHEN 'IN_THE_FUTURE' THEN jsonb_build_object('today', $5::date::text) ELSE '{}'::jsonb END
  FROM checked WHERE fault IS NOT NULL
  RETURNING row_number),
applied AS (
  ${insertAcceptanceLines('(SELECT * FROM checked WHERE $6::boolean AND NOT EXISTS (SELECT FROM checked WHERE fault IS NOT NULL))')})
SELECT count(*) AS faults FROM faulty`;

/** The statements of an import, for operators and for the bench that runs them bare. */
export const acceptanceImportSql = { staged: STAGED, copyStaged, validateAndApply } as const;
