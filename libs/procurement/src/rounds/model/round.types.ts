import type { PlainDate } from '@huiji/kernel';

/** Who called the round: 国家、省级、联盟. */
export const roundKinds = ['national', 'provincial', 'alliance'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** Role of an award in an area: 主供、备供、按品牌报量、替补. */
export const awardRoles = ['main', 'backup', 'brand-reported', 'substitute'] as const;
export type AwardRole = (typeof awardRoles)[number];

/** States of an agreement period (协议期). */
export const periodStates = ['planned', 'allocated', 'contracted', 'in-force'] as const;
export type PeriodState = (typeof periodStates)[number];
export type PeriodAction = 'compute' | 'contract' | 'activate';

/** A dated ratio table (约定采购比例): basis points by number of winners 1, 2, 3, ≥ 4. */
export interface RatioTable {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly ordinaryBp: readonly [number, number, number, number];
  readonly antibioticBp: readonly [number, number, number, number];
}

/** One agreement year (协议年): both days belong to it. */
export interface AgreementYearSpan {
  readonly yearNumber: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}
