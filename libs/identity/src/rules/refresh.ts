import type { StoredRefresh } from '../model/refresh';

/** Two tabs may send the same token at once: a second use within this many milliseconds is no theft. */
export const REUSE_GRACE_MS = 30_000;

/**
 * What a presented refresh token is worth.
 * 'rotate': hand out the next one. 'over': the log-in has ended or expired. 'stolen': used before, longer ago than the
 * grace, so somebody else holds a copy and the whole log-in ends.
 */
export const judgeRefresh = (token: StoredRefresh, now: Date): 'rotate' | 'over' | 'stolen' => {
  if (token.sessionEndedAt !== null || token.sessionExpiresAt <= now) return 'over';
  if (token.usedAt === null) return 'rotate';
  return now.getTime() - token.usedAt.getTime() <= REUSE_GRACE_MS ? 'rotate' : 'stolen';
};
