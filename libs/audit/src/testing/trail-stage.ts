import { ok } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { recordActions } from '@huiji/platform';
import type { Seal } from '../model/seal';
import { SealPublisher } from '../seal-publisher';
import { Sealer } from '../sealer';

export const AREA = '510900';
export const OTHER_AREA = '500000';
export const SUBJECT = '0190c6a4-5c1e-7b1a-9f00-000000000009';
export const SOMEBODY = '01900000-0000-7000-8000-000000000001';

/** Keeps what would go to the log. */
export class KeptPublisher extends SealPublisher {
  readonly published: Seal[] = [];
  override publish(seal: Seal): void {
    this.published.push(seal);
  }
}

/** Two areas with a trail to seal; looks are made old by hand, so that nobody waits for a longest transaction. */
export class TrailStage {
  readonly publisher = new KeptPublisher();
  readonly sealer: Sealer;

  private constructor(readonly db: TestDatabase) {
    this.sealer = new Sealer(db.database, this.publisher, { longestTransactionSeconds: 900 });
  }

  static async open(): Promise<TrailStage> {
    const db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, OTHER_AREA);
    return new TrailStage(db);
  }

  /** Adds so many actions of a person in one transaction. */
  async happen(count: number, area = AREA): Promise<void> {
    await this.db.database.inTransaction(this.db.scope(area, SOMEBODY), async (tx) => {
      const actions = Array.from({ length: count }, (_, index) => ({
        subjectType: 'thing',
        subjectId: SUBJECT,
        kind: 'ThingSeen',
        reason: `第 ${index} 次`,
        payload: { index, words: '看"了', deep: [{ b: 1, a: null }] },
      }));
      await recordActions(tx, actions);
      return ok(undefined);
    });
  }

  /** As if the longest transaction had passed since every look. */
  async timePasses(): Promise<void> {
    await this.db.ownerQuery(`UPDATE platform.seal_look SET seen_at = seen_at - interval '1 hour'`);
  }

  /** Looks, lets time pass and seals once; `rows` to a seal. */
  async sealOnce(rows?: number, area = AREA): Promise<readonly Seal[]> {
    const first = await this.sealer.turn(area, rows);
    await this.timePasses();
    return [...first, ...(await this.sealer.turn(area, rows))];
  }

  /** Looks, lets time pass and seals until nothing is left. */
  async seal(rows?: number, area = AREA): Promise<readonly Seal[]> {
    const made: Seal[] = [];
    const end = Date.now() + 20_000;
    do {
      made.push(...(await this.sealOnce(rows, area)));
    } while ((await this.unsealed(area)) > 0n && Date.now() < end);
    return made;
  }

  private async unsealed(area: string): Promise<bigint> {
    const [row] = await this.db.ownerQuery<{ n: bigint }>(
      `SELECT (SELECT count(*) FROM platform.action WHERE area = $1)
         - (SELECT coalesce(sum(row_count), 0) FROM platform.seal WHERE area = $1)::bigint AS n`,
      [area],
    );
    return row?.n ?? 0n;
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
