import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import {
  badInput,
  minDate,
  notFound,
  ok,
  present,
  quantity,
  refuse,
  type FieldIssue,
  type Result,
} from '@huiji/kernel';
import { nextState, personOf, type Caller, type Tx } from '@huiji/platform';

import { AcceptedGoods } from './accepted-goods';
import type { AcceptedFact, InvoiceAction, InvoiceDraft, MatchPiece } from './model/invoice';
import { PayableService } from './payable.service';
import type { StoredInvoice } from './model/stored';
import { InvoiceRepository, type NewInvoice } from './persistence/invoice.repository';
import { moveWith } from './persistence/state-moves';
import { readInvoiceNumber } from './rules/invoice-number';
import { invoiceTransitions } from './rules/invoice-states';
import { matchInvoices } from './rules/match-invoices';
import { mismatchIssue } from './rules/mismatch-issues';

/** Most lines of one invoice. */
const MAX_LINES = 2_000;
const MAX_REASON = 500;

const kinds = { confirm: 'InvoiceConfirmed', dispute: 'InvoiceDisputed', withdraw: 'InvoiceWithdrawn' } as const;

const draftIssues = (tx: Tx, draft: InvoiceDraft): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  if (draft.issuedOn > tx.businessDate) issues.push({ field: 'issuedOn', code: 'INVOICE_FROM_THE_FUTURE' });
  if (draft.lines.length === 0) issues.push({ field: 'lines', code: 'INVOICE_WITHOUT_LINES' });
  if (draft.lines.length > MAX_LINES)
    issues.push({ field: 'lines', code: 'INVOICE_TOO_LONG', facts: { most: MAX_LINES.toString() } });
  if (draft.netFen < 0n) issues.push({ field: 'net', code: 'INVOICE_AMOUNT_NEGATIVE' });
  if (draft.taxFen < 0n) issues.push({ field: 'tax', code: 'INVOICE_AMOUNT_NEGATIVE' });
  if (draft.totalFen <= 0n) issues.push({ field: 'total', code: 'INVOICE_AMOUNT_NOT_POSITIVE' });
  draft.lines.forEach((line, index) => {
    if (line.quantity <= 0n)
      issues.push({ field: 'lines.quantity', row: index + 1, code: 'INVOICE_QUANTITY_NOT_POSITIVE' });
    if (line.amountFen <= 0n)
      issues.push({ field: 'lines.amount', row: index + 1, code: 'INVOICE_AMOUNT_NOT_POSITIVE' });
  });
  return issues;
};

/** Nothing is invoiced before it was ordered: the first order of these goods bounds the day on the invoice. */
const dayIssues = (draft: InvoiceDraft, goods: readonly AcceptedFact[]): readonly FieldIssue[] => {
  const first = goods.map(({ orderedOn }) => orderedOn).toSorted()[0];
  return first !== undefined && draft.issuedOn < first
    ? [{ field: 'issuedOn', code: 'INVOICE_BEFORE_ORDER', facts: { orderedOn: first } }]
    : [];
};

/** Invoices of suppliers (发票): registered when they fit, then confirmed or disputed by the hospital. */
@Injectable()
export class InvoiceService {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly payables: PayableService,
    private readonly calendar: CalendarService,
    private readonly goods: AcceptedGoods,
  ) {}

  /**
   * Registers an invoice of the caller's organisation against accepted lines (of that seller and buyer, or more: what
   * does not fit is told). Returns its id. The due date is that of its oldest acceptance.
   * Refuses BAD_INPUT (forms, or INVOICE_… mismatches with field, row and facts), INVOICE_EXISTS, NO_DUE_DATE_POLICY;
   * NOT_FOUND when the seller is not the caller.
   */
  async register(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    draft: InvoiceDraft,
    accepted: readonly AcceptedFact[],
  ): Promise<Result<string>> {
    if (draft.sellerId !== caller.organisationId) return notFound('organisation');
    const number = readInvoiceNumber(draft.number, draft.code);
    const issues = [...(number.ok ? [] : number.refusal.issues), ...draftIssues(tx, draft)];
    if (!number.ok || issues.length > 0) return badInput(issues);
    // Said before the match: what is left of the goods would hide it. The constraint guards it all the same.
    const known = refuse('conflict', 'INVOICE_EXISTS', { number: draft.number });
    if (await this.invoices.knows(tx, draft.sellerId, number.value.key)) return known;
    const pieces = await this.match(tx, draft, accepted);
    if (!pieces.ok) return pieces;
    const due = await this.dueOf(tx, pieces.value);
    if (!due.ok) return due;
    await this.invoices.takeUses(tx, pieces.value);
    const id = await this.invoices.add(tx, {
      draft,
      numberKind: number.value.kind,
      numberKey: number.value.key,
      pieces: pieces.value,
      due: due.value,
      registeredBy: personOf(tx),
    });
    return id === undefined ? known : ok(id);
  }

  /**
   * The hospital confirms: the payable opens in the same transaction. Asks anew what is left of the goods.
   * Refuses NOT_FOUND, WRONG_STATE, INVOICED_GOODS_RETURNED.
   */
  async confirm(tx: Tx, caller: Pick<Caller, 'organisationId'>, input: { invoiceId: string }): Promise<Result<string>> {
    const invoice = await this.owned(tx, input.invoiceId, 'buyerId', caller);
    if (!invoice) return notFound('invoice');
    const moved = await this.move(tx, invoice, 'confirm', null);
    if (!moved.ok) return moved;
    const there = await this.goodsAreThere(tx, invoice.id);
    if (!there.ok) return there;
    const opened = await this.payables.open(tx, {
      kind: 'supplier-invoice',
      sourceId: invoice.id,
      payeeType: 'organisation',
      payeeId: invoice.sellerId,
      debitOwnerId: invoice.buyerId,
      amountFen: invoice.totalFen,
      dueDate: invoice.dueDate,
    });
    return opened.ok ? ok(invoice.id) : opened;
  }

  /** The hospital disputes, with a reason of 1…500 characters. Others go on. Refuses BAD_INPUT, NOT_FOUND, WRONG_STATE. */
  dispute(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    input: { invoiceId: string; reason: string },
  ): Promise<Result<string>> {
    return this.decide(tx, caller, 'buyerId', 'dispute', input);
  }

  /** The supplier takes back an invoice that is not confirmed; what it claimed is free again, its number stays used. */
  withdraw(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    input: { invoiceId: string; reason: string },
  ): Promise<Result<string>> {
    return this.decide(tx, caller, 'sellerId', 'withdraw', input);
  }

  /**
   * Sets what is left of an accepted line after units of it went back, and holds the line until the transaction ends.
   * Refuses ALREADY_INVOICED when invoices claim more than that.
   */
  async narrow(tx: Tx, left: { readonly acceptanceLineId: string; readonly quantity: bigint }): Promise<Result<void>> {
    const line = { id: left.acceptanceLineId, net: left.quantity };
    await this.invoices.openUses(tx, [line]);
    const { matched } = present((await this.invoices.lockUses(tx, [line.id])).get(line.id), 'an opened line');
    if (matched > line.net)
      return refuse('rule', 'ALREADY_INVOICED', { invoiced: matched.toString(), left: line.net.toString() });
    await this.invoices.setNets(tx, [line]);
    return ok(undefined);
  }

  /** Whether the hospital still holds what live invoices claim of the lines of this one; the lines are held. */
  private async goodsAreThere(tx: Tx, invoiceId: string): Promise<Result<void>> {
    const ids = [...new Set((await this.invoices.pieces(tx, invoiceId)).map((piece) => piece.acceptanceLineId))];
    const uses = await this.invoices.lockUses(tx, ids);
    const left = await this.goods.left(tx, ids);
    const gone = left && [...uses].filter(([id, { matched }]) => matched > (left.get(id) ?? 0n));
    return gone && gone.length > 0
      ? refuse('rule', 'INVOICED_GOODS_RETURNED', { count: gone.length.toString() })
      : ok(undefined);
  }

  private async decide(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    side: 'buyerId' | 'sellerId',
    action: 'dispute' | 'withdraw',
    input: { readonly invoiceId: string; readonly reason: string },
  ): Promise<Result<string>> {
    const reason = input.reason.trim();
    if (reason === '' || reason.length > MAX_REASON)
      return badInput([{ field: 'reason', code: 'REASON_LENGTH', facts: { most: MAX_REASON.toString() } }]);
    const invoice = await this.owned(tx, input.invoiceId, side, caller);
    if (!invoice) return notFound('invoice');
    const moved = await this.move(tx, invoice, action, reason);
    if (!moved.ok) return moved;
    if (action === 'withdraw') await this.invoices.giveBackUses(tx, invoice.id);
    return ok(invoice.id);
  }

  private async owned(
    tx: Tx,
    id: string,
    side: 'buyerId' | 'sellerId',
    caller: Pick<Caller, 'organisationId'>,
  ): Promise<StoredInvoice | undefined> {
    const invoice = await this.invoices.find(tx, id);
    return invoice?.[side] === caller.organisationId ? invoice : undefined;
  }

  private async move(
    tx: Tx,
    invoice: StoredInvoice,
    action: InvoiceAction,
    reason: string | null,
  ): Promise<Result<void>> {
    const to = nextState(invoiceTransitions, invoice.state, action);
    if (!to.ok) return to;
    return moveWith(
      tx,
      {
        table: 'settlement.invoice',
        subjectType: 'invoice',
        subjectId: invoice.id,
        from: invoice.state,
        to: to.value,
        kind: kinds[action],
        reason,
      },
      { decided_on: tx.businessDate, decision_reason: reason },
    );
  }

  private async match(
    tx: Tx,
    draft: InvoiceDraft,
    accepted: readonly AcceptedFact[],
  ): Promise<Result<readonly MatchPiece[]>> {
    const products = new Set(draft.lines.map(({ productId }) => productId));
    const wanted = accepted.filter(({ productId }) => products.has(productId));
    const mine = wanted.filter(
      ({ hospitalId, supplierId }) => hospitalId === draft.buyerId && supplierId === draft.sellerId,
    );
    await this.invoices.openUses(
      tx,
      mine.map((line) => ({ id: line.acceptanceLineId, net: line.acceptedQuantity - line.returnedQuantity })),
    );
    const uses = await this.invoices.lockUses(
      tx,
      mine.map(({ acceptanceLineId }) => acceptanceLineId),
    );
    // The facts were read before the lines were held: a return in between has narrowed them.
    const lines = wanted.map((line) => {
      const { net, matched } = uses.get(line.acceptanceLineId) ?? { net: line.acceptedQuantity, matched: 0n };
      const returned = line.acceptedQuantity - net;
      return {
        ...line,
        returnedQuantity: returned > line.returnedQuantity ? quantity(returned) : line.returnedQuantity,
        matchedQuantity: quantity(matched),
      };
    });
    const match = present(matchInvoices([draft], lines)[0], 'an answer to an invoice');
    const issues = [...dayIssues(draft, mine), ...(match.fits ? [] : match.mismatches.map(mismatchIssue))];
    return match.fits && issues.length === 0 ? ok(match.pieces) : badInput(issues);
  }

  private async dueOf(tx: Tx, pieces: readonly MatchPiece[]): Promise<Result<NewInvoice['due']>> {
    const oldest = pieces.map(({ acceptedOn }) => acceptedOn).reduce(minDate);
    const dates = await this.calendar.dueDatesOf(tx, oldest);
    if (!dates.ok) return dates;
    const { due, byDays, byMonthEnd } = dates.value;
    return ok({
      dueDate: due.date,
      byDays: byDays.date,
      byMonthEnd: byMonthEnd.date,
      provisional: due.provisional,
    });
  }
}
