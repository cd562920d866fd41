import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

export interface StoredQuestion {
  readonly id: string;
  readonly messageId: string;
  readonly askedAt: Date;
  readonly originalMessageId: string;
  readonly instructionId: string;
  readonly delivered: boolean;
}

/** Questions to the bank about payments of unknown outcome. */
@Injectable()
export class StatusQuestionRepository {
  /** Closes questions of earlier business days about a payment, then adds one; undefined when one of today waits. */
  async add(tx: Tx, paymentId: string, askedBy: string): Promise<string | undefined> {
    await tx.query(
      `UPDATE settlement.status_question SET closed_at = $3
       WHERE area = $1 AND payment_id = $2 AND closed_at IS NULL AND asked_on < $4`,
      [tx.area, paymentId, tx.now, tx.businessDate],
    );
    const id = tx.newId();
    const added = await tx.query(
      `INSERT INTO settlement.status_question (area, id, payment_id, message_id, asked_by, asked_on, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (area, payment_id) WHERE closed_at IS NULL DO NOTHING RETURNING id`,
      [tx.area, id, paymentId, `Q${tx.area}-${id.replaceAll('-', '').slice(0, 27)}`, askedBy, tx.businessDate, tx.now],
    );
    return added.length === 0 ? undefined : id;
  }

  /** When the question was asked that waits for its answer. */
  async waitsSince(tx: Tx, paymentId: string): Promise<Date | undefined> {
    const [row] = await tx.query<{ asked_at: Date }>(
      `SELECT asked_at FROM settlement.status_question WHERE area = $1 AND payment_id = $2 AND closed_at IS NULL`,
      [tx.area, paymentId],
    );
    return row?.asked_at;
  }

  /** The bank was heard of these payments: what was asked about them waits no longer. */
  async close(tx: Tx, paymentIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE settlement.status_question SET closed_at = $3
       WHERE area = $1 AND payment_id = ANY ($2::uuid[]) AND closed_at IS NULL`,
      [tx.area, paymentIds, tx.now],
    );
  }

  async find(tx: Tx, id: string): Promise<StoredQuestion | undefined> {
    const [row] = await tx.query<StoredQuestion>(
      `SELECT q.id, q.message_id AS "messageId", q.asked_at AS "askedAt", b.message_id AS "originalMessageId",
         y.instruction_id AS "instructionId", q.delivered_at IS NOT NULL AS delivered
       FROM settlement.status_question q
       JOIN settlement.payment y ON y.area = $1 AND y.id = q.payment_id
       JOIN settlement.batch b ON b.area = $1 AND b.id = y.batch_id
       WHERE q.area = $1 AND q.id = $2`,
      [tx.area, id],
    );
    return row;
  }

  async markDelivered(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE settlement.status_question SET delivered_at = $3 WHERE area = $1 AND id = $2 AND delivered_at IS NULL`,
      [tx.area, id, tx.now],
    );
  }
}
