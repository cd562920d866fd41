import { foldInvariant, type Invariant } from '@huiji/platform';

const folds: readonly Invariant[] = [
  foldInvariant('procurement.agreement_period', 'agreement-period'),
  foldInvariant('procurement.reporting_campaign', 'reporting-campaign'),
  foldInvariant('procurement.volume_report', 'volume-report'),
  foldInvariant('procurement.main_contract', 'main-contract'),
  foldInvariant('procurement.sub_contract', 'sub-contract'),
  foldInvariant('procurement.purchase_order', 'order'),
  foldInvariant('procurement.acceptance_import', 'acceptance-import'),
];

/** What must hold of stored procurement data; each lists the rows that break it. */
export const procurementInvariants: readonly Invariant[] = [
  ...folds,
  {
    id: 'procurement-allocation-conserves',
    words:
      'agreed and base volumes of hospitals and winners come to those of the variety, in every agreement year (A9)',
    sql: `SELECT v.period_id, v.variety_id, y.year_number, v.agreed_quantity, sum(c.agreed_quantity) AS shared
          FROM procurement.variety_volume v
          JOIN procurement.agreement_year y ON y.area = v.area AND y.period_id = v.period_id
          LEFT JOIN procurement.agreed_volume c ON c.area = v.area AND c.agreement_year_id = y.id AND c.variety_id = v.variety_id
          WHERE v.area = $1
          GROUP BY v.period_id, v.variety_id, y.year_number, v.agreed_quantity, v.base_quantity
          HAVING COALESCE(sum(c.agreed_quantity), 0) <> v.agreed_quantity OR COALESCE(sum(c.base_quantity), 0) <> v.base_quantity`,
  },
  {
    id: 'procurement-base-is-what-was-accepted',
    words: 'the base of a variety is the sum of the accepted editions of its reports (A7)',
    sql: `SELECT v.period_id, v.variety_id, v.base_quantity, COALESCE(sum(l.quantity), 0) AS accepted
          FROM procurement.variety_volume v
          JOIN procurement.reporting_campaign k ON k.area = v.area AND k.period_id = v.period_id
          LEFT JOIN (procurement.volume_report r JOIN procurement.volume_report_line l
            ON l.area = r.area AND l.report_id = r.id AND l.edition = r.edition)
            ON r.area = v.area AND r.campaign_id = k.id AND r.state = 'accepted' AND l.variety_id = v.variety_id
          WHERE v.area = $1 GROUP BY v.period_id, v.variety_id, v.base_quantity
          HAVING COALESCE(sum(l.quantity), 0) <> v.base_quantity`,
  },
  {
    id: 'procurement-contract-amount-is-its-lines',
    words: 'the amount of a main contract is the sum of the rounded lines of its sub-contracts (A10)',
    sql: `SELECT m.number, m.amount_fen, COALESCE(sum(l.amount_fen), 0) AS lines
          FROM procurement.main_contract m
          LEFT JOIN procurement.sub_contract s ON s.area = m.area AND s.main_contract_id = m.id
          LEFT JOIN procurement.sub_contract_line l ON l.area = s.area AND l.sub_contract_id = s.id
          WHERE m.area = $1 GROUP BY m.number, m.amount_fen HAVING m.amount_fen <> COALESCE(sum(l.amount_fen), 0)`,
  },
  {
    id: 'procurement-contract-line-is-the-agreed-volume',
    words: 'a line of a sub-contract agrees what was allocated to the hospital for the award',
    sql: `SELECT s.number, l.agreement_year_id, l.agreed_quantity, v.agreed_quantity AS allocated
          FROM procurement.sub_contract_line l
          JOIN procurement.sub_contract s ON s.area = l.area AND s.id = l.sub_contract_id
          JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
          LEFT JOIN procurement.agreed_volume v ON v.area = l.area AND v.agreement_year_id = l.agreement_year_id
            AND v.hospital_id = s.hospital_id AND v.award_id = m.award_id
          WHERE l.area = $1 AND l.agreed_quantity IS DISTINCT FROM v.agreed_quantity`,
  },
  {
    id: 'procurement-in-force-is-signed',
    words: 'a sub-contract in force was signed by its three parties (A10)',
    sql: `SELECT s.number, count(g.party) AS signatures FROM procurement.sub_contract s
          LEFT JOIN procurement.contract_signature g ON g.area = s.area AND g.sub_contract_id = s.id
          WHERE s.area = $1 AND s.state = 'in-force' GROUP BY s.number HAVING count(g.party) <> 3`,
  },
  {
    id: 'procurement-order-price-is-the-contracts',
    words: 'an order line has the price of its contract on the order date and the amount rounded once (A12)',
    sql: `SELECT o.number, l.line_number, l.price_fen, l.price_per, c.price_fen AS contract_fen, l.amount_fen
          FROM procurement.purchase_order_line l
          JOIN procurement.purchase_order o ON o.area = l.area AND o.id = l.order_id
          JOIN procurement.sub_contract s ON s.area = l.area AND s.id = l.sub_contract_id
          LEFT JOIN procurement.contract_price c ON c.area = s.area AND c.main_contract_id = s.main_contract_id
            AND o.ordered_on BETWEEN c.valid_from AND c.valid_to
          WHERE l.area = $1 AND (l.price_fen IS DISTINCT FROM c.price_fen OR l.price_per IS DISTINCT FROM c.price_per
            OR l.amount_fen <> div(2 * l.ordered_quantity::numeric * l.price_fen + l.price_per, 2 * l.price_per::numeric))`,
  },
  {
    id: 'procurement-line-inequalities',
    words: 'of every order line 0 ≤ returned ≤ accepted ≤ shipped ≤ ordered, recomputed from the rows (A14, A15)',
    sql: `SELECT l.id, l.ordered_quantity, s.shipped, a.accepted, a.returned
          FROM procurement.purchase_order_line l
          LEFT JOIN (SELECT order_line_id, sum(shipped_quantity) AS shipped FROM procurement.shipment_line
                     WHERE area = $1 GROUP BY order_line_id) s ON s.order_line_id = l.id
          LEFT JOIN (SELECT a.order_line_id, sum(a.accepted_quantity) AS accepted, sum(COALESCE(r.returned, 0)) AS returned
                     FROM procurement.acceptance_line a
                     LEFT JOIN (SELECT acceptance_line_id, sum(returned_quantity) AS returned FROM procurement.return_line
                                WHERE area = $1 GROUP BY acceptance_line_id) r ON r.acceptance_line_id = a.id
                     WHERE a.area = $1 GROUP BY a.order_line_id) a ON a.order_line_id = l.id
          WHERE l.area = $1 AND NOT (0 <= COALESCE(a.returned, 0) AND COALESCE(a.returned, 0) <= COALESCE(a.accepted, 0)
            AND COALESCE(a.accepted, 0) <= COALESCE(s.shipped, 0) AND COALESCE(s.shipped, 0) <= l.ordered_quantity)`,
  },
  {
    id: 'procurement-acceptance-line-is-its-order-line',
    words:
      'an acceptance line has the contract, product, parties and price of its order line, and its acceptance exists',
    sql: `SELECT a.id FROM procurement.acceptance_line a
          LEFT JOIN procurement.acceptance h ON h.area = a.area AND h.id = a.acceptance_id
          LEFT JOIN procurement.shipment_line sl ON sl.area = a.area AND sl.id = a.shipment_line_id
          LEFT JOIN procurement.shipment sh ON sh.area = a.area AND sh.id = sl.shipment_id
          LEFT JOIN procurement.purchase_order_line o ON o.area = a.area AND o.id = sl.order_line_id
          LEFT JOIN procurement.sub_contract s ON s.area = a.area AND s.id = o.sub_contract_id
          LEFT JOIN procurement.main_contract m ON m.area = a.area AND m.id = s.main_contract_id
          WHERE a.area = $1 AND (h.id IS NULL OR a.order_line_id IS DISTINCT FROM o.id OR a.sub_contract_id IS DISTINCT FROM s.id
            OR a.price_fen IS DISTINCT FROM o.price_fen OR a.price_per IS DISTINCT FROM o.price_per
            OR a.hospital_id IS DISTINCT FROM sh.hospital_id OR a.supplier_id IS DISTINCT FROM sh.supplier_id
            OR a.product_id IS DISTINCT FROM m.product_id OR a.variety_id IS DISTINCT FROM m.variety_id
            OR a.manufacturer_id IS DISTINCT FROM m.manufacturer_id)`,
  },
  {
    id: 'procurement-return-copies-its-acceptance',
    words: 'a return is bounded by the accepted quantity of its own line',
    sql: `SELECT r.id FROM procurement.return_line r
          JOIN procurement.acceptance_line a ON a.area = r.area AND a.id = r.acceptance_line_id
          WHERE r.area = $1 AND r.accepted_quantity <> a.accepted_quantity`,
  },
  {
    id: 'procurement-import-is-whole',
    words: 'an import of acceptances added every line of its file or none',
    sql: `SELECT i.id, i.state, i.lines_read, i.lines_applied, count(a.id) AS lines
          FROM procurement.acceptance_import i
          LEFT JOIN procurement.acceptance_line a ON a.area = i.area AND a.acceptance_id = i.acceptance_id
          WHERE i.area = $1 GROUP BY i.id, i.state, i.lines_read, i.lines_applied
          HAVING count(a.id) <> i.lines_applied OR (i.state = 'applied' AND count(a.id) <> i.lines_read)`,
  },
];
