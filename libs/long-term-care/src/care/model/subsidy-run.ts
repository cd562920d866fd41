import type { Fen, Month, PlainDate } from '@huiji/kernel';
import type { RunState } from '../../model/states';

/** One run over a month (月度补贴). Counts are people, lines and exceptions; the total is in fen. */
export interface SubsidyRun {
  readonly id: string;
  readonly month: Month;
  /** 1 for the first run of the month; a later one pays only those not yet paid. */
  readonly sequence: number;
  readonly state: RunState;
  readonly version: number;
  readonly peopleCount: bigint;
  readonly paidPeopleCount: bigint;
  readonly lineCount: bigint;
  readonly exceptionCount: bigint;
  readonly totalFen: Fen;
  readonly madeOn: PlainDate;
}

/** What one payee gets for one person and month. */
export interface SubsidyLine {
  readonly id: string;
  readonly runId: string;
  readonly personId: string;
  /** Masked: 张*三. */
  readonly personName: string;
  readonly month: Month;
  readonly payeeType: 'person' | 'organisation';
  readonly payeeId: string;
  readonly days: number;
  readonly amountFen: Fen;
}

export const exceptionCodes = ['NO_CARE_MODE', 'NO_RATE', 'NO_PROVIDER', 'NOTHING_PAYABLE'] as const;
export type ExceptionCode = (typeof exceptionCodes)[number];

/** A person in a run who is paid nothing, or not for all days. */
export interface SubsidyException {
  readonly runId: string;
  readonly personId: string;
  /** Masked: 张*三. */
  readonly personName: string;
  readonly code: ExceptionCode;
  readonly days: number;
}

/** How many came how far (漏斗). */
export interface CareFunnel {
  readonly applied: bigint;
  readonly accepted: bigint;
  readonly returned: bigint;
  /** With a joint conclusion. */
  readonly assessed: bigint;
  /** Confirmed with an eligible grade. */
  readonly passed: bigint;
  readonly notPassed: bigint;
}
