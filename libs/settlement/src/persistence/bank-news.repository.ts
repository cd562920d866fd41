import { Injectable } from '@nestjs/common';
import type { Fen, PlainDate } from '@huiji/kernel';
import { jsonRows, recordActions, type Tx } from '@huiji/platform';

import type { BankExceptionCode } from '../model/bank-news';
import type { PaymentState } from '../model/payment';

/** A payment the bank may speak of, locked while its words are applied. */
export interface HeardPayment {
  readonly id: string;
  readonly batchId: string;
  readonly payableId: string;
  readonly instructionId: string;
  readonly state: PaymentState;
  readonly amountFen: Fen;
  /** Of the file that it was sent in. */
  readonly messageId: string | null;
  readonly releasedOn: PlainDate | null;
  /** Day on which a statement first booked it. */
  readonly bookedOn: PlainDate | null;
  readonly bookedEntry: string | null;
  readonly returnedEntry: string | null;
}

export interface NewMessage {
  readonly kind: 'pain.002' | 'camt.053' | 'unreadable';
  readonly messageId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly originalMessageId?: string;
  readonly groupStatus?: string;
  readonly entryCount: number;
}

/** One word of the bank and what it did. */
export interface NewEntry {
  readonly entryKey: string;
  readonly kind: 'status' | 'booked' | 'returned' | 'message';
  readonly instructionId?: string;
  readonly paymentId?: string;
  readonly statusCode?: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  readonly amountFen?: bigint;
  readonly bookedOn?: PlainDate;
  readonly outcome: 'applied' | 'kept' | 'exception';
  readonly exceptionCode?: BankExceptionCode;
}

/** What the bank's word changes in a payment. */
export interface PaymentChange {
  readonly id: string;
  readonly from: PaymentState;
  readonly to: PaymentState;
  readonly kind: string;
  readonly statusCode?: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
  readonly bookedEntry?: string;
  readonly returnedEntry?: string;
  /** Day of the booking, or the business date. */
  readonly decidedOn?: PlainDate;
  readonly acceptedOn?: PlainDate;
}

const HEARD = `y.id, y.batch_id AS "batchId", y.payable_id AS "payableId", y.instruction_id AS "instructionId", y.state,
  y.amount_fen AS "amountFen", b.message_id AS "messageId", y.released_on AS "releasedOn",
  (SELECT min(e.booked_on) FROM settlement.bank_entry e
   WHERE e.area = $1 AND e.payment_id = y.id AND e.kind = 'booked' AND e.outcome <> 'exception') AS "bookedOn",
  y.booked_entry AS "bookedEntry", y.returned_entry AS "returnedEntry"`;

@Injectable()
export class BankNewsRepository {
  /** Adds a message; undefined when one of that kind and id was read before. */
  async addMessage(tx: Tx, message: NewMessage): Promise<string | undefined> {
    const id = tx.newId();
    const added = await tx.query(
      `INSERT INTO settlement.bank_message (area, id, kind, message_id, file_name, sha256, original_message_id, group_status,
         entry_count, read_on, read_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT ON CONSTRAINT bank_message_once DO NOTHING RETURNING id`,
      [
        ...[tx.area, id, message.kind, message.messageId, message.fileName.slice(0, 200), message.sha256],
        ...[
          message.originalMessageId ?? null,
          message.groupStatus ?? null,
          message.entryCount,
          tx.businessDate,
          tx.now,
        ],
      ],
    );
    return added.length === 0 ? undefined : id;
  }

  async messageByKey(tx: Tx, kind: string, messageId: string): Promise<{ id: string; sha256: string } | undefined> {
    const [row] = await tx.query<{ id: string; sha256: string }>(
      `SELECT id, sha256 FROM settlement.bank_message WHERE area = $1 AND kind = $2 AND message_id = $3`,
      [tx.area, kind, messageId],
    );
    return row;
  }

  /** Payments by instruction id, locked in the order of their ids. */
  lockHeard(tx: Tx, instructionIds: readonly string[]): Promise<HeardPayment[]> {
    return tx.query<HeardPayment>(
      `SELECT ${HEARD} FROM settlement.payment y JOIN settlement.batch b ON b.area = $1 AND b.id = y.batch_id
       WHERE y.area = $1 AND y.instruction_id = ANY($2::text[]) ORDER BY y.id FOR UPDATE OF y`,
      [tx.area, instructionIds],
    );
  }

  /** Every instruction of the file that a message speaks of as a whole. */
  async instructionsOf(tx: Tx, originalMessageId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT y.instruction_id AS id FROM settlement.batch b
       JOIN settlement.payment y ON y.area = $1 AND y.batch_id = b.id AND y.instruction_id IS NOT NULL
       WHERE b.area = $1 AND b.message_id = $2 ORDER BY y.line_no`,
      [tx.area, originalMessageId],
    );
    return rows.map(({ id }) => id);
  }

  /** Of these keys, those that were read before. */
  async knownEntries(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ key: string }>(
      `SELECT entry_key AS key FROM settlement.bank_entry WHERE area = $1 AND entry_key = ANY($2::text[])`,
      [tx.area, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async addEntries(tx: Tx, messageId: string, entries: readonly NewEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await tx.query(
      `INSERT INTO settlement.bank_entry (area, id, bank_message_id, entry_key, kind, instruction_id, payment_id, status_code,
         reason_code, reason_text, amount_fen, booked_on, outcome, exception_code, read_on)
       SELECT $1, r.id, $2, r."entryKey", r.kind, r."instructionId", r."paymentId", r."statusCode", r."reasonCode",
         r."reasonText", r."amountFen", r."bookedOn", r.outcome, r."exceptionCode", $3
       FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, "entryKey" text, kind text, "instructionId" text, "paymentId" uuid,
         "statusCode" text, "reasonCode" text, "reasonText" text, "amountFen" bigint, "bookedOn" date, outcome text,
         "exceptionCode" text)
       ON CONFLICT ON CONSTRAINT bank_entry_once DO NOTHING`,
      [tx.area, messageId, tx.businessDate, jsonRows(entries.map((entry) => ({ id: tx.newId(), ...entry })))],
    );
  }

  /** Writes what the bank said into payments that are locked, with an action for each. */
  async change(tx: Tx, changes: readonly PaymentChange[]): Promise<void> {
    await tx.query(
      `UPDATE settlement.payment y SET state = r."to", version = y.version + 1,
         status_code = coalesce(r."statusCode", y.status_code),
         reason_code = coalesce(r."reasonCode", y.reason_code), reason_text = coalesce(r."reasonText", y.reason_text),
         booked_entry = coalesce(r."bookedEntry", y.booked_entry),
         returned_entry = coalesce(r."returnedEntry", y.returned_entry),
         accepted_on = coalesce(y.accepted_on, r."acceptedOn"), decided_on = coalesce(r."decidedOn", y.decided_on),
         heard_on = $2, heard_at = $3
       FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, "to" text, "statusCode" text, "reasonCode" text, "reasonText" text,
         "bookedEntry" text, "returnedEntry" text, "decidedOn" date, "acceptedOn" date)
       WHERE y.area = $1 AND y.id = r.id`,
      [tx.area, tx.businessDate, tx.now, jsonRows(changes)],
    );
    await recordActions(
      tx,
      changes.map((change) => ({
        subjectType: 'payment',
        subjectId: change.id,
        kind: change.kind,
        from: change.from,
        to: change.to,
        reason: [change.reasonCode, change.reasonText].filter((word) => word !== undefined).join(' ') || null,
      })),
    );
  }

  /** The bank said again what was known: it was heard, and a booking is noted beside a status. */
  async noteHeard(
    tx: Tx,
    notes: readonly { readonly id: string; readonly bookedEntry?: string; readonly statusCode?: string }[],
  ): Promise<void> {
    if (notes.length === 0) return;
    await tx.query(
      `UPDATE settlement.payment y SET heard_on = $2, heard_at = $3,
         booked_entry = coalesce(y.booked_entry, r."bookedEntry"), status_code = coalesce(r."statusCode", y.status_code)
       FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, "bookedEntry" text, "statusCode" text)
       WHERE y.area = $1 AND y.id = r.id`,
      [tx.area, tx.businessDate, tx.now, jsonRows(notes)],
    );
  }
}
