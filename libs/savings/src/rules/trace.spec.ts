import { basisPoints, fen, price, quantity, quotient } from '@huiji/kernel';
import type { VarietyFacts } from '../model/facts';
import type { SavingsChoices } from '../model/policy';
import { retainedSavings } from './retained-savings';
import { shenzhenBands } from '../model/shipped-bands';
import { traceLine, writeQuotient } from './trace';

const facts: VarietyFacts = {
  key: 'A',
  baseVolume: quantity(100_000),
  agreedVolume: quantity(70_000),
  priceBefore: quotient(200n, 1n),
  contractPrice: price(560n, 14n),
  selectedVolume: quantity(90_000),
  nonSelectedAmount: fen(2_700_000n),
  fundShare: quotient(65n, 100n),
  insuredShare: quotient(90n, 100n),
};
const choices: SavingsChoices = {
  budgetVolume: 'base',
  floor: 'variety',
  ratioKind: 'banded',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  capBp: basisPoints(5_000),
  bands: shenzhenBands,
};

describe('B3 the formula of a line is written with its figures', () => {
  it('in yuan, exact, each step with its value', () => {
    const steps = traceLine(choices, facts);
    expect(steps.map((step) => step.formula)).toEqual([
      '100000 × 2.00 × 0.65 × 0.9',
      '(min(90000, 70000) × 0.40 + 27000.00) × 0.65 × 0.9',
      '117000.00 − 32175.00',
      '117000.00 − 32175.00',
    ]);
    expect(steps[0]?.value.numerator).toBe(11_700_000n);
  });

  it('agrees with the sheet, also where the line is zeroed', () => {
    const dear = { ...facts, nonSelectedAmount: fen(99_000_000n) };
    const [line] = retainedSavings(choices, [dear], 7_600n).lines;
    const steps = traceLine(choices, dear);
    expect(steps[3]?.formula).toMatch(/^max\(0, /);
    expect(steps[3]?.value.numerator).toBe(0n);
    expect(line?.zeroed).toBe(true);
  });

  it('a quotient that is no decimal is written as a division, never rounded', () => {
    expect(writeQuotient(quotient(1n, 3n))).toBe('(1 ÷ 3)');
    expect(writeQuotient(quotient(3_722_355n, 400n))).toBe('9305.8875');
  });
});
