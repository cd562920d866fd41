import { formatYuan, unreachable, type FieldIssue, type Price } from '@huiji/kernel';

import type { Mismatch } from '../model/invoice';

const shown = (price: Price): string => `${formatYuan(price.fen)}/${price.per}`;

/** A mismatch as a fault of the input: which field of which line, with the facts that its words need. */
export const mismatchIssue = (mismatch: Mismatch): FieldIssue => {
  switch (mismatch.kind) {
    case 'wrong-seller':
      return { field: 'lines.productId', row: mismatch.lineNo, code: 'INVOICE_WRONG_SELLER' };
    case 'wrong-buyer':
      return { field: 'lines.productId', row: mismatch.lineNo, code: 'INVOICE_WRONG_BUYER' };
    case 'unknown-product':
      return { field: 'lines.productId', row: mismatch.lineNo, code: 'INVOICE_UNKNOWN_PRODUCT' };
    case 'quantity-exceeds-accepted':
      return {
        field: 'lines.quantity',
        row: mismatch.lineNo,
        code: 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED',
        facts: { invoiced: mismatch.invoiced.toString(), available: mismatch.available.toString() },
      };
    case 'price-differs':
      return {
        field: 'lines.price',
        row: mismatch.lineNo,
        code: 'INVOICE_PRICE_DIFFERS',
        facts: { invoiced: shown(mismatch.invoiced), contract: shown(mismatch.contract) },
      };
    case 'line-amount-differs':
      return {
        field: 'lines.amount',
        row: mismatch.lineNo,
        code: 'INVOICE_LINE_AMOUNT_DIFFERS',
        facts: { stated: formatYuan(mismatch.stated), expected: formatYuan(mismatch.expected) },
      };
    case 'lines-do-not-add':
      return {
        field: 'total',
        code: 'INVOICE_LINES_DO_NOT_ADD',
        facts: { total: formatYuan(mismatch.total), lines: formatYuan(mismatch.lines) },
      };
    case 'tax-does-not-add':
      return {
        field: 'total',
        code: 'INVOICE_TAX_DOES_NOT_ADD',
        facts: { net: formatYuan(mismatch.net), tax: formatYuan(mismatch.tax), total: formatYuan(mismatch.total) },
      };
    default:
      return unreachable(mismatch);
  }
};
