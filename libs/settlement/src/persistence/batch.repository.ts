import { Injectable } from '@nestjs/common';
import type { Fen, PlainDate } from '@huiji/kernel';
import { recordAction, recordActionsSelected, type Tx } from '@huiji/platform';

import type { BatchSeal } from '../model/batch';
import type { PayableKind } from '../model/payable';
import type { StoredBatch } from '../model/stored';
import { changedAccounts, insertBatchLines, sealOfBatch, setPayeeAccounts } from './batch.sql';

export const BATCH_COLUMNS = `b.id, b.year, b.number, b.state, b.version, b.made_by AS "madeBy", b.made_on AS "madeOn",
  b.locked_on AS "lockedOn", b.line_count AS "lineCount", b.sum_fen AS "sumFen", b.seal_sha256 AS "sealSha256",
  b.reviewed_on AS "reviewedOn", b.released_on AS "releasedOn", b.released_at AS "releasedAt",
  b.message_id AS "messageId", b.sent_on AS "sentOn", b.settled_on AS "settledOn"`;

/** Which payables a batch takes; absent means any. */
export interface BatchChoice {
  readonly kinds?: readonly PayableKind[];
  readonly dueBy?: PlainDate;
  readonly payableIds?: readonly string[];
}

/** The figures of a batch as its lines are now. */
export interface FoundSeal extends BatchSeal {
  readonly withoutAccount: bigint;
}

@Injectable()
export class BatchRepository {
  async add(tx: Tx, madeBy: string): Promise<string> {
    const id = tx.newId();
    const year = Number(tx.businessDate.slice(0, 4));
    const [counter] = await tx.query<{ number: bigint }>(
      `INSERT INTO settlement.batch_counter AS c (area, year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (area, year) DO UPDATE SET last_number = c.last_number + 1 RETURNING last_number AS number`,
      [tx.area, year],
    );
    await tx.query(
      `INSERT INTO settlement.batch (area, id, year, number, state, made_by, made_on) VALUES ($1, $2, $3, $4, 'draft', $5, $6)`,
      [tx.area, id, year, counter?.number, madeBy, tx.businessDate],
    );
    await recordAction(tx, { subjectType: 'payment-batch', subjectId: id, kind: 'BatchMade', to: 'draft' });
    return id;
  }

  /** Fills a draft with lines; returns how many. */
  async addLines(tx: Tx, batchId: string, choice: BatchChoice, mostLines: number): Promise<bigint> {
    await tx.query(insertBatchLines, [
      ...[tx.area, batchId, tx.newId(), choice.kinds ?? null, choice.dueBy ?? null, choice.payableIds ?? null],
      mostLines,
    ]);
    await recordActionsSelected(
      tx,
      { subjectType: 'payment', kind: 'PaymentPlanned', reason: null },
      `SELECT id, NULL::text, 'planned' FROM settlement.payment WHERE area = $1 AND batch_id = $2`,
      [tx.area, batchId],
    );
    return (await this.seal(tx, batchId)).count;
  }

  async find(tx: Tx, id: string): Promise<StoredBatch | undefined> {
    return this.one(tx, id, '');
  }

  /** The batch, locked until the transaction ends: whoever changes a batch waits here. */
  async lock(tx: Tx, id: string): Promise<StoredBatch | undefined> {
    return this.one(tx, id, 'FOR UPDATE');
  }

  async setAccounts(tx: Tx, batchId: string): Promise<void> {
    await tx.query(setPayeeAccounts, [tx.area, batchId]);
  }

  async seal(tx: Tx, batchId: string): Promise<FoundSeal> {
    const [row] = await tx.query<{ count: bigint; sum_fen: Fen; sha256: string; without_account: bigint }>(
      sealOfBatch,
      [tx.area, batchId],
    );
    if (!row) throw new Error('figures are one row');
    return { count: row.count, sumFen: row.sum_fen, sha256: row.sha256, withoutAccount: row.without_account };
  }

  /** Lines whose account is no longer the confirmed one of their payee. */
  async changedAccounts(tx: Tx, batchId: string): Promise<bigint> {
    const [row] = await tx.query<{ count: bigint }>(changedAccounts, [tx.area, batchId]);
    return row?.count ?? 0n;
  }

  /** What the lines under review of a batch would pay. */
  async plannedPayables(tx: Tx, batchId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT payable_id AS id FROM settlement.payment WHERE area = $1 AND batch_id = $2 AND state = 'planned'`,
      [tx.area, batchId],
    );
    return rows.map(({ id }) => id);
  }

  /** Everybody who is paid by a batch. */
  async payees(tx: Tx, batchId: string): Promise<readonly { payeeType: 'organisation' | 'person'; payeeId: string }[]> {
    return tx.query(
      `SELECT DISTINCT payee_type AS "payeeType", payee_id AS "payeeId" FROM settlement.payment
       WHERE area = $1 AND batch_id = $2 ORDER BY 1, 2`,
      [tx.area, batchId],
    );
  }

  /** Of these payables, those that are not open. */
  async notOpen(tx: Tx, payableIds: readonly string[]): Promise<readonly { id: string; state: string | null }[]> {
    return tx.query(
      `SELECT u.id, p.state FROM unnest($2::uuid[]) AS u(id)
       LEFT JOIN settlement.payable p ON p.area = $1 AND p.id = u.id
       WHERE p.state IS DISTINCT FROM 'open'`,
      [tx.area, payableIds],
    );
  }

  /** How many of these payables are on hold. */
  async held(tx: Tx, payableIds: readonly string[]): Promise<bigint> {
    const [row] = await tx.query<{ count: bigint }>(
      `SELECT count(*) AS count FROM settlement.payable
       WHERE area = $1 AND id = ANY($2::uuid[]) AND held_since IS NOT NULL`,
      [tx.area, payableIds],
    );
    return row?.count ?? 0n;
  }

  /** The review step of a day: kept on the batch for those who may not read its approval. */
  async noteReview(tx: Tx, batchId: string): Promise<void> {
    await tx.query('UPDATE settlement.batch SET reviewed_on = $3 WHERE area = $1 AND id = $2', [
      tx.area,
      batchId,
      tx.businessDate,
    ]);
  }

  private async one(tx: Tx, id: string, lock: '' | 'FOR UPDATE'): Promise<StoredBatch | undefined> {
    const [row] = await tx.query<StoredBatch>(
      `SELECT ${BATCH_COLUMNS} FROM settlement.batch b WHERE b.area = $1 AND b.id = $2 ${lock}`,
      [tx.area, id],
    );
    return row;
  }
}
