import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { Outcome, Posting, Reference, Transfer, TransferStatus } from '../model/transfer';

export interface TransferRow {
  readonly id: string;
  readonly code: string;
  readonly debit_account_id: string;
  readonly credit_account_id: string;
  readonly amount_fen: bigint;
  readonly reference_type: string;
  readonly reference_id: string;
  readonly effective_date: PlainDate;
  readonly status: TransferStatus;
  readonly booked_on: PlainDate | null;
}

/** Columns of a transfer `t` with its resolution `r` joined by LEFT JOIN. */
export const TRANSFER_COLUMNS = `t.id, t.code, t.debit_account_id, t.credit_account_id, t.amount_fen,
  t.reference_type, t.reference_id, t.effective_date,
  CASE WHEN NOT t.pending THEN 'posted' ELSE coalesce(r.outcome, 'pending') END AS status,
  CASE WHEN NOT t.pending THEN t.effective_date WHEN r.outcome = 'posted' THEN r.effective_date END AS booked_on`;

export const WITH_RESOLUTION = `ledger.transfer t
  LEFT JOIN ledger.transfer_resolution r ON r.area = t.area AND r.transfer_id = t.id`;

export const transferOf = (row: TransferRow): Transfer => ({
  id: row.id,
  code: row.code,
  debitAccountId: row.debit_account_id,
  creditAccountId: row.credit_account_id,
  amountFen: row.amount_fen,
  reference: { type: row.reference_type, id: row.reference_id },
  effectiveDate: row.effective_date,
  status: row.status,
  bookedOn: row.booked_on,
});

/** The two accounts a transfer moves between, by id. */
interface Sides {
  readonly debitId: string;
  readonly creditId: string;
}

@Injectable()
export class TransferRepository {
  /** Adds the transfer and its effect on both balances; the id, or undefined when this posting is there already. */
  async add(tx: Tx, posting: Posting, { debitId, creditId }: Sides): Promise<string | undefined> {
    const id = tx.newId();
    const touched = await tx.query(
      `WITH added AS (
         INSERT INTO ledger.transfer (area, id, code, debit_account_id, credit_account_id, amount_fen, pending,
           reference_type, reference_id, effective_date, posted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT ON CONSTRAINT transfer_once DO NOTHING
         RETURNING debit_account_id, credit_account_id, amount_fen, pending)
       UPDATE ledger.account_balance b SET
         debits_posted_fen = b.debits_posted_fen
           + CASE WHEN b.account_id = a.debit_account_id AND NOT a.pending THEN a.amount_fen ELSE 0 END,
         credits_posted_fen = b.credits_posted_fen
           + CASE WHEN b.account_id = a.credit_account_id AND NOT a.pending THEN a.amount_fen ELSE 0 END,
         debits_pending_fen = b.debits_pending_fen
           + CASE WHEN b.account_id = a.debit_account_id AND a.pending THEN a.amount_fen ELSE 0 END,
         credits_pending_fen = b.credits_pending_fen
           + CASE WHEN b.account_id = a.credit_account_id AND a.pending THEN a.amount_fen ELSE 0 END
       FROM added a
       WHERE b.area = $1 AND b.account_id IN ($4, $5)
       RETURNING b.account_id`,
      [
        tx.area,
        id,
        posting.code,
        debitId,
        creditId,
        posting.amountFen,
        posting.pending ?? false,
        posting.reference.type,
        posting.reference.id,
        posting.effectiveDate,
        tx.now,
      ],
    );
    return touched.length === 2 ? id : undefined;
  }

  async find(tx: Tx, id: string): Promise<(Transfer & { readonly pending: boolean }) | undefined> {
    const rows = await tx.query<TransferRow & { pending: boolean }>(
      `SELECT ${TRANSFER_COLUMNS}, t.pending FROM ${WITH_RESOLUTION} WHERE t.area = $1 AND t.id = $2`,
      [tx.area, id],
    );
    return rows[0] && { ...transferOf(rows[0]), pending: rows[0].pending };
  }

  async ofReference(tx: Tx, reference: Reference): Promise<readonly Transfer[]> {
    const rows = await tx.query<TransferRow>(
      `SELECT ${TRANSFER_COLUMNS} FROM ${WITH_RESOLUTION}
       WHERE t.area = $1 AND t.reference_id = $2 AND t.reference_type = $3 ORDER BY t.effective_date, t.id`,
      [tx.area, reference.id, reference.type],
    );
    return rows.map(transferOf);
  }

  /** Adds the resolution and its effect on both balances; false when the transfer has one already. */
  async resolve(tx: Tx, transfer: Transfer, outcome: Outcome, effectiveDate: PlainDate): Promise<boolean> {
    const touched = await tx.query(
      `WITH added AS (
         INSERT INTO ledger.transfer_resolution (area, transfer_id, outcome, effective_date, resolved_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (area, transfer_id) DO NOTHING RETURNING outcome)
       UPDATE ledger.account_balance b SET
         debits_pending_fen = b.debits_pending_fen - CASE WHEN b.account_id = $6 THEN $8::bigint ELSE 0 END,
         credits_pending_fen = b.credits_pending_fen - CASE WHEN b.account_id = $7 THEN $8::bigint ELSE 0 END,
         debits_posted_fen = b.debits_posted_fen
           + CASE WHEN b.account_id = $6 AND a.outcome = 'posted' THEN $8::bigint ELSE 0 END,
         credits_posted_fen = b.credits_posted_fen
           + CASE WHEN b.account_id = $7 AND a.outcome = 'posted' THEN $8::bigint ELSE 0 END
       FROM added a
       WHERE b.area = $1 AND b.account_id IN ($6, $7)
       RETURNING b.account_id`,
      [
        tx.area,
        transfer.id,
        outcome,
        effectiveDate,
        tx.now,
        transfer.debitAccountId,
        transfer.creditAccountId,
        transfer.amountFen,
      ],
    );
    return touched.length === 2;
  }
}
