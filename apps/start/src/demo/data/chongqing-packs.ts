/**
 * Chongqing, round 4+7, invented except for packs and prices: the unit of agreed packs (a hospital agrees so many times
 * its size), how many per cent of the agreed volume were accepted by 2019-10-31, and by how many per cent the price of
 * the pack fell. The 25 progress figures have the mean 296 exactly, the published average; the cuts have the mean 52
 * and the largest 96, the published figures of the round.
 */
export interface ChongqingProduct {
  readonly code: string;
  readonly per: bigint;
  /** Pack price, fen. */
  readonly fen: bigint;
  /** Packs a year for a hospital of size one; a multiple of 100, so that percentages stay whole packs. */
  readonly unitPacks: bigint;
  readonly progressPercent: bigint;
  readonly cutPercent: bigint;
}

const rows: readonly (readonly [
  code: string,
  per: bigint,
  fen: bigint,
  unitPacks: bigint,
  progressPercent: bigint,
  cutPercent: bigint,
])[] = [
  ['N-4P7-01', 7n, 660n, 4_500n, 412n, 52n],
  ['N-4P7-02', 28n, 2_180n, 1_400n, 285n, 61n],
  ['N-4P7-03', 7n, 2_226n, 1_300n, 198n, 58n],
  ['N-4P7-04', 28n, 566n, 5_300n, 356n, 34n],
  ['N-4P7-05', 28n, 416n, 7_200n, 241n, 47n],
  ['N-4P7-06', 28n, 1_736n, 1_700n, 503n, 96n],
  ['N-4P7-07', 7n, 3_094n, 1_000n, 172n, 22n],
  ['N-4P7-08', 20n, 3_340n, 900n, 264n, 41n],
  ['N-4P7-09', 7n, 6_751n, 400n, 318n, 55n],
  ['N-4P7-10', 12n, 616n, 4_900n, 155n, 38n],
  ['N-4P7-11', 30n, 510n, 5_900n, 129n, 29n],
  ['N-4P7-12', 10n, 54_700n, 100n, 447n, 76n],
  ['N-4P7-13', 14n, 1_180n, 2_500n, 233n, 33n],
  ['N-4P7-14', 14n, 1_526n, 2_000n, 301n, 48n],
  ['N-4P7-15', 28n, 645n, 4_700n, 188n, 27n],
  ['N-4P7-16', 30n, 1_772n, 1_700n, 377n, 92n],
  ['N-4P7-17', 14n, 1_470n, 2_000n, 290n, 45n],
  ['N-4P7-18', 16n, 897n, 3_300n, 214n, 31n],
  ['N-4P7-19', 30n, 7_200n, 400n, 256n, 36n],
  ['N-4P7-20', 60n, 62_382n, 100n, 489n, 66n],
  ['N-4P7-21', 5n, 1_938n, 1_500n, 342n, 72n],
  ['N-4P7-22', 10n, 680n, 4_400n, 167n, 39n],
  ['N-4P7-23', 1n, 81_000n, 100n, 276n, 68n],
  ['N-4P7-24', 5n, 10_975n, 300n, 398n, 74n],
  ['N-4P7-25', 1n, 13_300n, 200n, 389n, 60n],
];

export const chongqingProducts: readonly ChongqingProduct[] = rows.map(
  ([code, per, fen, unitPacks, progressPercent, cutPercent]) => ({
    code,
    per,
    fen,
    unitPacks,
    progressPercent,
    cutPercent,
  }),
);

/** Sizes of the six demonstration hospitals. */
export const chongqingSizes: readonly bigint[] = [6n, 5n, 4n, 3n, 2n, 1n];
