import { plainDate } from '@huiji/kernel';
import type { RatioTable } from '../model/round.types';
import { ratioFor, ratioTableOn } from './ratio-table';

const table: RatioTable = {
  id: 'a',
  validFrom: plainDate('2018-12-01'),
  validTo: null,
  ordinaryBp: [5000, 6000, 7000, 8000],
  antibioticBp: [4000, 5000, 6000, 7000],
};

describe('ratio by number of winners (约定采购比例)', () => {
  it.each([
    [1, 5000n],
    [2, 6000n],
    [3, 7000n],
    [4, 8000n],
    [9, 8000n],
  ])('A7 %i winners agree %i basis points', (winners, ratio) => {
    expect(ratioFor(table, winners, false)).toBe(ratio);
  });

  it('A7 antibiotics have their own, lower row', () => {
    expect(ratioFor(table, 1, true)).toBe(4000n);
  });

  it('A7 no winner has no ratio', () => {
    expect(() => ratioFor(table, 0, false)).toThrow('winner');
  });

  it('A7 the table of the day counts; its last day still belongs to it', () => {
    const old = { ...table, id: 'old', validTo: plainDate('2019-12-31') };
    const next = { ...table, id: 'next', validFrom: plainDate('2020-01-01') };
    expect(ratioTableOn([old, next], plainDate('2019-12-31'))?.id).toBe('old');
    expect(ratioTableOn([old, next], plainDate('2020-01-01'))?.id).toBe('next');
    expect(ratioTableOn([old, next], plainDate('2018-11-30'))).toBeUndefined();
  });
});
