import type { Made, Row, Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const ordered = (w: World, state: string): Promise<string> =>
  w.some(SN, 'procurement.purchase_order', `state = '${state}'`);
const unaccepted = `NOT EXISTS (SELECT FROM procurement.shipment_line s JOIN procurement.acceptance_line a
  ON a.shipment_line_id = s.id WHERE s.shipment_id = t.id)`;
const shipment = (w: World, accepted: boolean): Promise<string> =>
  w.some(SN, 'procurement.shipment', accepted ? `NOT (${unaccepted})` : unaccepted);
const lineOf = (w: World, table: string, parent: string, id: string): Promise<string> =>
  w.one(`SELECT id FROM ${table} WHERE ${parent} = $1 ORDER BY line_number LIMIT 1`, id);
const orderIds = { orderId: ['procurement.purchase_order'] } as const;
const order = (state: string) => async (w: World) => ({ orderId: await ordered(w, state) });
const wrong = (words: string, change: Made): Row => ({ fault: 'state', words, change, code: 'WRONG_STATE' });
const stranger = (as: string, change: Made): Row => ({
  fault: 'foreign',
  words: `${as} is no party`,
  as,
  change,
  code: 'NOT_FOUND',
});

/** Products that a hospital may order: of one supplier, and of another. */
const products = async (w: World) => {
  const hospital = await w.organisation('sn-hospital');
  const of = (supplier: string, offset: number): Promise<string> =>
    w.one(
      `SELECT m.product_id FROM procurement.sub_contract s JOIN procurement.main_contract m ON m.id = s.main_contract_id
       WHERE s.area = $1 AND s.hospital_id = $2 AND s.supplier_id = $3 AND s.state = 'in-force' ORDER BY 1 LIMIT 1 OFFSET $4`,
      SN,
      hospital,
      supplier,
      offset,
    );
  const [one, two] = [await w.organisation('sn-supplier'), await w.organisation('sn-supplier-2')];
  return { first: await of(one, 0), second: await of(one, 1), other: await of(two, 0) };
};

const own = async (w: World, table: string, column: string, login: string, where = 'true'): Promise<string> =>
  w.some(SN, table, `${column} = '${await w.organisation(login)}' AND ${where}`);
const sentOrder = (w: World): Promise<string> =>
  own(w, 'procurement.purchase_order', 'supplier_id', 'sn-supplier', `state = 'confirmed'`);

const orderTables: Tables = {
  purchaseOrderPlace: {
    as: 'sn-hospital',
    base: async (w) => ({ lines: [{ productId: (await products(w)).first, packs: '1' }] }),
    ids: { 'lines.productId': ['catalogue', 'NO_CONTRACT_IN_FORCE'] },
    rows: [
      { fault: 'missing', words: 'no line', change: { lines: [] }, code: 'LINE_COUNT', field: 'lines' },
      {
        fault: 'range',
        words: 'no pack',
        change: async (w) => ({ lines: [{ productId: (await products(w)).first, packs: '0' }] }),
        code: 'NOT_IN_RANGE',
        field: 'lines.packs',
        row: 1,
      },
      {
        fault: 'duplicate',
        words: 'one product twice',
        change: async (w) => {
          const { first, second } = await products(w);
          return { lines: [first, second, first].map((productId) => ({ productId, packs: '1' })) };
        },
        code: 'DUPLICATE_LINE',
        field: 'lines.productId',
        row: 3,
      },
      {
        fault: 'rule',
        words: 'products of two suppliers',
        change: async (w) => {
          const { first, other } = await products(w);
          return { lines: [first, other].map((productId) => ({ productId, packs: '1' })) };
        },
        code: 'SEVERAL_SUPPLIERS',
      },
    ],
  },
  purchaseOrderConfirm: {
    as: 'sn-supplier',
    base: async (w) => ({ orderId: await sentOrder(w) }),
    ids: orderIds,
    rows: [wrong('a confirmed one', {}), stranger('sn-supplier-2', order('placed'))],
  },
  purchaseOrderRefuse: {
    as: 'sn-supplier',
    base: async (w) => ({ orderId: await sentOrder(w), reason: '缺货' }),
    ids: orderIds,
    rows: [wrong('a confirmed one', {}), stranger('sn-supplier-2', order('placed'))],
  },
  purchaseOrderCancel: {
    as: 'sn-hospital',
    base: async (w) => ({
      orderId: await own(w, 'procurement.purchase_order', 'hospital_id', 'sn-hospital', `state = 'confirmed'`),
    }),
    ids: orderIds,
    rows: [wrong('a confirmed one', {}), stranger('sn-hospital-2', order('placed'))],
  },
  purchaseOrderClose: {
    as: 'sn-hospital',
    base: order('placed'),
    ids: orderIds,
    rows: [wrong('one that nobody confirmed', {}), stranger('sn-hospital-2', order('placed'))],
  },
};

const shippable = async (w: World) => ({
  orderLineId: await lineOf(w, 'procurement.purchase_order_line', 'order_id', await sentOrder(w)),
  quantity: '1',
  batchNumber: 'B1',
  expiresOn: '2022-07-01',
});
const toAccept = async (w: World) => {
  const shipmentId = await shipment(w, false);
  const shipmentLineId = await lineOf(w, 'procurement.shipment_line', 'shipment_id', shipmentId);
  const shipped = await w.one('SELECT shipped_quantity FROM procurement.shipment_line WHERE id = $1', shipmentLineId);
  return { shipmentId, shipmentLineId, shipped };
};
const accept = async (w: World) => {
  const { shipmentId, shipmentLineId, shipped } = await toAccept(w);
  return {
    shipmentId,
    acceptedOn: '2020-07-01',
    lines: [{ shipmentLineId, accepted: shipped, damaged: '0', missing: '0' }],
  };
};
const acceptedLine = (w: World): Promise<string> => own(w, 'procurement.acceptance_line', 'hospital_id', 'sn-hospital');

const supplyTables: Tables = {
  shipmentSend: {
    as: 'sn-supplier',
    base: async (w) => ({ orderId: await sentOrder(w), lines: [await shippable(w)] }),
    ids: { ...orderIds, 'lines.orderLineId': ['procurement.purchase_order_line', 'LINE_NOT_FOUND'] },
    takes: ['lines.expiresOn'],
    rows: [
      { fault: 'missing', words: 'no line', change: { lines: [] }, code: 'LINE_COUNT', field: 'lines' },
      {
        fault: 'range',
        words: 'more than was ordered',
        change: {},
        code: 'MORE_THAN_ORDERED',
        field: 'lines.quantity',
        row: 1,
      },
      {
        fault: 'range',
        words: 'a batch that has expired',
        change: async (w) => ({ lines: [{ ...(await shippable(w)), expiresOn: '2020-06-30' }] }),
        code: 'BATCH_EXPIRED',
        field: 'lines.expiresOn',
        row: 1,
      },
      {
        fault: 'range',
        words: 'no batch number of form',
        change: async (w) => ({ lines: [await shippable(w), { ...(await shippable(w)), batchNumber: 'B 1' }] }),
        code: 'NOT_A_BATCH',
        field: 'lines.batchNumber',
        row: 2,
      },
      {
        fault: 'state',
        words: 'an order that nobody confirmed',
        change: order('placed'),
        code: 'WRONG_STATE',
      },
      stranger('sn-supplier-2', {}),
    ],
  },
  acceptanceRecord: {
    as: 'sn-hospital',
    base: accept,
    ids: {
      shipmentId: ['procurement.shipment'],
      'lines.shipmentLineId': ['procurement.shipment_line', 'LINE_NOT_FOUND'],
    },
    rows: [
      { fault: 'missing', words: 'no line', change: { lines: [] }, code: 'LINE_COUNT', field: 'lines' },
      {
        fault: 'range',
        words: 'tomorrow',
        change: { acceptedOn: '2020-07-02' },
        code: 'IN_THE_FUTURE',
        field: 'acceptedOn',
      },
      {
        fault: 'range',
        words: 'the day before it was sent',
        change: { acceptedOn: '2020-06-28' },
        code: 'BEFORE_SHIPPING',
        field: 'acceptedOn',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'one unit more than was sent',
        change: async (w) => {
          const { shipmentLineId, shipped } = await toAccept(w);
          return { lines: [{ shipmentLineId, accepted: shipped, damaged: '1', missing: '0' }] };
        },
        code: 'PARTS_NOT_SHIPPED',
        field: 'lines.accepted',
        row: 1,
      },
      {
        fault: 'duplicate',
        words: 'one line twice',
        change: async (w) => {
          const { shipmentLineId, shipped } = await toAccept(w);
          return {
            lines: [
              { shipmentLineId, accepted: shipped },
              { shipmentLineId, accepted: shipped },
            ],
          };
        },
        code: 'ALREADY_ACCEPTED',
        field: 'lines.shipmentLineId',
        row: 2,
      },
      {
        fault: 'duplicate',
        words: 'a shipment that was accepted',
        change: async (w) => {
          const shipmentId = await own(w, 'procurement.shipment', 'hospital_id', 'sn-hospital', `NOT (${unaccepted})`);
          const shipmentLineId = await lineOf(w, 'procurement.shipment_line', 'shipment_id', shipmentId);
          return { shipmentId, lines: [{ shipmentLineId, accepted: '1' }] };
        },
        code: 'ALREADY_ACCEPTED',
        field: 'lines.shipmentLineId',
        row: 1,
      },
      stranger('sn-hospital-2', {}),
    ],
  },
  unitsReturn: {
    as: 'sn-hospital',
    base: async (w) => ({ acceptanceLineId: await acceptedLine(w), quantity: '0', reason: '破损' }),
    ids: { acceptanceLineId: ['procurement.acceptance_line'] },
    rows: [
      { fault: 'range', words: 'nothing', change: {}, code: 'MORE_THAN_ACCEPTED', field: 'quantity' },
      {
        fault: 'range',
        words: 'more than was accepted',
        change: { quantity: '999999999' },
        code: 'MORE_THAN_ACCEPTED',
        field: 'quantity',
      },
      stranger('sn-hospital-2', {}),
    ],
  },
};

const agencyFile = (w: World): Promise<string> => w.some(SN, 'platform.file', `name = 'awards-4-plus-7.csv'`);

const fileTables: Tables = {
  acceptanceFileImport: {
    as: 'sn-hospital',
    base: async (w) => ({ fileId: await agencyFile(w) }),
    ids: { fileId: ['platform.file'] },
    rows: [{ fault: 'foreign', words: 'a file of the agency', change: {}, code: 'NOT_FOUND' }],
  },
  nonSelectedPurchasesImport: {
    as: 'sn-hospital',
    base: async (w) => ({ fileId: await agencyFile(w) }),
    ids: { fileId: ['platform.file'] },
    rows: [
      { fault: 'foreign', words: 'a file of the agency', change: {}, code: 'NOT_FOUND' },
      {
        fault: 'missing',
        words: 'a file without the columns',
        as: 'sn-clerk',
        change: {},
        code: 'COLUMN_MISSING',
        field: 'hospital',
        row: 1,
      },
    ],
  },
};

export const orderTableSet: Tables = { ...orderTables, ...supplyTables, ...fileTables };
