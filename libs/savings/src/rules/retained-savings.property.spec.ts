import { basisPoints, fen, price, quantity, quotient } from '@huiji/kernel';
import * as fc from 'fast-check';
import type { VarietyFacts } from '../model/facts';
import type { SavingsChoices } from '../model/policy';
import { retainedSavings } from './retained-savings';
import { shenzhenBands } from '../model/shipped-bands';

const seed = 20210315;

const share = fc.tuple(fc.bigInt(1n, 997n), fc.bigInt(0n, 997n)).map(([d, n]) => quotient(n > d ? d : n, d));

const variety: fc.Arbitrary<Omit<VarietyFacts, 'key'>> = fc.record({
  baseVolume: fc.bigInt(0n, 5_000_000n).map(quantity),
  agreedVolume: fc.bigInt(0n, 5_000_000n).map(quantity),
  priceBefore: fc.tuple(fc.bigInt(0n, 900_000n), fc.bigInt(1n, 9_999n)).map(([n, d]) => quotient(n, d)),
  contractPrice: fc.tuple(fc.bigInt(1n, 90_000n), fc.bigInt(1n, 60n)).map(([n, d]) => price(n, d)),
  selectedVolume: fc.bigInt(0n, 15_000_000n).map(quantity),
  nonSelectedAmount: fc.bigInt(0n, 90_000_000n).map(fen),
  fundShare: share,
  insuredShare: share,
});

const choices: fc.Arbitrary<SavingsChoices> = fc.record({
  budgetVolume: fc.constantFrom('base', 'agreed'),
  floor: fc.constantFrom('variety', 'hospital'),
  ratioKind: fc.constantFrom('banded', 'linear'),
  insuredShareUsed: fc.boolean(),
  nonSelectedCounted: fc.boolean(),
  capBp: fc.bigInt(0n, 5_000n).map(basisPoints),
  bands: fc.constant(shenzhenBands),
});

/** The slow, obvious twin: everything over one common denominator, whole numbers only, bands as an if-chain. */
const slowRetained = (policy: SavingsChoices, lines: readonly VarietyFacts[], score: bigint): bigint => {
  let common = 1n;
  for (const x of lines)
    common *= x.priceBefore.denominator * x.contractPrice.per * x.fundShare.denominator * x.insuredShare.denominator;
  let total = 0n;
  for (const x of lines) {
    const shareUp = x.fundShare.numerator * (policy.insuredShareUsed ? x.insuredShare.numerator : 1n);
    const shareDown = x.fundShare.denominator * (policy.insuredShareUsed ? x.insuredShare.denominator : 1n);
    const volume = policy.budgetVolume === 'base' ? x.baseVolume : x.agreedVolume;
    const budget = (volume * x.priceBefore.numerator * shareUp * common) / (x.priceBefore.denominator * shareDown);
    const counted = x.selectedVolume > x.agreedVolume ? x.agreedVolume : x.selectedVolume;
    const bought = (counted * x.contractPrice.fen * shareUp * common) / (x.contractPrice.per * shareDown);
    const other = policy.nonSelectedCounted ? (x.nonSelectedAmount * shareUp * common) / shareDown : 0n;
    const line = budget - bought - other;
    total += policy.floor === 'variety' && line < 0n ? 0n : line;
  }
  if (total < 0n) total = 0n;
  const band = score >= 8_000n ? 5_000n : score >= 7_000n ? 4_000n : score >= 6_000n ? 3_000n : 0n;
  const up =
    policy.ratioKind === 'linear' ? policy.capBp * score : (band > policy.capBp ? policy.capBp : band) * 10_000n;
  const down = common * 100_000_000n;
  const doubled = 2n * total * up + down;
  return doubled / (2n * down);
};

describe(`retained savings for any facts (seed ${seed})`, () => {
  const cases = fc.tuple(choices, fc.array(variety, { maxLength: 6 }), fc.bigInt(0n, 10_000n));
  const keyed = (lines: readonly Omit<VarietyFacts, 'key'>[]): VarietyFacts[] =>
    lines.map((line, index) => ({ ...line, key: index.toString() }));

  it('equals its slow twin', () => {
    fc.assert(
      fc.property(cases, ([policy, lines, score]) => {
        expect(retainedSavings(policy, keyed(lines), score).retained).toBe(slowRetained(policy, keyed(lines), score));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('B5 is never negative and never above 50 % of the savings base, but for the half fen of the rounding', () => {
    fc.assert(
      fc.property(cases, ([policy, lines, score]) => {
        const { retained, base } = retainedSavings(policy, keyed(lines), score);
        expect(retained >= 0n).toBe(true);
        expect((2n * retained - 1n) * base.denominator <= base.numerator).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('does not fall when more is bought above the agreed volume', () => {
    fc.assert(
      fc.property(choices, variety, fc.bigInt(0n, 10_000n), fc.bigInt(0n, 1_000_000n), (policy, line, score, more) => {
        const full = { ...line, key: 'A', selectedVolume: line.agreedVolume };
        const over = { ...full, selectedVolume: quantity(full.agreedVolume + more) };
        expect(retainedSavings(policy, [over], score).retained).toBe(retainedSavings(policy, [full], score).retained);
      }),
      { seed, numRuns: 200 },
    );
  });
});
