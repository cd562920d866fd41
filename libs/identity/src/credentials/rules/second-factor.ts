/** Seconds of one step of the second factor (RFC 6238). */
export const STEP_SECONDS = 30;

/** Steps before and after the present one whose codes are taken: clocks differ, and typing takes time. */
export const STEP_WINDOW = 1;

/** Wrong codes after which a half-way log-in ends. */
export const TICKET_FAILURES = 5;

export interface MembershipFacts {
  /** Whether money moves behind its role. */
  readonly money: boolean;
  readonly demonstration: boolean;
}

/** Whether a person with these memberships must have a second factor: money moves behind one, outside a demonstration. */
export const demandsSecondFactor = (memberships: readonly MembershipFacts[]): boolean =>
  memberships.some(({ money, demonstration }) => money && !demonstration);

/** The step of an instant, counted from 1970. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

/**
 * Whether a code that fits the step `delta` away from now may be used: inside the window, and later than every step
 * used before, so that nobody uses a code a second time.
 */
export const stepIsFresh = (delta: number, now: Date, lastStep: bigint): boolean =>
  Math.abs(delta) <= STEP_WINDOW && BigInt(stepAt(now) + delta) > lastStep;

/** A recovery code as typed, without blanks, hyphens and case. */
export const normalRecoveryCode = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase();
