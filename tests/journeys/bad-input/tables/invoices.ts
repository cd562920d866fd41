import type { Made, Row, Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const invoice = (w: World, state: string): Promise<string> => w.some(SN, 'settlement.invoice', `state = '${state}'`);
const invoiceOf = async (w: World, login: string, column: 'buyer_id' | 'seller_id', state: string): Promise<string> =>
  w.some(SN, 'settlement.invoice', `${column} = '${await w.organisation(login)}' AND state = '${state}'`);
const invoiceIds = { invoiceId: ['settlement.invoice'] } as const;
const wrong = (words: string, change: Made): Row => ({ fault: 'state', words, change, code: 'WRONG_STATE' });

const yuan = (fen: string): string => `${fen.slice(0, -2) || '0'}.${fen.slice(-2).padStart(2, '0')}`;

/** Something that sn-supplier delivered to sn-hospital-8, which nobody invoiced yet. */
const delivered = async (w: World) => {
  const of = (column: string): Promise<string> =>
    w.one(
      `SELECT ${column} FROM procurement.accepted_line_v1 t WHERE area = $1 AND hospital_id = $2 AND supplier_id = $3
       AND NOT EXISTS (SELECT FROM settlement.invoice_match m WHERE m.acceptance_line_id = t.acceptance_line_id)
       ORDER BY acceptance_line_id LIMIT 1`,
      SN,
      buyer,
      seller,
    );
  const [buyer, seller] = [await w.organisation('sn-hospital-8'), await w.organisation('sn-supplier')];
  return {
    productId: await of('product_id'),
    quantity: await of('accepted_quantity - returned_quantity'),
    price: yuan(await of('price_fen')),
    priceUnits: await of('price_per'),
    amount: yuan(await of('amount_fen')),
  };
};
const invoiceOn = async (w: World, ...lines: readonly Awaited<ReturnType<typeof delivered>>[]) => {
  const fen = lines.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  return {
    buyerId: await w.organisation('sn-hospital-8'),
    number: '12345678',
    code: '123456789012',
    issuedOn: '2020-06-30',
    net: yuan((fen - 1n).toString()),
    tax: '0.01',
    total: yuan(fen.toString()),
    lines,
  };
};
const submit = async (w: World) => invoiceOn(w, await delivered(w));
/** The good invoice with one thing of its line changed. */
const line = (change: object) => async (w: World) => ({ lines: [{ ...(await delivered(w)), ...change }] });

export const invoiceTables: Tables = {
  invoiceSubmit: {
    as: 'sn-supplier',
    base: submit,
    ids: {
      buyerId: ['cq-hospital', 'INVOICE_WRONG_BUYER'],
      'lines.productId': ['catalogue', 'INVOICE_UNKNOWN_PRODUCT'],
    },
    rows: [
      { fault: 'missing', words: 'no line', change: { lines: [] }, code: 'INVOICE_WITHOUT_LINES', field: 'lines' },
      {
        fault: 'range',
        words: 'a date of tomorrow',
        change: { issuedOn: '2020-07-02' },
        code: 'INVOICE_FROM_THE_FUTURE',
        field: 'issuedOn',
      },
      {
        fault: 'range',
        words: 'a date before the goods were ordered',
        change: { issuedOn: '1900-01-01' },
        code: 'INVOICE_BEFORE_ORDER',
        field: 'issuedOn',
      },
      {
        fault: 'range',
        words: 'a tax below zero',
        change: { tax: '-0.01' },
        code: 'INVOICE_AMOUNT_NEGATIVE',
        field: 'tax',
      },
      {
        fault: 'range',
        words: 'a net amount below zero',
        change: { net: '-0.01' },
        code: 'INVOICE_AMOUNT_NEGATIVE',
        field: 'net',
      },
      {
        fault: 'range',
        words: 'nine digits',
        change: { number: '123456789' },
        code: 'INVOICE_NUMBER_FORM',
        field: 'number',
      },
      {
        fault: 'missing',
        words: 'eight digits without a code',
        change: { code: null },
        code: 'INVOICE_CODE_FORM',
        field: 'code',
      },
      {
        fault: 'range',
        words: 'twenty digits with a code',
        change: { number: '1'.repeat(20) },
        code: 'INVOICE_CODE_NOT_EXPECTED',
        field: 'code',
      },
      {
        fault: 'range',
        words: 'a total of nothing',
        change: { net: '0.00', tax: '0.00', total: '0.00' },
        code: 'INVOICE_AMOUNT_NOT_POSITIVE',
        field: 'total',
      },
      {
        fault: 'rule',
        words: 'tax that does not add',
        change: { tax: '0.61' },
        code: 'INVOICE_TAX_DOES_NOT_ADD',
        field: 'total',
      },
      {
        fault: 'rule',
        words: 'lines that do not add',
        change: { net: '6.40', tax: '0.60', total: '7.00' },
        code: 'INVOICE_LINES_DO_NOT_ADD',
        field: 'total',
      },
      {
        fault: 'range',
        words: 'a line of nothing',
        change: async (w) => ({ lines: [await delivered(w), { ...(await delivered(w)), quantity: '0' }] }),
        code: 'INVOICE_QUANTITY_NOT_POSITIVE',
        field: 'lines.quantity',
        row: 2,
      },
      {
        fault: 'range',
        words: 'a price below zero',
        change: line({ price: '-1.00' }),
        code: 'INVOICE_PRICE_NEGATIVE',
        field: 'lines.price',
        row: 1,
      },
      {
        fault: 'range',
        words: 'a price for no units',
        change: line({ priceUnits: '0' }),
        code: 'INVOICE_PRICE_UNITS',
        field: 'lines.priceUnits',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'another price than the contract has',
        change: line({ price: '9999.00' }),
        code: 'INVOICE_PRICE_DIFFERS',
        field: 'lines.price',
        row: 1,
      },
      {
        fault: 'range',
        words: 'more than was accepted',
        change: async (w) => {
          const { quantity } = await delivered(w);
          return line({ quantity: (BigInt(quantity) + 1n).toString() })(w);
        },
        code: 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED',
        field: 'lines.quantity',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'an amount that is not quantity times price',
        change: line({ amount: '0.01' }),
        code: 'INVOICE_LINE_AMOUNT_DIFFERS',
        field: 'lines.amount',
        row: 1,
      },
      {
        fault: 'duplicate',
        words: 'a number that was entered',
        change: async (w) => {
          const number = await w.one(
            `SELECT invoice_number FROM settlement.invoice WHERE area = $1 AND seller_id = $2 AND state = 'confirmed' ORDER BY id LIMIT 1`,
            SN,
            await w.organisation('sn-supplier'),
          );
          return { number, code: null };
        },
        code: 'INVOICE_EXISTS',
      },
    ],
  },
  invoiceConfirm: {
    as: 'sn-hospital',
    base: async (w) => ({ invoiceId: await invoiceOf(w, 'sn-hospital', 'buyer_id', 'confirmed') }),
    ids: invoiceIds,
    rows: [
      wrong('a confirmed one', {}),
      {
        fault: 'foreign',
        words: 'the invoice of another hospital',
        change: async (w) => ({
          invoiceId: await w.some(
            SN,
            'settlement.invoice',
            `buyer_id <> '${await w.organisation('sn-hospital')}' AND state = 'matched'`,
          ),
        }),
        code: 'NOT_FOUND',
      },
    ],
  },
  invoiceDispute: {
    as: 'sn-hospital',
    base: async (w) => ({ invoiceId: await invoiceOf(w, 'sn-hospital', 'buyer_id', 'confirmed'), reason: '数量不符' }),
    ids: invoiceIds,
    rows: [
      wrong('a confirmed one', {}),
      {
        fault: 'range',
        words: 'a reason of 501 signs',
        change: { reason: '长'.repeat(501) },
        code: 'REASON_LENGTH',
        field: 'reason',
      },
    ],
  },
  invoiceWithdraw: {
    as: 'sn-supplier',
    base: async (w) => ({ invoiceId: await invoiceOf(w, 'sn-supplier', 'seller_id', 'confirmed'), reason: '开错' }),
    ids: invoiceIds,
    rows: [
      wrong('a confirmed one', {}),
      {
        fault: 'foreign',
        words: 'the invoice of another supplier',
        change: async (w) => ({ invoiceId: await invoiceOf(w, 'sn-supplier-2', 'seller_id', 'confirmed') }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'foreign',
        words: 'a stranger',
        as: 'sn-supplier-3',
        change: async (w) => ({ invoiceId: await invoice(w, 'disputed') }),
        code: 'NOT_FOUND',
      },
    ],
  },
};
