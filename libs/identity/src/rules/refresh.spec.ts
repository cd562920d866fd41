import { judgeRefresh, REUSE_GRACE_MS } from './refresh';

describe('what a refresh token is worth', () => {
  const now = new Date('2020-07-01T08:00:00Z');
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  const fresh = { usedAt: null, sessionExpiresAt: later(1), sessionEndedAt: null };

  it('rotates on its first use', () => {
    expect(judgeRefresh(fresh, now)).toBe('rotate');
  });

  it('rotates again for a second tab within the grace, and is stolen after it', () => {
    expect(judgeRefresh({ ...fresh, usedAt: later(-REUSE_GRACE_MS) }, now)).toBe('rotate');
    expect(judgeRefresh({ ...fresh, usedAt: later(-REUSE_GRACE_MS - 1) }, now)).toBe('stolen');
  });

  it('is worth nothing once the log-in has ended or expired, used or not', () => {
    expect(judgeRefresh({ ...fresh, sessionExpiresAt: now }, now)).toBe('over');
    expect(judgeRefresh({ ...fresh, sessionEndedAt: later(-1) }, now)).toBe('over');
    expect(judgeRefresh({ ...fresh, usedAt: later(-REUSE_GRACE_MS - 1), sessionEndedAt: later(-1) }, now)).toBe('over');
  });
});
