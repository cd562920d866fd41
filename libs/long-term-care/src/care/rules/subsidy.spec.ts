import { fen, plainDate } from '@huiji/kernel';
import type { CareSpan } from '../model/care';
import { payableDays, sharesForMonth, subsidyForMonth } from './subsidy';

const paid = (from: string, to: string, person: bigint, provider = 0n, providerId: string | null = null): CareSpan => ({
  from: plainDate(from),
  to: plainDate(to),
  day: {
    kind: 'payable',
    grade: 3,
    mode: 'combined',
    personDayFen: fen(person),
    providerDayFen: fen(provider),
    providerId,
  },
});
const stopped: CareSpan = {
  from: plainDate('2024-03-11'),
  to: plainDate('2024-03-20'),
  day: { kind: 'stopped', reason: 'hospital-stay' },
};

describe('the subsidy of a month', () => {
  it('D13 is days × rate to the fen: combined 50 a day is 20 to the carer and 30 to the institution', () => {
    const spans = [
      paid('2024-03-01', '2024-03-10', 2000n, 3000n, 'house'),
      stopped,
      paid('2024-03-21', '2024-03-31', 2000n, 3000n, 'house'),
    ];
    expect(payableDays(spans)).toBe(21);
    expect(subsidyForMonth(spans)).toBe(105_000n);
    expect(sharesForMonth(spans, 'person')).toEqual([
      { payeeType: 'person', payeeId: 'person', days: 21, amountFen: 42_000n },
      { payeeType: 'organisation', payeeId: 'house', days: 21, amountFen: 63_000n },
    ]);
  });

  it('two institutions in one month are two payees; a stopped month pays nobody', () => {
    const spans = [paid('2024-03-01', '2024-03-10', 0n, 3000n, 'b'), paid('2024-03-11', '2024-03-31', 0n, 3000n, 'a')];
    expect(sharesForMonth(spans, 'person').map(({ payeeId, amountFen }) => [payeeId, amountFen])).toEqual([
      ['a', 63_000n],
      ['b', 30_000n],
    ]);
    expect(sharesForMonth([stopped], 'person')).toEqual([]);
    expect(subsidyForMonth([stopped])).toBe(0n);
  });
});
