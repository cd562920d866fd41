import { formatQuotient, formatScaled, multiply, quotient, type Quotient } from '@huiji/kernel';
import { unitPrice } from '@huiji/kernel';
import type { SavingsPolicy } from '../model/policy';
import type { SavingsSheet, TracedLine } from '../model/sheet';
import { exactAmount } from './exact-amount.type';
import type { SavingsPolicyType } from './savings.type';
import type { SavingsLineType, SavingsSheetType } from './sheet.type';

const points = (hundredths: bigint): string => formatScaled(hundredths, 2);

export const policyView = ({ capBp, bands, ...policy }: SavingsPolicy): SavingsPolicyType => ({
  ...policy,
  cap: capBp,
  bands: bands.map((band) => ({
    from: points(band.fromHundredths),
    to: points(band.toHundredths),
    ratio: band.ratioBp,
  })),
});

/** A sheet as it goes out; `plain` is kept so that its lines can be read when asked for. */
export const sheetView = (sheet: SavingsSheet): SavingsSheetType & { readonly plain: SavingsSheet } => ({
  plain: sheet,
  id: sheet.id,
  runId: sheet.runId,
  hospitalId: sheet.hospitalId,
  hospitalName: sheet.hospitalName,
  score: points(sheet.scoreHundredths),
  veto: sheet.veto,
  ratioPercent: formatQuotient(multiply(sheet.ratio, quotient(100n, 1n)), 4),
  budget: exactAmount(sheet.budget),
  expenditure: exactAmount(sheet.expenditure),
  base: exactAmount(sheet.base),
  negative: sheet.negative,
  retained: sheet.retained,
  lineCount: sheet.lineCount,
  seal: sheet.seal,
  answerUntil: sheet.answerUntil,
  objection: sheet.objection,
  state: sheet.state,
});

const share = (value: Quotient): string => `${value.numerator.toString()}/${value.denominator.toString()}`;

export const lineView = ({ facts, sources, ...line }: TracedLine): SavingsLineType => ({
  varietyId: line.varietyId,
  varietyName: line.varietyName,
  baseQuantity: facts.baseVolume,
  agreedQuantity: facts.agreedVolume,
  selectedQuantity: facts.selectedVolume,
  nonSelectedQuantity: line.nonSelectedVolume,
  nonSelectedAmount: facts.nonSelectedAmount,
  priceBefore: exactAmount(facts.priceBefore),
  contractPrice: exactAmount(unitPrice(facts.contractPrice)),
  fundShare: share(facts.fundShare),
  insuredShare: share(facts.insuredShare),
  volumeSource: sources.volume,
  priceBeforeSource: sources.priceBefore,
  fundShareSource: sources.fundShare,
  insuredShareSource: sources.insuredShare,
  zeroed: line.zeroed,
  trace: line.trace.map((step) => ({ term: step.term, formula: step.formula, value: exactAmount(step.value) })),
});
