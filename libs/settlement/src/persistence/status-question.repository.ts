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
  async add(tx: Tx, paymentId: string, askedBy: string): Promise<string> {
    const id = tx.newId();
    await tx.query(
      `INSERT INTO settlement.status_question (area, id, payment_id, message_id, asked_by, asked_on, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.area, id, paymentId, `Q${tx.area}-${id.replaceAll('-', '').slice(0, 27)}`, askedBy, tx.businessDate, tx.now],
    );
    return id;
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
