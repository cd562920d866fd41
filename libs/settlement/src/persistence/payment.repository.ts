import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

import type { StoredPayment } from '../model/stored';
import { moveSelected } from './state-moves';

export const PAYMENT_COLUMNS = `y.id, y.batch_id AS "batchId", y.line_no AS "lineNo", y.payable_id AS "payableId", y.attempt,
  y.previous_payment_id AS "previousPaymentId", y.amount_fen AS "amountFen", y.payee_type AS "payeeType",
  y.payee_id AS "payeeId", y.payee_account_id AS "payeeAccountId", y.holder_name AS "holderName",
  y.account_masked AS "accountMasked", y.cnaps, y.state, y.instruction_id AS "instructionId",
  y.released_on AS "releasedOn", y.sent_on AS "sentOn", y.accepted_on AS "acceptedOn", y.decided_on AS "decidedOn",
  y.heard_at AS "heardAt", y.heard_on AS "heardOn", y.status_code AS "statusCode", y.reason_code AS "reasonCode",
  y.reason_text AS "reasonText", y.booked_entry AS "bookedEntry", y.returned_entry AS "returnedEntry"`;

const TABLE = { table: 'settlement.payment', subjectType: 'payment' } as const;

/** Payments told of together. */
export interface PaymentGroup {
  readonly batchId: string;
  /** Null: of every payee of the batch. */
  readonly payeeId: string | null;
  readonly count: bigint;
  readonly sumFen: bigint;
  readonly firstId: string;
}

@Injectable()
export class PaymentRepository {
  async find(tx: Tx, id: string): Promise<StoredPayment | undefined> {
    const [row] = await tx.query<StoredPayment>(
      `SELECT ${PAYMENT_COLUMNS} FROM settlement.payment y WHERE y.area = $1 AND y.id = $2`,
      [tx.area, id],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<StoredPayment | undefined> {
    const [row] = await tx.query<StoredPayment>(
      `SELECT ${PAYMENT_COLUMNS} FROM settlement.payment y WHERE y.area = $1 AND y.id = $2 FOR UPDATE`,
      [tx.area, id],
    );
    return row;
  }

  /** Lines of a batch after a line number, in order: one page of the file to the bank. */
  async linesAfter(tx: Tx, batchId: string, after: bigint, most: number): Promise<readonly StoredPayment[]> {
    return tx.query<StoredPayment>(
      `SELECT ${PAYMENT_COLUMNS} FROM settlement.payment y
       WHERE y.area = $1 AND y.batch_id = $2 AND y.line_no > $3 ORDER BY y.line_no LIMIT $4`,
      [tx.area, batchId, after, most],
    );
  }

  /** Every payment of a payable, first try first. */
  async ofPayable(tx: Tx, payableId: string): Promise<readonly StoredPayment[]> {
    return tx.query<StoredPayment>(
      `SELECT ${PAYMENT_COLUMNS} FROM settlement.payment y WHERE y.area = $1 AND y.payable_id = $2 ORDER BY y.attempt`,
      [tx.area, payableId],
    );
  }

  /**
   * The file was handed over: what the bank has not spoken of yet counts as sent. (The condition names every parameter,
   * since each of the three statements of the move is given them all.)
   */
  async recordSent(tx: Tx, batchId: string): Promise<void> {
    await moveSelected(
      tx,
      {
        ...TABLE,
        kind: 'PaymentSent',
        to: 'sent',
        set: `, sent_on = $2::date, heard_on = $2::date, heard_at = $3::timestamptz`,
      },
      `batch_id = $1 AND state = 'ready' AND $2::date IS NOT NULL AND $3::timestamptz IS NOT NULL`,
      [batchId, tx.businessDate, tx.now],
    );
    await tx.query(
      `UPDATE settlement.payment SET sent_on = $3 WHERE area = $1 AND batch_id = $2 AND sent_on IS NULL AND state <> 'ready'`,
      [tx.area, batchId, tx.businessDate],
    );
  }

  /** Silence is unknown: no word since `since`, or since an earlier business day. Returns how many. */
  noteSilence(tx: Tx, since: Date): Promise<bigint> {
    return moveSelected(
      tx,
      { ...TABLE, kind: 'PaymentFellSilent', to: 'unknown' },
      `state IN ('sent', 'accepted') AND (heard_at <= $1::timestamptz OR heard_on < $2::date)`,
      [since, tx.businessDate],
    );
  }

  /** Payments by batch (payee null), and by batch and organisation: how many, their sum, and one of them. */
  groups(tx: Tx, paymentIds: readonly string[]): Promise<readonly PaymentGroup[]> {
    return tx.query(
      `SELECT p.batch_id AS "batchId", CASE WHEN GROUPING(p.payee_id) = 0 THEN p.payee_id END AS "payeeId",
              count(*) AS count, sum(p.amount_fen)::bigint AS "sumFen",
              (array_agg(p.id ORDER BY p.line_no))[1] AS "firstId"
       FROM settlement.payment p WHERE p.area = $1 AND p.id = ANY($2::uuid[])
       GROUP BY GROUPING SETS ((p.batch_id), (p.batch_id, p.payee_type, p.payee_id))
       HAVING GROUPING(p.payee_id) = 1 OR p.payee_type = 'organisation'
       ORDER BY 1, 2 NULLS FIRST`,
      [tx.area, paymentIds],
    );
  }

  /** Every payment of unknown outcome. */
  async unknownOf(tx: Tx): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM settlement.payment WHERE area = $1 AND state = 'unknown'`,
      [tx.area],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether anything in a batch may still be decided by the bank. */
  async hasUndecided(tx: Tx, batchId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM settlement.payment
       WHERE area = $1 AND batch_id = $2 AND state IN ('planned', 'ready', 'sent', 'accepted', 'unknown') LIMIT 1`,
      [tx.area, batchId],
    );
    return rows.length > 0;
  }
}
