/**
 * Adds acceptance lines from a relation of (id, shipment_line_id, order_line_id, shipped_quantity, hospital_id,
 * supplier_id, accepted_on, accepted, damaged, missing): contract, product and price are copied from the order line
 * and its contract, never taken from the input. $1 area, $2 acceptance id.
 */
export const insertAcceptanceLines = (source: string): string => `
INSERT INTO procurement.acceptance_line (area, id, acceptance_id, shipment_line_id, order_line_id, sub_contract_id,
  hospital_id, supplier_id, manufacturer_id, product_id, variety_id, accepted_on, shipped_quantity, accepted_quantity,
  damaged_quantity, missing_quantity, price_fen, price_per)
SELECT $1::text, a.id, $2::uuid, a.shipment_line_id, a.order_line_id, ol.sub_contract_id,
       a.hospital_id, a.supplier_id, mc.manufacturer_id, mc.product_id, mc.variety_id, a.accepted_on,
       a.shipped_quantity, a.accepted, a.damaged, a.missing, ol.price_fen, ol.price_per
FROM ${source} a
JOIN procurement.purchase_order_line ol ON ol.area = $1::text AND ol.id = a.order_line_id
JOIN procurement.sub_contract sc ON sc.area = $1::text AND sc.id = ol.sub_contract_id
JOIN procurement.main_contract mc ON mc.area = $1::text AND mc.id = sc.main_contract_id`;

/** The lines of the form. $3 ids, $4 day, $5 shipment lines, $6 accepted, $7 damaged, $8 missing. */
export const insertAcceptanceForm = insertAcceptanceLines(`(
  SELECT u.id, sl.id AS shipment_line_id, sl.order_line_id, sl.shipped_quantity, sh.hospital_id, sh.supplier_id,
         $4::date AS accepted_on, u.accepted, u.damaged, u.missing
  FROM unnest($3::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[])
    AS u(id, shipment_line_id, accepted, damaged, missing)
  JOIN procurement.shipment_line sl ON sl.area = $1::text AND sl.id = u.shipment_line_id
  JOIN procurement.shipment sh ON sh.area = $1::text AND sh.id = sl.shipment_id)`);
