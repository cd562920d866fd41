/**
 * Adds acceptance lines from a relation of (id, shipment_line_id, accepted_on, accepted, damaged, missing): product,
 * parties and price are copied from the order line and its contract, never taken from the input.
 * $1 area, $2 acceptance id.
 */
export const insertAcceptanceLines = (source: string): string => `
INSERT INTO procurement.acceptance_line (area, id, acceptance_id, shipment_line_id, order_line_id, sub_contract_id,
  hospital_id, supplier_id, manufacturer_id, product_id, variety_id, accepted_on, shipped_quantity, accepted_quantity,
  damaged_quantity, missing_quantity, price_fen, price_per)
SELECT $1::text, a.id, $2::uuid, sl.id, ol.id, sc.id, sh.hospital_id, sh.supplier_id, mc.manufacturer_id, mc.product_id,
       mc.variety_id, a.accepted_on, sl.shipped_quantity, a.accepted, a.damaged, a.missing, ol.price_fen, ol.price_per
FROM ${source} a
JOIN procurement.shipment_line sl ON sl.area = $1::text AND sl.id = a.shipment_line_id
JOIN procurement.shipment sh ON sh.area = $1::text AND sh.id = sl.shipment_id
JOIN procurement.purchase_order_line ol ON ol.area = $1::text AND ol.id = sl.order_line_id
JOIN procurement.sub_contract sc ON sc.area = $1::text AND sc.id = ol.sub_contract_id
JOIN procurement.main_contract mc ON mc.area = $1::text AND mc.id = sc.main_contract_id`;
