import { payableTransitions } from './payable-states';

describe('the states of a payable', () => {
  it('C13 what was rejected or came back opens the payable again', () => {
    expect(payableTransitions.batched.reopen).toBe('open');
    expect(payableTransitions.paid.reopen).toBe('open');
  });

  it('is paid only out of a batch', () => {
    expect(payableTransitions.open).toEqual({ batch: 'batched' });
  });
});
