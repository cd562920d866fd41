import { areaCode } from '@huiji/kernel';
import type { Database, Scope } from '@huiji/platform';
import { FINDINGS_SHOWN, type Finding, type Seal, type SealHead, type SealReport } from './model/seal';
import { FORM, headSql, leavesSql, nextSealSql, tailSql, type LeavesRow } from './persistence/seal.sql';
import { compareLeaves, nameSwaps } from './rules/compare-leaves';
import { BEGIN, headOf, leavesOf } from './seal-head';

interface SealRow extends Seal {
  readonly leaves: Buffer;
}

/** Rows beyond the sealed ones that are read of a seal's range, so that what was slipped in is named within bounds. */
const SURPLUS = 1_000n;

/** Findings kept while the walk goes on: swaps over two seals are paired at the end. */
const KEPT = FINDINGS_SHOWN * 10;

/** Seals between two words of progress. */
const TOLD_EVERY = 20n;

/** Tells how far a verification is. */
export type Progress = (rows: bigint) => Promise<void>;

/**
 * Recomputes every seal of an area from its rows and names what is not as it was sealed. Holds one seal in memory, reads
 * by short statements, changes nothing. Works beside writers: what is sealed does not move.
 */
export class SealVerifier {
  private readonly findings: Finding[] = [];
  private findingCount = 0n;
  private sealCount = 0n;
  private rowCount = 0n;
  private last: Seal | undefined;

  private constructor(
    private readonly database: Database,
    private readonly area: string,
  ) {}

  /** @param kept heads that were kept outside the database; those of other areas are passed over */
  static async verify(
    database: Database,
    area: string,
    kept: readonly SealHead[] = [],
    progress: Progress = () => Promise.resolve(),
  ): Promise<SealReport> {
    const walk = new SealVerifier(database, area);
    for (;;) {
      const seal = await walk.next();
      if (!seal) break;
      await walk.check(seal);
      if (walk.sealCount % TOLD_EVERY === 0n) await progress(walk.rowCount);
    }
    for (const head of kept) if (head.area === area) await walk.checkKept(head);
    return walk.report();
  }

  private read<Row>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    const scope: Scope = { area: areaCode(this.area), actor: { kind: 'system', name: 'verify' } };
    return this.database.read(scope, (tx) => tx.query<Row>(sql, params));
  }

  private async next(): Promise<SealRow | undefined> {
    return (await this.read<SealRow>(nextSealSql, [this.area, this.last?.number ?? 0n]))[0];
  }

  private name(...found: readonly Finding[]): void {
    this.findingCount += BigInt(found.length);
    this.findings.push(...found.slice(0, Math.max(0, KEPT - this.findings.length)));
  }

  private async check(seal: SealRow): Promise<void> {
    const missing = this.missingBefore(seal);
    this.name(...missing.map((number) => aboutSeal('cut-off', number)));
    const linked = missing.length > 0 || follows(seal, this.last);
    if (!linked || seal.form !== FORM || headOf(seal, seal.leaves) !== seal.head)
      this.name(aboutSeal('seal-changed', seal.number));
    await this.checkRows(seal);
    this.sealCount += 1n;
    this.last = seal;
  }

  /** Numbers between the seal before and this one, the first thousand of them. */
  private missingBefore({ number }: Seal): readonly bigint[] {
    const expected = (this.last?.number ?? 0n) + 1n;
    const count = Number(number - expected > SURPLUS ? SURPLUS : number - expected);
    return Array.from({ length: count }, (_, index) => expected + BigInt(index));
  }

  private async checkRows(seal: SealRow): Promise<void> {
    const { afterSeq, lastSeq, rowCount, leaves, number } = seal;
    const [now] = await this.read<LeavesRow>(leavesSql, [this.area, afterSeq, lastSeq, rowCount + SURPLUS]);
    this.rowCount += now?.rowCount ?? 0n;
    const found = now?.leaves ?? Buffer.alloc(0);
    if (!found.equals(leaves)) this.name(...compareLeaves(number, leavesOf(leaves), leavesOf(found)));
  }

  private async checkKept({ number, head }: SealHead): Promise<void> {
    const [row] = await this.read<{ head: string }>(headSql, [this.area, number]);
    if (!row) this.name(aboutSeal('cut-off', number));
    else if (row.head !== head) this.name(aboutSeal('seal-changed', number));
  }

  private async report(): Promise<SealReport> {
    const [tail] = await this.read<{ count: bigint; since: Date | null }>(tailSql, [
      this.area,
      this.last?.lastSeq ?? BEGIN,
    ]);
    const named = nameSwaps(this.findings);
    return {
      sealCount: this.sealCount,
      rowCount: this.rowCount,
      findings: named.slice(0, FINDINGS_SHOWN),
      findingCount: this.findingCount - BigInt(this.findings.length - named.length),
      tailCount: tail?.count ?? 0n,
      tailSince: tail?.since ?? null,
    };
  }
}

const aboutSeal = (kind: 'cut-off' | 'seal-changed', seal: bigint): Finding => ({
  kind,
  seal,
  actionId: null,
  seq: null,
});

/** Whether a seal goes on exactly where the one before it ended. */
const follows = (seal: Seal, last: Seal | undefined): boolean =>
  seal.previousHead === (last?.head ?? null) &&
  seal.afterSeq === (last?.lastSeq ?? BEGIN) &&
  seal.firstPosition === (last ? last.firstPosition + last.rowCount : 1n);
