import { basisPoints } from '@huiji/kernel';
import fc from 'fast-check';
import { agreedVolumes, type Need, type VarietyFacts, type Winner } from './agreed-volumes';

const winner = (changes: Partial<Winner> = {}): Winner => ({
  awardId: changes.code ?? 'a',
  productId: changes.code ?? 'a',
  code: 'a',
  role: 'main',
  shareBp: basisPoints(10_000),
  ...changes,
});
const need = (hospital: string, quantity: bigint, productId: string | null = null): Need => ({
  hospitalId: hospital,
  hospitalCode: hospital,
  productId,
  quantity,
});
const compute = (facts: Partial<VarietyFacts>) => {
  const result = agreedVolumes({
    varietyId: 'v',
    ratioBp: basisPoints(5000),
    winners: [winner()],
    needs: [],
    ...facts,
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const agreedOf = (facts: Partial<VarietyFacts>) =>
  Object.fromEntries(compute(facts).cells.map((cell) => [`${cell.hospitalId}-${cell.awardId}`, cell.agreedQuantity]));

describe('agreed volume (约定采购量)', () => {
  it('A7 is half-up(Σ accepted base × ratio) per variety, not per hospital', () => {
    const volumes = compute({ needs: [need('h1', 1n), need('h2', 1n), need('h3', 1n)] });
    expect([volumes.baseQuantity, volumes.agreedQuantity]).toEqual([3n, 2n]);
  });

  it('A9 is shared over hospitals by base with ties by organisation code', () => {
    expect(agreedOf({ needs: [need('h2', 1n), need('h1', 1n), need('h3', 1n)] })).toEqual({
      'h1-a': 1n,
      'h2-a': 1n,
      'h3-a': 0n,
    });
  });

  it('A9 is shared over winners by award share', () => {
    const winners = [
      winner({ code: 'a', shareBp: basisPoints(6000) }),
      winner({ code: 'b', shareBp: basisPoints(4000) }),
    ];
    expect(agreedOf({ winners, needs: [need('h1', 200n)] })).toEqual({ 'h1-a': 60n, 'h1-b': 40n });
  });

  it('A7 a product may be selected with agreed volume 0', () => {
    const winners = [winner({ code: 'a' }), winner({ code: 'b', role: 'backup', shareBp: basisPoints(0) })];
    expect(agreedOf({ winners, needs: [need('h1', 100n), need('h2', 100n, 'b')] })).toEqual({
      'h1-a': 50n,
      'h1-b': 0n,
      'h2-a': 50n,
      'h2-b': 0n,
    });
  });

  it('A7 a winning brand keeps the volume that was reported for it', () => {
    const winners = [
      winner({ code: 'a', shareBp: basisPoints(5000) }),
      winner({ code: 'b', shareBp: basisPoints(5000) }),
    ];
    expect(agreedOf({ winners, needs: [need('h1', 100n, 'b'), need('h1', 100n)] })).toEqual({
      'h1-a': 25n,
      'h1-b': 75n,
    });
  });

  it("A7 a losing brand's volume goes to the main supplier of the area", () => {
    const winners = [
      winner({ code: 'a', shareBp: basisPoints(5000) }),
      winner({ code: 'b', role: 'brand-reported', shareBp: basisPoints(5000) }),
    ];
    expect(agreedOf({ winners, needs: [need('h1', 100n, 'lost')] })).toEqual({ 'h1-a': 50n, 'h1-b': 0n });
  });

  it('A7 a need without any winner that takes volume is refused', () => {
    const result = agreedVolumes({
      varietyId: 'v',
      ratioBp: basisPoints(5000),
      winners: [winner({ shareBp: basisPoints(0) })],
      needs: [need('h', 1n)],
    });
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'rule', code: 'NO_WINNER_WITH_VOLUME' } });
  });

  it('A7 no need agrees nothing and is no fault', () => {
    expect(compute({ needs: [need('h1', 0n)] })).toMatchObject({ agreedQuantity: 0n, cells: [{ agreedQuantity: 0n }] });
  });
});

/** The slow twin: hands out units one at a time, each to whoever is furthest below the exact share. */
const slowAllocate = (total: bigint, shares: readonly { key: string; weight: bigint }[]): Map<string, bigint> => {
  const sum = shares.reduce((whole, share) => whole + share.weight, 0n);
  const given = new Map(
    shares.map(({ key, weight }) => [key, sum === 0n ? 0n : (total * weight - ((total * weight) % sum)) / sum]),
  );
  for (let left = total - [...given.values()].reduce((a, b) => a + b, 0n); left > 0n; left -= 1n) {
    const behind = [...shares].sort((a, b) => {
      const lag = (share: { key: string; weight: bigint }) => total * share.weight - (given.get(share.key) ?? 0n) * sum;
      return lag(a) === lag(b) ? (a.key < b.key ? -1 : 1) : lag(a) > lag(b) ? -1 : 1;
    })[0];
    if (behind) given.set(behind.key, (given.get(behind.key) ?? 0n) + 1n);
  }
  return given;
};

const seed = 20181207;
const needs = fc.array(fc.record({ hospital: fc.integer({ min: 1, max: 6 }), units: fc.bigInt(0n, 5000n) }), {
  minLength: 1,
  maxLength: 12,
});
const shares = fc.constantFrom([10_000], [6000, 4000], [3334, 3333, 3333], [5000, 5000, 0]);

describe('agreed volume as properties', () => {
  it(`A9 conserves the total of the variety and the base, and a rerun is identical (seed ${seed})`, () => {
    fc.assert(
      fc.property(needs, shares, fc.integer({ min: 0, max: 10_000 }), (rows, split, ratio) => {
        const facts = {
          ratioBp: basisPoints(ratio),
          winners: split.map((share, index) => winner({ code: `p${index}`, shareBp: basisPoints(share) })),
          needs: rows.map((row) => need(`h${row.hospital}`, row.units)),
        };
        const volumes = compute(facts);
        expect(volumes.cells.reduce((sum, cell) => sum + cell.agreedQuantity, 0n)).toBe(volumes.agreedQuantity);
        expect(volumes.cells.reduce((sum, cell) => sum + cell.baseQuantity, 0n)).toBe(volumes.baseQuantity);
        expect(compute({ ...facts, needs: [...facts.needs].reverse() })).toEqual(volumes);
      }),
      { seed, numRuns: 300 },
    );
  });

  it(`A9 agrees with the slow twin that hands out unit by unit (seed ${seed})`, () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 10_000 }), (rows, ratio) => {
        const totals = new Map<string, bigint>();
        for (const row of rows) totals.set(`h${row.hospital}`, (totals.get(`h${row.hospital}`) ?? 0n) + row.units);
        const base = [...totals.values()].reduce((a, b) => a + b, 0n);
        let agreed = (base * BigInt(ratio)) / 10_000n;
        if (((base * BigInt(ratio)) % 10_000n) * 2n >= 10_000n) agreed += 1n;
        const expected = slowAllocate(
          agreed,
          [...totals].map(([key, weight]) => ({ key, weight })),
        );
        const volumes = compute({
          ratioBp: basisPoints(ratio),
          needs: rows.map((row) => need(`h${row.hospital}`, row.units)),
        });
        expect(new Map(volumes.cells.map((cell) => [cell.hospitalId, cell.agreedQuantity]))).toEqual(expected);
      }),
      { seed, numRuns: 300 },
    );
  });

  it(`A9 nobody agrees to more than was needed (seed ${seed})`, () => {
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 10_000 }), (rows, ratio) => {
        const volumes = compute({
          ratioBp: basisPoints(ratio),
          needs: rows.map((row) => need(`h${row.hospital}`, row.units)),
        });
        for (const cell of volumes.cells) expect(cell.agreedQuantity <= cell.baseQuantity).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });
});
