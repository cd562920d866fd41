import { assert } from './assert';

/** One claimant of a total. `key` breaks ties, ascending, and is unique. */
export interface Share {
  readonly key: string;
  readonly weight: bigint;
}

/**
 * Shares a whole total ≥ 0 by weights ≥ 0 and conserves it: largest remainder (Hamilton), ties by key in code-unit order.
 * The order of `shares` does not matter. A claimant of weight 0 gets 0. All weights zero gives all zero only for a
 * zero total; anything else, and a key given twice, is a broken promise of the caller.
 */
export const allocate = (total: bigint, shares: readonly Share[]): ReadonlyMap<string, bigint> => {
  const sum = shares.reduce((whole, share) => whole + share.weight, 0n);
  assert(total >= 0n && shares.every((share) => share.weight >= 0n), 'totals and weights are not negative');
  assert(new Set(shares.map(({ key }) => key)).size === shares.length, 'a claimant is named once');
  if (total === 0n) return new Map(shares.map((share) => [share.key, 0n]));
  assert(sum > 0n, 'a positive total has somebody to take it');
  const floors = shares.map(({ key, weight }) => ({ key, part: (total * weight) / sum, rest: (total * weight) % sum }));
  const left = Number(total - floors.reduce((given, { part }) => given + part, 0n));
  const extra = new Set(
    [...floors]
      .sort((a, b) => (a.rest === b.rest ? (a.key < b.key ? -1 : 1) : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ key }) => key),
  );
  return new Map(floors.map(({ key, part }) => [key, extra.has(key) ? part + 1n : part]));
};
