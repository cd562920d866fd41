/**
 * What the supplier delivered of some products and hospitals accepted, oldest first: the facts an invoice is matched
 * with. Only the supplier's own lines. $1 area, $2 supplier, $3 products.
 */
export const acceptedOfSupplierSql = `
SELECT l.acceptance_line_id, l.accepted_on, l.hospital_id, l.supplier_id, l.product_id, l.accepted_quantity,
       l.returned_quantity, l.price_fen, l.price_per, o.ordered_on
FROM procurement.accepted_line_v1 l
JOIN procurement.ordered_line_v1 o ON o.area = $1 AND o.order_line_id = l.order_line_id
WHERE l.area = $1 AND l.supplier_id = $2 AND l.product_id = ANY ($3::uuid[])
ORDER BY l.accepted_on, l.acceptance_line_id`;
