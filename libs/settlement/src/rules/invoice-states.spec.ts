import { invoiceTransitions } from './invoice-states';

describe('the states of an invoice', () => {
  it('is confirmed or disputed by the hospital, and a dispute can end in a confirmation', () => {
    expect(invoiceTransitions.matched).toEqual({ confirm: 'confirmed', dispute: 'disputed', withdraw: 'withdrawn' });
    expect(invoiceTransitions.disputed).toEqual({ confirm: 'confirmed', withdraw: 'withdrawn' });
  });

  it('stays confirmed: the payable it opened cannot lose its ground', () => {
    expect(invoiceTransitions.confirmed).toEqual({});
  });
});
