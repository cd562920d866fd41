import { Inject, Injectable } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { CONFIG, Database, type Config, type Scope, type Tx } from '@huiji/platform';
import type { Seal } from './model/seal';
import {
  forgetLooksSql,
  FORM,
  insertSealSql,
  lastSealSql,
  leavesSql,
  lookSql,
  ripeSql,
  stampLooksSql,
  type LeavesRow,
} from './persistence/seal.sql';
import { BEGIN, nextSeal } from './seal-head';
import { SealPublisher } from './seal-publisher';

/** Most rows of one seal: its leaves are some 560 KB. */
export const SEAL_ROWS = 10_000;

/** Seconds in which a transaction that has taken a place in the trail has its own id, however busy the machine. */
const MARGIN_SECONDS = 1;

const scopeOf = (area: string): Scope => ({ area: areaCode(area), actor: { kind: 'system', name: 'sealer' } });

/**
 * Chains what happened in an area into numbered seals (封存). The rows were added unchained by the transactions of the
 * business, in the order of a sequence, and may become visible later than rows after them. So the sealer first notes how
 * far the trail reaches (a look), and seals up to there only when every transaction that had begun by then is over: the
 * database ends a transaction of the application after HUIJI_LONGEST_TRANSACTION_SECONDS, and where one server holds the
 * area its snapshots say so too. Nothing is locked, nobody waits.
 */
@Injectable()
export class Sealer {
  constructor(
    private readonly database: Database,
    private readonly publisher: SealPublisher,
    @Inject(CONFIG) private readonly config: Pick<Config, 'longestTransactionSeconds'>,
  ) {}

  /** Looks, and seals what is ripe, seal by seal in transactions of their own; answers the seals it made. */
  async turn(area: string, rows = SEAL_ROWS): Promise<readonly Seal[]> {
    await this.write(area, async (tx) => {
      await tx.query(stampLooksSql, [area, MARGIN_SECONDS]);
      await tx.query(lookSql, [area]);
    });
    const ripe = await this.ripe(area);
    if (ripe === null) return [];
    const made: Seal[] = [];
    for (;;) {
      const seal = await this.sealNext(area, ripe, rows);
      if (!seal) break;
      this.publisher.publish(seal);
      made.push(seal);
    }
    await this.write(area, (tx) => tx.query(forgetLooksSql, [area]));
    return made;
  }

  /** How far the area may be sealed now; null when nothing is old enough. */
  private async ripe(area: string): Promise<bigint | null> {
    const seconds = this.config.longestTransactionSeconds + MARGIN_SECONDS;
    const [row] = await this.database.read(scopeOf(area), (tx) =>
      tx.query<{ seq: bigint | null }>(ripeSql, [area, seconds]),
    );
    return row?.seq ?? null;
  }

  /** One more seal, or none when nothing is left or another sealer made it. */
  private async sealNext(area: string, upTo: bigint, rows: number): Promise<Seal | undefined> {
    return this.write(area, async (tx) => {
      const [last] = await tx.query<Seal>(lastSealSql, [area]);
      const [found] = await tx.query<LeavesRow>(leavesSql, [area, last?.lastSeq ?? BEGIN, upTo, rows]);
      if (!found?.leaves || found.lastSeq === null) return undefined;
      const { leaves, rowCount, lastSeq } = found;
      const seal = nextSeal(area, last, { leaves, rowCount, lastSeq }, FORM, tx.now);
      const { number, form, firstPosition, afterSeq, previousHead, head, sealedAt } = seal;
      const added = await tx.query(insertSealSql, [
        ...[area, number, form, firstPosition, rowCount, afterSeq, lastSeq],
        ...[previousHead, head, leaves, sealedAt],
      ]);
      return added.length === 1 ? seal : undefined;
    });
  }

  private async write<T>(area: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await this.database.inTransaction(scopeOf(area), async (tx) => ok(await work(tx)));
    if (!done.ok) throw new Error(`the trail of ${area} was not sealed: ${done.refusal.code}`);
    return done.value;
  }
}
