import { basisPoints, fen, formatQuotient, price, quantity, quotient, type Quotient } from '@huiji/kernel';
import type { VarietyFacts } from '../model/facts';
import type { SavingsChoices } from '../model/policy';
import { retainedSavings } from './retained-savings';
import { shenzhenBands } from '../model/shipped-bands';

const yuan = (value: Quotient, places = 2): string =>
  formatQuotient(quotient(value.numerator, value.denominator * 100n), places);

const first: VarietyFacts = {
  key: 'A',
  baseVolume: quantity(100_000),
  agreedVolume: quantity(70_000),
  priceBefore: quotient(200n, 1n),
  contractPrice: price(40n, 1n),
  selectedVolume: quantity(90_000),
  nonSelectedAmount: fen(15_000n * 180n),
  fundShare: quotient(65n, 100n),
  insuredShare: quotient(90n, 100n),
};

const second: VarietyFacts = {
  ...first,
  key: 'B',
  baseVolume: quantity(10_000),
  agreedVolume: quantity(7_000),
  priceBefore: quotient(100n, 1n),
  contractPrice: price(80n, 1n),
  selectedVolume: quantity(3_000),
  nonSelectedAmount: fen(9_005n * 150n),
};

const usual: SavingsChoices = {
  budgetVolume: 'base',
  floor: 'variety',
  ratioKind: 'banded',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  capBp: basisPoints(5_000),
  bands: shenzhenBands,
};

const score = 7_600n;

describe('the constructed example of the formula comes out to the fen', () => {
  it('B3 budget 117,000.00, expenditure 32,175.00, savings base 84,825.00, retained 33,930.00', () => {
    const sheet = retainedSavings(usual, [first], score);
    expect(yuan(sheet.budget)).toBe('117000.00');
    expect(yuan(sheet.expenditure)).toBe('32175.00');
    expect(yuan(sheet.base)).toBe('84825.00');
    expect(sheet.retained).toBe(3_393_000n);
    expect(sheet.negative).toBe(false);
  });

  it('a budget from the agreed volume gives 49,725.00 and 19,890.00', () => {
    const sheet = retainedSavings({ ...usual, budgetVolume: 'agreed' }, [first], score);
    expect(yuan(sheet.base)).toBe('49725.00');
    expect(sheet.retained).toBe(1_989_000n);
  });

  it('without the insured share it gives 94,250.00 and 37,700.00', () => {
    const sheet = retainedSavings({ ...usual, insuredShareUsed: false }, [first], score);
    expect(yuan(sheet.base)).toBe('94250.00');
    expect(sheet.retained).toBe(3_770_000n);
  });

  it('the linear ratio 50 % × 76 ÷ 100 gives 32,233.50', () => {
    expect(retainedSavings({ ...usual, ratioKind: 'linear', bands: [] }, [first], score).retained).toBe(3_223_350n);
  });

  it('no supported variant counts over-fulfilment as spending: 80,145.00 and 32,058.00 never come out', () => {
    for (const budgetVolume of ['base', 'agreed'] as const)
      for (const floor of ['variety', 'hospital'] as const)
        for (const ratioKind of ['banded', 'linear'] as const)
          for (const insuredShareUsed of [true, false])
            for (const nonSelectedCounted of [true, false]) {
              const choices = { ...usual, budgetVolume, floor, ratioKind, insuredShareUsed, nonSelectedCounted };
              const sheet = retainedSavings(choices, [first], score);
              expect(yuan(sheet.base)).not.toBe('80145.00');
              expect(sheet.retained).not.toBe(3_205_800n);
            }
  });

  it('the second variety has budget 5,850.00 and expenditure 9,305.8875', () => {
    const sheet = retainedSavings(usual, [second], score);
    expect(yuan(sheet.budget)).toBe('5850.00');
    expect(yuan(sheet.expenditure, 4)).toBe('9305.8875');
  });

  it('B4 a floor per variety zeroes the second one and leaves 33,930.00', () => {
    const sheet = retainedSavings(usual, [first, second], score);
    expect(sheet.lines.map((line) => line.zeroed)).toEqual([false, true]);
    expect(sheet.retained).toBe(3_393_000n);
  });

  it('a floor per hospital offsets them: 81,369.1125 gives 32,547.65, rounded once (rounding early gives 32,547.64)', () => {
    const sheet = retainedSavings({ ...usual, floor: 'hospital' }, [first, second], score);
    expect(yuan(sheet.base, 4)).toBe('81369.1125');
    expect(sheet.retained).toBe(3_254_765n);
  });
});

describe('a savings base below zero', () => {
  it('B4 becomes 0 and is flagged where the policy floors at the hospital', () => {
    const sheet = retainedSavings({ ...usual, floor: 'hospital' }, [second], score);
    expect(sheet.negative).toBe(true);
    expect(sheet.base).toEqual(quotient(0n, 1n));
    expect(sheet.retained).toBe(0n);
  });

  it('a hospital without a line retains nothing', () => {
    expect(retainedSavings(usual, [], score).retained).toBe(0n);
  });

  it('non-selected purchases are not spending where the policy leaves them out', () => {
    const sheet = retainedSavings({ ...usual, nonSelectedCounted: false }, [first], score);
    expect(yuan(sheet.expenditure)).toBe('16380.00');
  });
});
