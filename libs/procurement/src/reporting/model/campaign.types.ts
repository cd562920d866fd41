import type { PlainDate } from '@huiji/kernel';

/** A review level of a campaign: who may decide on it. Every level must pass (A6). */
export interface ReviewLevel {
  readonly name: string;
  readonly roles: readonly string[];
}

export interface NewCampaign {
  readonly periodId: string;
  readonly name: string;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  /** Share of the two-year mean below which a reason is due, basis points; 8000 is 80 %. */
  readonly floorBp: number;
  /** Invited hospitals; empty: every hospital of the area. */
  readonly hospitalIds: readonly string[];
  readonly levels: readonly ReviewLevel[];
}

/** One level at the agency, by the clerk or the first reviewer. */
export const oneAgencyLevel: readonly ReviewLevel[] = [
  { name: '经办机构审核', roles: ['agency-clerk', 'agency-first-review'] },
];

/** What a hospital used of a variety in a calendar year, smallest units. */
export interface UseLine {
  readonly hospitalId: string;
  readonly varietyId: string;
  readonly year: number;
  readonly quantity: bigint;
  readonly sourceNote: string;
}
