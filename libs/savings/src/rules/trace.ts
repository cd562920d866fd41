import { formatQuotient, quotient, reduce, unitPrice, type Quotient } from '@huiji/kernel';
import type { VarietyFacts } from '../model/facts';
import type { SavingsChoices } from '../model/policy';
import type { TraceStep } from '../model/trace';
import { budgetOf, expenditureOf } from './retained-savings';

const MOST_PLACES = 12;

/** Digits after the point when the value is a decimal of at most twelve of them, else undefined. */
const placesOf = (denominator: bigint): number | undefined => {
  for (let places = 0, power = 1n; places <= MOST_PLACES; places += 1, power *= 10n)
    if (power % denominator === 0n) return places;
  return undefined;
};

/** A quotient as written in a formula: an exact decimal where it is one, else numerator ÷ denominator. */
export const writeQuotient = (value: Quotient, leastPlaces = 0): string => {
  const exact = reduce(value);
  const places = placesOf(exact.denominator);
  return places === undefined
    ? `(${value.numerator.toString()} ÷ ${value.denominator.toString()})`
    : formatQuotient(exact, Math.max(places, leastPlaces));
};

const yuan = (fenValue: Quotient): string =>
  writeQuotient(quotient(fenValue.numerator, fenValue.denominator * 100n), 2);

const shares = (choices: SavingsChoices, facts: VarietyFacts): string =>
  choices.insuredShareUsed
    ? `${writeQuotient(facts.fundShare)} × ${writeQuotient(facts.insuredShare)}`
    : writeQuotient(facts.fundShare);

const spentFormula = (choices: SavingsChoices, facts: VarietyFacts): string => {
  const selected = `min(${facts.selectedVolume.toString()}, ${facts.agreedVolume.toString()}) × ${yuan(unitPrice(facts.contractPrice))}`;
  return choices.nonSelectedCounted
    ? `(${selected} + ${yuan(quotient(facts.nonSelectedAmount, 1n))})`
    : `(${selected})`;
};

/** The whole calculation of one line with its figures (B3): what the sheet shows under "how was this reckoned". */
export const traceLine = (choices: SavingsChoices, facts: VarietyFacts): readonly TraceStep[] => {
  const budget = budgetOf(choices, facts);
  const expenditure = expenditureOf(choices, facts);
  const volume = choices.budgetVolume === 'base' ? facts.baseVolume : facts.agreedVolume;
  const base = quotient(
    budget.numerator * expenditure.denominator - expenditure.numerator * budget.denominator,
    budget.denominator * expenditure.denominator,
  );
  const zeroed = choices.floor === 'variety' && base.numerator < 0n;
  const shown = `${yuan(budget)} − ${yuan(expenditure)}`;
  return [
    {
      term: 'budget',
      formula: `${volume.toString()} × ${yuan(facts.priceBefore)} × ${shares(choices, facts)}`,
      value: budget,
    },
    { term: 'expenditure', formula: `${spentFormula(choices, facts)} × ${shares(choices, facts)}`, value: expenditure },
    { term: 'base', formula: shown, value: base },
    { term: 'counted', formula: zeroed ? `max(0, ${shown})` : shown, value: zeroed ? quotient(0n, 1n) : base },
  ];
};
