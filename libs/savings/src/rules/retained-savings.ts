import {
  add,
  compare,
  fen,
  multiply,
  quotient,
  reduce,
  roundHalfUp,
  subtract,
  type Fen,
  type Quotient,
} from '@huiji/kernel';
import type { SheetFigures, SheetLine, VarietyFacts } from '../model/facts';
import type { SavingsChoices, ScoreHundredths } from '../model/policy';
import { retentionRatio } from './retention-ratio';

const zero = quotient(0n, 1n);
const whole = (value: bigint): Quotient => quotient(value, 1n);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The share of a cost that is the fund's own, as the policy reads it. */
const fundPart = (choices: SavingsChoices, facts: VarietyFacts): Quotient =>
  choices.insuredShareUsed ? multiply(facts.fundShare, facts.insuredShare) : facts.fundShare;

/** Volume × weighted price before × shares: what the fund would have paid. The volume is the base or the agreed one. */
export const budgetOf = (choices: SavingsChoices, facts: VarietyFacts): Quotient => {
  const volume = choices.budgetVolume === 'base' ? facts.baseVolume : facts.agreedVolume;
  return reduce(multiply(whole(volume), facts.priceBefore, fundPart(choices, facts)));
};

/**
 * What counts as spent: the selected volume **up to the agreed volume** at the contract price, and the amount of
 * products that were not selected. What was bought above the agreed volume is not spending here.
 */
export const expenditureOf = (choices: SavingsChoices, facts: VarietyFacts): Quotient => {
  const counted = smaller(facts.selectedVolume, facts.agreedVolume);
  const selected = quotient(counted * facts.contractPrice.fen, facts.contractPrice.per);
  const spent = choices.nonSelectedCounted ? add(selected, whole(facts.nonSelectedAmount)) : selected;
  return reduce(multiply(spent, fundPart(choices, facts)));
};

const lineOf = (choices: SavingsChoices, facts: VarietyFacts): SheetLine => {
  const budget = budgetOf(choices, facts);
  const expenditure = expenditureOf(choices, facts);
  const base = subtract(budget, expenditure);
  const zeroed = choices.floor === 'variety' && compare(base, zero) < 0;
  return { key: facts.key, budget, expenditure, base, counted: zeroed ? zero : base, zeroed };
};

const sum = (parts: readonly Quotient[]): Quotient => parts.reduce(add, zero);

/** Savings base × ratio, rounded half up to the fen: the one rounding of the whole calculation. */
export const retainedOf = (base: Quotient, ratio: Quotient): Fen => fen(roundHalfUp(multiply(base, ratio)));

/**
 * The sheet of one hospital for one agreement year (结余留用). Exact to the end, then one rounding; never negative,
 * never above cap × savings base by more than the half fen of that rounding. A hospital without lines retains 0.
 */
export const retainedSavings = (
  choices: SavingsChoices,
  facts: readonly VarietyFacts[],
  score: ScoreHundredths,
): SheetFigures => {
  const lines = facts.map((each) => lineOf(choices, each));
  const counted = sum(lines.map((line) => line.counted));
  const negative = compare(counted, zero) < 0;
  const base = negative ? zero : counted;
  const ratio = retentionRatio(choices, score);
  return {
    lines,
    budget: sum(lines.map((line) => line.budget)),
    expenditure: sum(lines.map((line) => line.expenditure)),
    base,
    negative,
    ratio,
    retained: retainedOf(base, ratio),
  };
};
