import { Injectable } from '@nestjs/common';
import { recordActions, recordActionsSelected, type Tx } from '@huiji/platform';

import type { PayableDraft, PayableHold, PayableKind } from '../model/payable';
import type { StoredPayable } from '../model/stored';
import { insertPayables } from './payable.sql';

export const PAYABLE_COLUMNS = `p.id, p.kind, p.source_id AS "sourceId", p.payee_type AS "payeeType", p.payee_id AS "payeeId",
  p.debit_owner_id AS "debitOwnerId", p.amount_fen AS "amountFen", p.due_date AS "dueDate", p.state, p.opened_on AS "openedOn",
  p.held_reason AS "heldReason", p.held_since AS "heldSince"`;

@Injectable()
export class PayableRepository {
  /** Adds one payable; undefined when the document has one already. */
  async add(tx: Tx, draft: PayableDraft): Promise<string | undefined> {
    const [id] = await this.addSelected(
      tx,
      `SELECT $1::text AS kind, $2::uuid AS source_id, $3::text AS payee_type, $4::uuid AS payee_id,
         $5::uuid AS debit_owner_id, $6::bigint AS amount_fen, $7::date AS due_date`,
      [
        ...[draft.kind, draft.sourceId, draft.payeeType, draft.payeeId],
        ...[draft.debitOwnerId ?? null, draft.amountFen, draft.dueDate],
      ],
    );
    return id;
  }

  /** Adds a payable for each row that has none yet; returns the ids of the new ones. */
  async addSelected(tx: Tx, select: string, params: readonly unknown[]): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(insertPayables(select, params.length), [
      ...params,
      tx.area,
      tx.newId(),
      tx.businessDate,
    ]);
    const ids = rows.map(({ id }) => id);
    await recordActionsSelected(
      tx,
      { subjectType: 'payable', kind: 'PayableOpened', reason: null },
      `SELECT u.id, NULL::text, 'open' FROM unnest($1::uuid[]) AS u(id)`,
      [ids],
    );
    return ids;
  }

  /** Puts what is not paid and not held yet on hold; answers the ids. One that sits in a batch stays there, held. */
  async hold(tx: Tx, { kind, sourceIds, reason }: PayableHold): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE settlement.payable SET held_reason = $4, held_since = $5, version = version + 1
       WHERE area = $1 AND kind = $2 AND source_id = ANY($3::uuid[]) AND state <> 'paid' AND held_since IS NULL
       RETURNING id`,
      [tx.area, kind, sourceIds, reason, tx.businessDate],
    );
    const ids = rows.map(({ id }) => id).sort();
    await recordActions(
      tx,
      ids.map((id) => ({ subjectType: 'payable', subjectId: id, kind: 'PayableHeld', payload: { reason } })),
    );
    return ids;
  }

  async find(tx: Tx, id: string): Promise<StoredPayable | undefined> {
    const [row] = await tx.query<StoredPayable>(
      `SELECT ${PAYABLE_COLUMNS} FROM settlement.payable p WHERE p.area = $1 AND p.id = $2`,
      [tx.area, id],
    );
    return row;
  }

  async ofSource(tx: Tx, kind: PayableKind, sourceId: string): Promise<StoredPayable | undefined> {
    const [row] = await tx.query<StoredPayable>(
      `SELECT ${PAYABLE_COLUMNS} FROM settlement.payable p WHERE p.area = $1 AND p.kind = $2 AND p.source_id = $3`,
      [tx.area, kind, sourceId],
    );
    return row;
  }
}
