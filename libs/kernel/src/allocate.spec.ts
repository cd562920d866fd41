import fc from 'fast-check';
import { allocate, type Share } from './allocate';

const seed = 20_200_701;
const runs = { seed, numRuns: 500 } as const;

/** The slow twin: hands out one unit at a time to whoever is furthest below the exact share. */
const allocateSlowly = (total: bigint, shares: readonly Share[]): Map<string, bigint> => {
  const sum = shares.reduce((whole, { weight }) => whole + weight, 0n);
  const given = new Map(shares.map(({ key, weight }) => [key, sum === 0n ? 0n : (total * weight) / sum]));
  const handed = (): bigint => [...given.values()].reduce((whole, part) => whole + part, 0n);
  const served = new Set<string>();
  while (handed() < total) {
    let best: Share | undefined;
    for (const share of [...shares].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      if (served.has(share.key)) continue;
      if (best === undefined || (total * share.weight) % sum > (total * best.weight) % sum) best = share;
    }
    if (best === undefined) throw new Error('nobody left to serve');
    served.add(best.key);
    given.set(best.key, (given.get(best.key) ?? 0n) + 1n);
  }
  return given;
};

const sharesOf = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  .chain((keys) =>
    fc
      .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: keys.length, maxLength: keys.length })
      .map((weights) => keys.map((key, index): Share => ({ key, weight: weights[index] ?? 0n }))),
  )
  .filter((shares) => shares.some(({ weight }) => weight > 0n));
const totals = fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 0n, max: 10n ** 15n }));
const sumOf = (parts: ReadonlyMap<string, bigint>): bigint => [...parts.values()].reduce((a, b) => a + b, 0n);

describe(`allocation of a total (seed ${seed})`, () => {
  it('A9 conserves the total: the parts sum to it', () => {
    fc.assert(
      fc.property(totals, sharesOf, (total, shares) => sumOf(allocate(total, shares)) === total),
      runs,
    );
  });

  it('A9 gives everybody the exact share rounded down or up, never further away', () => {
    fc.assert(
      fc.property(totals, sharesOf, (total, shares) => {
        const sum = shares.reduce((whole, { weight }) => whole + weight, 0n);
        const parts = allocate(total, shares);
        return shares.every(({ key, weight }) => {
          const extra = (parts.get(key) ?? -1n) - (total * weight) / sum;
          return extra === 0n || (extra === 1n && (total * weight) % sum > 0n);
        });
      }),
      runs,
    );
  });

  it('A9 gives the same parts again, whatever order the claimants stand in', () => {
    fc.assert(
      fc.property(totals, sharesOf, fc.integer({ min: 0, max: 11 }), (total, shares, turn) => {
        const at = turn % shares.length;
        const turned = [...shares.slice(at), ...shares.slice(0, at)].reverse();
        const parts = allocate(total, turned);
        return [...allocate(total, shares)].every(([key, part]) => parts.get(key) === part);
      }),
      runs,
    );
  });

  it('A9 agrees with the slow twin that serves one unit at a time', () => {
    fc.assert(
      fc.property(totals, sharesOf, (total, shares) => {
        const slow = allocateSlowly(total, shares);
        return [...allocate(total, shares)].every(([key, part]) => slow.get(key) === part);
      }),
      runs,
    );
  });

  it('ties go to the earlier key', () => {
    const parts = allocate(1n, [
      { key: 'b', weight: 1n },
      { key: 'a', weight: 1n },
    ]);
    expect([parts.get('a'), parts.get('b')]).toEqual([1n, 0n]);
  });

  it('a zero total gives everybody zero, even when nobody has weight', () => {
    expect([...allocate(0n, [{ key: 'a', weight: 0n }])]).toEqual([['a', 0n]]);
  });

  it('a positive total with nobody to take it, a negative weight and a key twice are broken promises', () => {
    expect(() => allocate(1n, [{ key: 'a', weight: 0n }])).toThrow('broken promise');
    expect(() => allocate(1n, [])).toThrow('broken promise');
    expect(() => allocate(-1n, [{ key: 'a', weight: 1n }])).toThrow('broken promise');
    expect(() => allocate(1n, [{ key: 'a', weight: -1n }])).toThrow('broken promise');
    const twice = [
      { key: 'a', weight: 1n },
      { key: 'a', weight: 2n },
    ];
    expect(() => allocate(3n, twice)).toThrow('broken promise');
  });
});
