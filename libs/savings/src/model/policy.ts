import type { BasisPoints, Id, PlainDate } from '@huiji/kernel';

/** Which volume the budget is made from: the accepted base (约定采购量基数) or the agreed volume (约定采购量). */
export const budgetVolumes = ['base', 'agreed'] as const;
export type BudgetVolume = (typeof budgetVolumes)[number];

/** Where a negative savings base becomes zero: line by line, or after all varieties of a hospital are offset. */
export const floors = ['variety', 'hospital'] as const;
export type Floor = (typeof floors)[number];

/** How a score becomes a retention ratio: by bands, or cap × score ÷ 100. */
export const ratioKinds = ['banded', 'linear'] as const;
export type RatioKind = (typeof ratioKinds)[number];

/** What a hospital's silence means when its days to answer are over. */
export const silences = ['confirms', 'waits'] as const;
export type Silence = (typeof silences)[number];

/** A score in hundredths of a point: 7600n is 76 points. Within 0…10,000. */
export type ScoreHundredths = bigint;

/** One band of scores, half open: from ≤ score < to; a band that ends at 10,000 also holds 10,000. */
export interface ScoreBand {
  readonly fromHundredths: ScoreHundredths;
  readonly toHundredths: ScoreHundredths;
  readonly ratioBp: BasisPoints;
}

/** The choices of a policy that change figures. All of them are data of an area, with a legal basis. */
export interface SavingsChoices {
  readonly budgetVolume: BudgetVolume;
  readonly floor: Floor;
  readonly ratioKind: RatioKind;
  readonly insuredShareUsed: boolean;
  readonly nonSelectedCounted: boolean;
  /** The highest ratio, at most 5000 (50 %). */
  readonly capBp: BasisPoints;
  /** Empty for a linear ratio. */
  readonly bands: readonly ScoreBand[];
}

export const policyStates = ['draft', 'in-force', 'withdrawn'] as const;
export type PolicyState = (typeof policyStates)[number];

/** One dated policy of an area for one round (结余留用政策). Two in force never overlap. */
export interface SavingsPolicy extends SavingsChoices {
  readonly id: Id<'savings-policy'>;
  readonly roundId: Id<'round'>;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  /** Working days a hospital has to confirm or object. */
  readonly answerWorkingDays: number;
  readonly silence: Silence;
  readonly legalBasis: string;
  readonly source: string;
  readonly state: PolicyState;
  readonly version: number;
}
