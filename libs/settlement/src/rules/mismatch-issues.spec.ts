import { fen, price, quantity } from '@huiji/kernel';

import { mismatchIssue } from './mismatch-issues';

describe('C3 a mismatch becomes a fault of one field of one line', () => {
  it('says what was invoiced and what is there', () => {
    expect(
      mismatchIssue({
        kind: 'quantity-exceeds-accepted',
        lineNo: 2,
        invoiced: quantity(900),
        available: quantity(700),
      }),
    ).toEqual({
      field: 'lines.quantity',
      row: 2,
      code: 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED',
      facts: { invoiced: '900', available: '700' },
    });
  });

  it('shows prices per pack and amounts in yuan', () => {
    expect(
      mismatchIssue({ kind: 'price-differs', lineNo: 1, invoiced: price(661n, 7n), contract: price(660n, 7n) }).facts,
    ).toEqual({ invoiced: '6.61/7', contract: '6.60/7' });
    expect(
      mismatchIssue({ kind: 'tax-does-not-add', net: fen(9_000), tax: fen(999), total: fen(10_000) }).facts,
    ).toEqual({ net: '90.00', tax: '9.99', total: '100.00' });
  });
});
