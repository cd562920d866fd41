import { plainDate } from '@huiji/kernel';

import type { PathFacts, PathPoint } from '../model/invoice-path';
import { tracePath } from './invoice-path';

const day = (of: number) => plainDate(`2020-07-${of.toString().padStart(2, '0')}`);
const invoice: PathFacts['invoice'] = {
  state: 'confirmed',
  registeredOn: day(10),
  decidedOn: day(12),
  dueDate: plainDate('2020-08-09'),
};
const batch: NonNullable<PathFacts['batch']> = { state: 'sent', createdOn: day(14), reviewedOn: day(15) };
const at = (points: readonly PathPoint[], step: string): PathPoint => {
  const point = points.find((one) => one.step === step);
  if (!point) throw new Error(`no step ${step}`);
  return point;
};
const shape = (points: readonly PathPoint[]): string => points.map(({ status }) => status.slice(0, 1)).join('');

describe('C18 the path of an invoice, as its supplier sees it', () => {
  it('waits for the hospital first, and names the expected date from the beginning', () => {
    const path = tracePath({ invoice: { ...invoice, state: 'matched' } });
    expect(shape(path)).toBe('dcaaaaaaa');
    expect(at(path, 'paid').expectedOn).toBe('2020-08-09');
  });

  it('stops at a dispute with the words of the hospital', () => {
    const path = tracePath({ invoice: { ...invoice, state: 'disputed', reason: '数量不符' } });
    expect(at(path, 'confirmed')).toEqual({
      step: 'confirmed',
      status: 'stopped',
      stop: 'disputed-by-hospital',
      reason: '数量不符',
    });
  });

  it('tells each date on the way to paid', () => {
    const path = tracePath({
      invoice,
      payable: { state: 'paid', openedOn: day(12) },
      batch: { ...batch, state: 'settled' },
      payment: { state: 'paid', releasedOn: day(15), sentOn: day(15), acceptedOn: day(16), decidedOn: day(17) },
    });
    expect(path.map(({ on }) => on)).toEqual([10, 12, 12, 14, 15, 15, 15, 16, 17].map(day));
    expect(shape(path)).toBe('ddddddddd');
  });

  it('C11 says that the bank is silent, and that the money is neither paid nor rejected', () => {
    const path = tracePath({
      invoice,
      payable: { state: 'batched', openedOn: day(12) },
      batch,
      payment: { state: 'unknown', releasedOn: day(15), sentOn: day(15), acceptedOn: day(15) },
    });
    expect(at(path, 'paid')).toMatchObject({ status: 'stopped', stop: 'bank-silent', expectedOn: '2020-08-09' });
  });

  it.each([
    ['rejected', 'rejected-by-bank'],
    ['returned', 'returned-after-booking'],
  ] as const)('C13 a payment that was %s goes back to waiting for a batch, with the reason', (state, stop) => {
    const path = tracePath({
      invoice,
      payable: { state: 'open', openedOn: day(12) },
      batch: { ...batch, state: 'settled' },
      payment: { state, sentOn: day(15), decidedOn: day(17), reason: 'AC04 账户已销户' },
    });
    expect(shape(path)).toBe('dddsaaaaa');
    expect(at(path, 'batched')).toMatchObject({ stop, reason: 'AC04 账户已销户' });
  });

  it('goes on when a new payment is under way after a rejection', () => {
    const path = tracePath({
      invoice,
      payable: { state: 'batched', openedOn: day(12) },
      batch: { state: 'locked', createdOn: day(20) },
      payment: { state: 'planned' },
    });
    expect(shape(path)).toBe('ddddcaaaa');
  });
});
