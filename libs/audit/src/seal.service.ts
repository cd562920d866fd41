import { Inject, Injectable } from '@nestjs/common';
import { areaCode, ok, type Result } from '@huiji/kernel';
import {
  announce,
  CONFIG,
  Database,
  Keyset,
  personOf,
  recordAction,
  type Caller,
  type Config,
  type Connection,
  type PageRequest,
  type Scope,
  type Tx,
} from '@huiji/platform';
import { verifySealsJob } from './jobs/definitions';
import type { Seal } from './model/seal';
import { headsSql, lastSealSql, sealPageSql, tailSql } from './persistence/seal.sql';
import {
  finishVerificationSql,
  insertVerificationSql,
  keptHeadsSql,
  sealedRowsSql,
  verificationPageSql,
  verificationProgressSql,
  verificationSql,
  type VerificationRow,
} from './persistence/verification.sql';
import { headsText, readKeptHeads } from './rules/kept-heads';
import { BEGIN } from './seal-head';
import { sealWords } from './seal-publisher';
import { SealVerifier } from './seal-verifier';

/** How far an area is sealed, and what no seal covers yet. */
export interface SealState {
  readonly lastSeal: Seal | null;
  readonly unsealedCount: bigint;
  readonly unsealedSince: Date | null;
  /** Seconds before what happens can be sealed. */
  readonly longestTransactionSeconds: number;
}

/** The most heads of one text to keep. */
const HEADS_AT_ONCE = 10_000;

const newest = new Keyset<Seal>(
  'seals-newest',
  [{ sql: 's.number', type: 'bigint', of: ({ number }) => number }],
  'desc',
);
const newestAsked = new Keyset<VerificationRow>(
  'verifications-newest',
  [
    { sql: 'v.asked_at', type: 'timestamptz', of: ({ askedAt }) => askedAt },
    { sql: 'v.id', type: 'uuid', of: ({ id }) => id },
  ],
  'desc',
);

const systemOf = (area: string): Scope => ({ area: areaCode(area), actor: { kind: 'system', name: 'verify' } });

/** The seals of an area as people see, keep and verify them (封存与核验). */
@Injectable()
export class SealService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'longestTransactionSeconds'>,
  ) {}

  page({ scope }: Caller, page: PageRequest): Promise<Connection<Seal>> {
    const slice = newest.slice(page, 3);
    return this.database.read(scope, async (tx) => {
      const sql = sealPageSql(slice.where, slice.orderBy);
      return newest.connection(page, await tx.query<Seal>(sql, [tx.area, slice.limit, ...slice.params]), (row) => row);
    });
  }

  state({ scope }: Caller): Promise<SealState> {
    return this.database.read(scope, async (tx) => {
      const [last] = await tx.query<Seal>(lastSealSql, [tx.area]);
      const after = last?.lastSeq ?? BEGIN;
      const [tail] = await tx.query<{ count: bigint; since: Date | null }>(tailSql, [tx.area, after]);
      return {
        lastSeal: last ?? null,
        unsealedCount: tail?.count ?? 0n,
        unsealedSince: tail?.since ?? null,
        longestTransactionSeconds: this.config.longestTransactionSeconds,
      };
    });
  }

  /** Heads from a number on, as a text to keep outside the database; at most 10,000. */
  headsFrom({ scope }: Caller, number: bigint): Promise<string> {
    return this.database.read(scope, async (tx) => {
      const seals = await tx.query<Seal>(headsSql, [tx.area, number, HEADS_AT_ONCE]);
      return headsText(seals.map((seal) => ({ ...seal, words: sealWords(seal) })));
    });
  }

  /** Asks for a verification; the job does it. Refuses BAD_INPUT with the issues of `readKeptHeads`. */
  async ask(tx: Tx, keptHeads: string): Promise<Result<string>> {
    const heads = readKeptHeads(keptHeads);
    if (!heads.ok) return heads;
    const id = tx.newId();
    await tx.query(insertVerificationSql, [tx.area, id, personOf(tx), tx.now, keptHeads]);
    await recordAction(tx, {
      subjectType: 'seal-verification',
      subjectId: id,
      kind: 'SealVerificationAsked',
      payload: { keptHeads: heads.value.length },
    });
    await announce(tx, verifySealsJob, { area: tx.area, verificationId: id });
    return ok(id);
  }

  async find(tx: Tx, id: string): Promise<VerificationRow | undefined> {
    return (await tx.query<VerificationRow>(verificationSql, [tx.area, id]))[0];
  }

  verifications({ scope }: Caller, page: PageRequest): Promise<Connection<VerificationRow>> {
    const slice = newestAsked.slice(page, 3);
    return this.database.read(scope, async (tx) => {
      const sql = verificationPageSql(slice.where, slice.orderBy);
      const rows = await tx.query<VerificationRow>(sql, [tx.area, slice.limit, ...slice.params]);
      return newestAsked.connection(page, rows, (row) => row);
    });
  }

  /** Does what was asked; a second time nothing. */
  async verify(area: string, id: string, telling: (done: bigint, total: bigint) => Promise<void>): Promise<void> {
    const begun = await this.database.read(systemOf(area), async (tx) => ({
      asked: (await tx.query<{ keptHeads: string }>(keptHeadsSql, [tx.area, id]))[0],
      total: (await tx.query<{ rows: bigint }>(sealedRowsSql, [tx.area]))[0]?.rows ?? 0n,
    }));
    if (!begun.asked) return;
    const kept = readKeptHeads(begun.asked.keptHeads);
    const told = async (done: bigint): Promise<void> => {
      const total = begun.total > done ? begun.total : done;
      await this.database.inTransaction(systemOf(area), async (tx) =>
        ok(await tx.query(verificationProgressSql, [area, id, done, total])),
      );
      await telling(done, total);
    };
    const report = await SealVerifier.verify(this.database, area, kept.ok ? kept.value : [], told);
    const findings = report.findings.map(({ kind, seal, actionId, seq }) => ({
      ...{ kind, actionId },
      ...{ seal: seal.toString(), seq: seq?.toString() ?? null },
    }));
    await this.database.inTransaction(systemOf(area), async (tx) => {
      const { sealCount, rowCount, findingCount, tailCount, tailSince } = report;
      await tx.query(finishVerificationSql, [
        ...[area, id, tx.now, sealCount, rowCount, findingCount],
        ...[JSON.stringify(findings), tailCount, tailSince],
      ]);
      return ok(undefined);
    });
  }
}
