import type { Fen, PlainDate } from '@huiji/kernel';

/** How care is given: 机构集中护理, 机构上门护理, 居家个人护理, 居家组合. */
export const careModes = ['institution', 'home-visits', 'home-personal', 'combined'] as const;
export type CareMode = (typeof careModes)[number];

/** What ends or interrupts care: 住院, 死亡, 迁出统筹区. */
export const stopKinds = ['hospital-stay', 'death', 'moved-away'] as const;
export type StopKind = (typeof stopKinds)[number];

/** When the first payable day is (享受待遇起始日). */
export const startRules = ['next-month', 'next-day', 'month-after-contribution-gap'] as const;
export type StartRule = (typeof startRules)[number];

/** How a day is judged on which something changes. */
export const edgeDays = ['payable', 'stopped'] as const;
export type EdgeDay = (typeof edgeDays)[number];

/** What one day of care is worth, in fen, and who gets it. `dayFen` = person + provider. */
export interface BenefitRate {
  readonly mode: CareMode;
  readonly grade: number;
  readonly personDayFen: Fen;
  readonly providerDayFen: Fen;
  /** Set for a closed mode: only people whose mode began before this day keep it (老人老办法). */
  readonly onlyIfModeBefore: PlainDate | null;
}

/** The benefit of an area from one day to another (待遇包): dated data, with its source and who confirmed it. */
export interface BenefitPack {
  readonly id: string;
  readonly validFrom: PlainDate;
  /** Last day, or null while it is open. */
  readonly validTo: PlainDate | null;
  readonly rates: readonly BenefitRate[];
  readonly startRule: StartRule;
  /** The day of admission to a hospital. */
  readonly admissionDay: EdgeDay;
  /** The day of discharge. */
  readonly dischargeDay: EdgeDay;
  readonly deathDay: EdgeDay;
  readonly moveDay: EdgeDay;
  /** Days a result is shown in public, the first not counted. */
  readonly publicityDays: number;
  /** Months a confirmed grade is valid; for severe grades at most 24. */
  readonly validityMonths: number;
}

/** A confirmed grade and the days it opens, both ends counted. */
export interface Entitlement {
  readonly grade: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/** The mode a person chose from one day on; `endsOn` is the last day, null while it lasts. */
export interface ModeSpan {
  readonly mode: CareMode;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** The institution that gives the care, where one does. */
  readonly providerId: string | null;
}

/** What happened, as it was told: admission and discharge day, day of death, day of the move. */
export interface StopEvent {
  readonly kind: StopKind;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}

/** Everything about one person that decides a month. */
export interface CareFacts {
  readonly entitlements: readonly Entitlement[];
  readonly modes: readonly ModeSpan[];
  readonly stops: readonly StopEvent[];
}

/** Why a day is not paid, the first that applies. */
export const stopReasons = [
  'death',
  'moved-away',
  'not-started',
  'expired',
  'hospital-stay',
  'no-mode',
  'no-rate',
  'no-provider',
] as const;
export type StopReason = (typeof stopReasons)[number];

export interface PayableDay {
  readonly kind: 'payable';
  readonly grade: number;
  readonly mode: CareMode;
  readonly personDayFen: Fen;
  readonly providerDayFen: Fen;
  readonly providerId: string | null;
}

export interface StoppedDay {
  readonly kind: 'stopped';
  readonly reason: StopReason;
}

export type DayOfCare = PayableDay | StoppedDay;

/** Days in a row that are judged alike, both ends counted. */
export interface CareSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly day: DayOfCare;
}
