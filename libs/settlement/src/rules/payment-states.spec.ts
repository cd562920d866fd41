import { paymentStates } from '../model/payment';
import { livePaymentStates, paymentTransitions } from './payment-states';

const ways = paymentStates.flatMap((from) =>
  Object.entries(paymentTransitions[from]).map(([action, to]) => ({ from, action, to })),
);

describe('the states of a payment', () => {
  it('C11 PD-12 nothing leads back to sent: an unknown payment is asked about, never sent again', () => {
    expect(ways.filter(({ to }) => to === 'sent')).toEqual([{ from: 'ready', action: 'send', to: 'sent' }]);
    expect(Object.keys(paymentTransitions.unknown)).toEqual(['accept', 'pay', 'reject']);
  });

  it('C11 silence makes unknown of what was sent or accepted, never rejected', () => {
    expect(ways.filter(({ action }) => action === 'fall-silent').map(({ from, to }) => [from, to])).toEqual([
      ['sent', 'unknown'],
      ['accepted', 'unknown'],
    ]);
  });

  it('PD-06 nothing leaves rejected, returned or withdrawn: they stay as they happened', () => {
    for (const state of ['rejected', 'returned', 'withdrawn'] as const) expect(paymentTransitions[state]).toEqual({});
  });

  it('PD-14 a payable stays taken while a payment may still move money, and paid is only left by money coming back', () => {
    expect(livePaymentStates).toEqual(['planned', 'ready', 'sent', 'accepted', 'unknown', 'paid']);
    expect(paymentTransitions.paid).toEqual({ return: 'returned' });
  });

  it('every state can be reached from planned', () => {
    const reached = new Set<string>(['planned']);
    for (let round = 0; round < paymentStates.length; round += 1)
      for (const { from, to } of ways) if (reached.has(from)) reached.add(to);
    expect([...reached].sort()).toEqual([...paymentStates].sort());
  });
});
