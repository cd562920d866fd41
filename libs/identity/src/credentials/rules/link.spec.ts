import { linkStands } from './link';

describe('a link that sets a password', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const fresh = { expiresAt: new Date(now.getTime() + 1), usedAt: null, endedAt: null };

  it('works until it is used, taken back, or too old', () => {
    expect(linkStands(fresh, now)).toBe(true);
    expect(linkStands({ ...fresh, expiresAt: now }, now)).toBe(false);
    expect(linkStands({ ...fresh, usedAt: now }, now)).toBe(false);
    expect(linkStands({ ...fresh, endedAt: now }, now)).toBe(false);
  });
});
