/** One row of a seal: which action stood where, and the hash of all its columns. */
export interface Leaf {
  readonly seq: bigint;
  readonly id: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** A seal without its leaves: what is published of it. */
export interface SealHead {
  readonly area: string;
  readonly number: bigint;
  /** SHA-256, 64 hexadecimal digits. */
  readonly head: string;
}

export interface Seal extends SealHead {
  readonly form: number;
  /** Place of the first row in the chain of the area, from 1. */
  readonly firstPosition: bigint;
  readonly rowCount: bigint;
  /** Its rows are those with afterSeq < seq ≤ lastSeq. */
  readonly afterSeq: bigint;
  readonly lastSeq: bigint;
  readonly previousHead: string | null;
  readonly sealedAt: Date;
}

/**
 * changed: a column of a row is not what was sealed · deleted: a sealed row is gone · inserted: a row stands where none
 * was sealed · swapped: a sealed row stands in another's place · cut-off: a seal is gone · seal-changed: the seal itself
 * does not fit its head, the one before it, or a head that was kept.
 */
export const findingKinds = ['changed', 'deleted', 'inserted', 'swapped', 'cut-off', 'seal-changed'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Number of the seal. */
  readonly seal: bigint;
  /** The action, where it is about one. */
  readonly actionId: string | null;
  readonly seq: bigint | null;
}

/** What came of a verification. */
export interface SealReport {
  readonly sealCount: bigint;
  readonly rowCount: bigint;
  /** The first `FINDINGS_SHOWN`. */
  readonly findings: readonly Finding[];
  readonly findingCount: bigint;
  /** Rows that no seal covers yet, and the instant of the oldest of them. */
  readonly tailCount: bigint;
  readonly tailSince: Date | null;
}

export const FINDINGS_SHOWN = 200;
