/** Lines of one order line: a chain of shipments. */
const LINES_PER_ORDER_LINE = 10;
/** Lines of one delivery note. */
const LINES_PER_SHIPMENT = 1000;

const id = (kind: number, n: string): string =>
  `('0190c6a4-5c1e-7b1a-${(0x9000 + kind).toString(16)}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const AREA = `'500000'`;

/**
 * What must be there before `lines` shipped lines can be accepted: hospitals, a supplier, contracts of 50 products,
 * order lines, delivery notes and their lines of 28 smallest units each.
 */
export const seedShipments = (lines: number): readonly string[] => {
  const orderLines = Math.ceil(lines / LINES_PER_ORDER_LINE);
  const shipments = Math.ceil(lines / LINES_PER_SHIPMENT);
  return [
    `INSERT INTO catalog.organisation (id, kind, name_zh, name_en)
     SELECT ${id(1, 'n')}, 'hospital', '医院' || n, '' FROM generate_series(1, 20) n
     UNION ALL SELECT ${id(2, '1')}, 'supplier', '配送企业', '' UNION ALL SELECT ${id(3, '1')}, 'manufacturer', '生产企业', ''`,
    `INSERT INTO catalog.variety (id, generic_name_zh, generic_name_en, smallest_unit_zh, dosage_form)
     SELECT ${id(4, 'n')}, '品种' || n, '', '片', '片剂' FROM generate_series(1, 50) n`,
    `INSERT INTO catalog.product (id, variety_id, code, name_zh, strength, units_per_pack, manufacturer_id)
     SELECT ${id(5, 'n')}, ${id(4, 'n')}, 'N-B' || n, '品种' || n, '5mg', 28, ${id(3, '1')} FROM generate_series(1, 50) n`,
    `INSERT INTO procurement.round (area, id, code, name_zh, name_en, kind, announced_on)
     VALUES (${AREA}, ${id(6, '1')}, 'B', '批次', '', 'national', '2018-12-07')`,
    `INSERT INTO procurement.agreement_period (area, id, round_id, sequence, starts_on, ends_on, state)
     VALUES (${AREA}, ${id(7, '1')}, ${id(6, '1')}, 1, '2019-03-20', '2020-03-19', 'planned')`,
    `INSERT INTO procurement.award (area, id, period_id, variety_id, product_id, manufacturer_id, role, share_bp, winner_count,
       price_fen, price_per, valid_from, valid_to, supply_areas, source_row, source_status)
     SELECT ${AREA}, ${id(8, 'n')}, ${id(7, '1')}, ${id(4, 'n')}, ${id(5, 'n')}, ${id(3, '1')}, 'main', 10000, 1,
            500 + n, 28, '2019-03-20', '2020-03-19', '重庆', n, 'bench' FROM generate_series(1, 50) n`,
    `INSERT INTO procurement.main_contract (area, id, period_id, award_id, number, manufacturer_id, variety_id, product_id, amount_fen, state)
     SELECT ${AREA}, ${id(9, 'n')}, ${id(7, '1')}, ${id(8, 'n')}, 'M' || n, ${id(3, '1')}, ${id(4, 'n')}, ${id(5, 'n')}, 0, 'in-force'
     FROM generate_series(1, 50) n`,
    `INSERT INTO procurement.sub_contract (area, id, main_contract_id, hospital_id, supplier_id, number, state)
     SELECT ${AREA}, ${id(10, 'n')}, ${id(9, '1 + (n - 1) % 50')}, ${id(1, '1 + (n - 1) / 50')}, ${id(2, '1')}, 'C' || n, 'in-force'
     FROM generate_series(1, 1000) n`,
    `INSERT INTO procurement.purchase_order (area, id, number, hospital_id, supplier_id, ordered_on, state)
     SELECT ${AREA}, ${id(11, 'n')}, 'O' || lpad(n::text, 7, '0'), ${id(1, '1 + n % 20')}, ${id(2, '1')}, '2019-04-01', 'confirmed'
     FROM generate_series(1, ${shipments}) n`,
    `INSERT INTO procurement.purchase_order_line (area, id, order_id, line_number, sub_contract_id, product_id, ordered_quantity,
       price_fen, price_per, amount_fen)
     SELECT ${AREA}, ${id(12, 'n')}, ${id(11, '1 + n % ' + shipments.toString())}, n, ${id(10, '1 + n % 1000')}, ${id(5, '1 + n % 50')},
            280, 501 + n % 50, 28, 5010 + 10 * (n % 50) FROM generate_series(1, ${orderLines}) n`,
    `INSERT INTO procurement.shipment (area, id, number, order_id, hospital_id, supplier_id, shipped_on)
     SELECT ${AREA}, ${id(13, 'n')}, 'S' || lpad(n::text, 7, '0'), ${id(11, 'n')}, ${id(1, '1 + n % 20')}, ${id(2, '1')}, '2019-04-02'
     FROM generate_series(1, ${shipments}) n`,
    `INSERT INTO procurement.shipment_line (area, id, shipment_id, line_number, order_line_id, ordered_quantity, shipped_before,
       shipped_quantity, batch_number, expires_on)
     SELECT ${AREA}, ${id(14, 'n')}, ${id(13, `1 + (n - 1) / ${LINES_PER_SHIPMENT}`)}, 1 + (n - 1) % ${LINES_PER_SHIPMENT},
            ${id(12, `1 + (n - 1) / ${LINES_PER_ORDER_LINE}`)}, 280, 28 * ((n - 1) % ${LINES_PER_ORDER_LINE}), 28, 'B1', '2022-12-31'
     FROM generate_series(1, ${lines}) n`,
    'ANALYZE',
  ];
};

/** The cells of line n (from 0) of the file, in the order of its columns. */
export const fileLine = (n: number): readonly string[] => {
  const day = 10 + (n % 20);
  const damaged = n % 50 === 0 ? 1 : 0;
  const shipment = `S${(1 + Math.floor(n / LINES_PER_SHIPMENT)).toString().padStart(7, '0')}`;
  return [
    shipment,
    (1 + (n % LINES_PER_SHIPMENT)).toString(),
    `2019-04-${day}`,
    (28 - damaged).toString(),
    damaged.toString(),
    '0',
  ];
};
