import { Injectable } from '@nestjs/common';
import { price, quantity, type PlainDate } from '@huiji/kernel';
import { jsonRows, recordAction, type Tx } from '@huiji/platform';

import type { InvoiceDraft, MatchPiece } from '../model/invoice';
import type { StoredInvoice, StoredInvoiceLine } from '../model/stored';

export interface NewInvoice {
  readonly draft: InvoiceDraft;
  readonly numberKind: string;
  readonly numberKey: string;
  readonly pieces: readonly MatchPiece[];
  readonly due: {
    readonly dueDate: PlainDate;
    readonly byDays: PlainDate;
    readonly byMonthEnd: PlainDate;
    readonly provisional: boolean;
  };
  readonly registeredBy: string;
}

/** An accepted line as invoices see it, smallest units: what is left of it, and what they took. */
export interface LineUse {
  readonly net: bigint;
  readonly matched: bigint;
}

export const INVOICE_COLUMNS = `i.id, i.seller_id AS "sellerId", i.buyer_id AS "buyerId", i.invoice_code AS code,
  i.invoice_number AS number, i.issued_on AS "issuedOn", i.net_fen AS "netFen", i.tax_fen AS "taxFen",
  i.total_fen AS "totalFen", i.state, i.registered_on AS "registeredOn", i.due_date AS "dueDate",
  i.due_by_days AS "dueByDays", i.due_by_month_end AS "dueByMonthEnd", i.due_provisional AS "dueProvisional",
  i.decided_on AS "decidedOn", i.decision_reason AS "decisionReason"`;

@Injectable()
export class InvoiceRepository {
  /** How accepted lines stand and what invoices took of them; locked until the transaction ends, in one order. */
  async lockUses(tx: Tx, acceptanceLineIds: readonly string[]): Promise<ReadonlyMap<string, LineUse>> {
    const rows = await tx.query<LineUse & { id: string }>(
      `SELECT acceptance_line_id AS id, net_quantity AS net, matched_quantity AS matched FROM settlement.accepted_line_use
       WHERE area = $1 AND acceptance_line_id = ANY($2::uuid[]) ORDER BY acceptance_line_id FOR UPDATE`,
      [tx.area, acceptanceLineIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Makes sure that each accepted line has its row, so that two first invoices wait for each other. */
  async openUses(tx: Tx, accepted: readonly { readonly id: string; readonly net: bigint }[]): Promise<void> {
    await tx.query(
      `INSERT INTO settlement.accepted_line_use AS u (area, acceptance_line_id, net_quantity, matched_quantity)
       SELECT $1, r.id, r.net, 0 FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, net bigint)
       ORDER BY r.id ON CONFLICT DO NOTHING`,
      [tx.area, jsonRows(accepted)],
    );
  }

  /** Sets what is left of accepted lines; the CHECK refuses less than invoices took. The lines are locked. */
  async setNets(tx: Tx, lines: readonly { readonly id: string; readonly net: bigint }[]): Promise<void> {
    await tx.query(
      `UPDATE settlement.accepted_line_use u SET net_quantity = r.net
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, net bigint)
       WHERE u.area = $1 AND u.acceptance_line_id = r.id`,
      [tx.area, jsonRows(lines)],
    );
  }

  /** Adds what the pieces take; the CHECK refuses more than was accepted. */
  async takeUses(tx: Tx, pieces: readonly MatchPiece[]): Promise<void> {
    const taken = new Map<string, bigint>();
    for (const piece of pieces)
      taken.set(piece.acceptanceLineId, (taken.get(piece.acceptanceLineId) ?? 0n) + piece.quantity);
    const rows = [...taken].map(([id, units]) => ({ id, taken: units }));
    await tx.query(
      `UPDATE settlement.accepted_line_use u
       SET matched_quantity = u.matched_quantity + r.taken
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, taken bigint)
       WHERE u.area = $1 AND u.acceptance_line_id = r.id`,
      [tx.area, jsonRows(rows)],
    );
  }

  /** Gives back what a withdrawn invoice took. */
  async giveBackUses(tx: Tx, invoiceId: string): Promise<void> {
    await tx.query(
      `UPDATE settlement.accepted_line_use u SET matched_quantity = u.matched_quantity - m.taken
       FROM (SELECT acceptance_line_id, sum(quantity)::bigint AS taken FROM settlement.invoice_match
             WHERE area = $1 AND invoice_id = $2 GROUP BY acceptance_line_id) m
       WHERE u.area = $1 AND u.acceptance_line_id = m.acceptance_line_id`,
      [tx.area, invoiceId],
    );
  }

  /** Whether its seller used a number before, in whatever state that invoice is. */
  async knows(tx: Tx, sellerId: string, numberKey: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT FROM settlement.invoice WHERE area = $1 AND seller_id = $2 AND number_key = $3',
      [tx.area, sellerId, numberKey],
    );
    return rows.length > 0;
  }

  /** Stores an invoice with its lines and matches; undefined when its seller used the number before. */
  async add(tx: Tx, { draft, due, ...invoice }: NewInvoice): Promise<string | undefined> {
    const id = tx.newId();
    const added = await tx.query(
      `INSERT INTO settlement.invoice (area, id, seller_id, buyer_id, number_kind, invoice_code, invoice_number, number_key,
         issued_on, net_fen, tax_fen, total_fen, state, registered_on, registered_by, due_date, due_by_days, due_by_month_end, due_provisional)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'matched', $13, $14, $15, $16, $17, $18)
       ON CONFLICT ON CONSTRAINT invoice_once DO NOTHING RETURNING id`,
      [
        ...[tx.area, id, draft.sellerId, draft.buyerId, invoice.numberKind, draft.code ?? null, draft.number],
        ...[invoice.numberKey, draft.issuedOn, draft.netFen, draft.taxFen, draft.totalFen],
        ...[tx.businessDate, invoice.registeredBy, due.dueDate, due.byDays, due.byMonthEnd, due.provisional],
      ],
    );
    if (added.length === 0) return undefined;
    await this.addLines(tx, id, draft);
    await this.addPieces(tx, id, invoice.pieces);
    await recordAction(tx, { subjectType: 'invoice', subjectId: id, kind: 'InvoiceMatched', to: 'matched' });
    return id;
  }

  async find(tx: Tx, id: string): Promise<StoredInvoice | undefined> {
    const [row] = await tx.query<StoredInvoice>(
      `SELECT ${INVOICE_COLUMNS} FROM settlement.invoice i WHERE i.area = $1 AND i.id = $2`,
      [tx.area, id],
    );
    return row;
  }

  lines(tx: Tx, invoiceId: string): Promise<StoredInvoiceLine[]> {
    return tx.query<StoredInvoiceLine>(
      `SELECT line_no AS "lineNo", product_id AS "productId", quantity, price_fen AS "priceFen", price_per AS "pricePer",
         amount_fen AS "amountFen"
       FROM settlement.invoice_line WHERE area = $1 AND invoice_id = $2 ORDER BY line_no`,
      [tx.area, invoiceId],
    );
  }

  async pieces(tx: Tx, invoiceId: string): Promise<MatchPiece[]> {
    const rows = await tx.query<MatchPiece>(
      `SELECT line_no AS "lineNo", acceptance_line_id AS "acceptanceLineId", accepted_on AS "acceptedOn", quantity,
         amount_fen AS "amountFen"
       FROM settlement.invoice_match WHERE area = $1 AND invoice_id = $2 ORDER BY line_no, accepted_on, acceptance_line_id`,
      [tx.area, invoiceId],
    );
    return rows.map((row) => ({ ...row, quantity: quantity(row.quantity) }));
  }

  private async addLines(tx: Tx, invoiceId: string, draft: InvoiceDraft): Promise<void> {
    const rows = draft.lines.map((line, index) => {
      const { fen, per } = price(line.price.fen, line.price.per);
      return {
        id: tx.newId(),
        no: index + 1,
        product: line.productId,
        quantity: line.quantity,
        fen,
        per,
        amount: line.amountFen,
      };
    });
    await tx.query(
      `INSERT INTO settlement.invoice_line (area, id, invoice_id, line_no, product_id, quantity, price_fen, price_per, amount_fen)
       SELECT $1, r.id, $2, r.no, r.product, r.quantity, r.fen, r.per, r.amount
       FROM jsonb_to_recordset($3::jsonb)
         AS r(id uuid, no integer, product uuid, quantity bigint, fen bigint, per bigint, amount bigint)`,
      [tx.area, invoiceId, jsonRows(rows)],
    );
  }

  private async addPieces(tx: Tx, invoiceId: string, pieces: readonly MatchPiece[]): Promise<void> {
    const rows = pieces.map((piece) => ({
      id: tx.newId(),
      no: piece.lineNo,
      acceptance: piece.acceptanceLineId,
      day: piece.acceptedOn,
      quantity: piece.quantity,
      amount: piece.amountFen,
    }));
    await tx.query(
      `INSERT INTO settlement.invoice_match (area, id, invoice_id, line_no, acceptance_line_id, accepted_on, quantity, amount_fen)
       SELECT $1, r.id, $2, r.no, r.acceptance, r.day, r.quantity, r.amount
       FROM jsonb_to_recordset($3::jsonb)
         AS r(id uuid, no integer, acceptance uuid, day date, quantity bigint, amount bigint)`,
      [tx.area, invoiceId, jsonRows(rows)],
    );
  }
}
