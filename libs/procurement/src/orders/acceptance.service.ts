import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type PlainDate, type Result } from '@huiji/kernel';
import { recordAction, type Caller, type Tx } from '@huiji/platform';
import type { AcceptanceRequestLine } from './model/order.types';
import { AcceptanceRepository } from './persistence/acceptance.repository';
import { OrderRepository } from './persistence/order.repository';
import { ReturnWatch } from './return-watch';
import { readAcceptanceLines, readReturn } from './rules/supply-lines';

/** Acceptance (验收) of shipments and returns (退货). */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly rows: AcceptanceRepository,
    private readonly watch: ReturnWatch,
  ) {}

  /**
   * Accepts lines of a shipment: accepted, damaged and missing units are together what was shipped, each line once
   * (A15). Answers the acceptance's id. Refusals: NOT_FOUND, BAD_INPUT with row, field and code. Two who accept the
   * same shipment wait for each other; the second is told ALREADY_ACCEPTED.
   */
  async accept(
    tx: Tx,
    caller: Caller,
    input: {
      readonly shipmentId: string;
      readonly acceptedOn: PlainDate;
      readonly lines: readonly AcceptanceRequestLine[];
    },
  ): Promise<Result<string>> {
    const shipment = await this.orders.shipment(tx, input.shipmentId);
    if (shipment?.hospitalId !== caller.organisationId) return notFound('shipment');
    await this.orders.lockOrder(tx, shipment.orderId);
    const read = readAcceptanceLines(
      input.lines,
      await this.rows.acceptable(tx, shipment.id),
      input.acceptedOn,
      tx.businessDate,
    );
    if (!read.ok) return read;
    const id = tx.newId();
    await this.rows.insertAcceptance(tx, { id, hospitalId: caller.organisationId, shipmentId: shipment.id });
    await this.rows.insertLines(tx, id, input.acceptedOn, read.value);
    await recordAction(tx, {
      subjectType: 'acceptance',
      subjectId: id,
      kind: 'ShipmentAccepted',
      payload: { shipmentId: shipment.id, acceptedOn: input.acceptedOn, lines: read.value.length },
    });
    return ok(id);
  }

  /**
   * Sends accepted units back, with a reason; the acceptance stays as it was. Answers the return's id.
   * Refusals: NOT_FOUND, BAD_INPUT (more than is still accepted, no reason), STATE_CHANGED when another return was first,
   * and those of the watcher of returns (ALREADY_INVOICED).
   */
  async return(
    tx: Tx,
    caller: Caller,
    input: { readonly acceptanceLineId: string; readonly quantity: bigint; readonly reason: string },
  ): Promise<Result<string>> {
    const reason = input.reason.trim();
    if (reason === '' || reason.length > 500)
      return badInput([{ field: 'reason', code: 'TEXT_LENGTH', facts: { max: '500' } }]);
    const line = await this.rows.returnable(tx, input.acceptanceLineId);
    if (line?.hospital_id !== caller.organisationId) return notFound('acceptance-line');
    const facts = {
      acceptanceLineId: input.acceptanceLineId,
      accepted: line.accepted_quantity,
      returned: line.returned,
    };
    const read = readReturn(input.quantity, facts);
    if (!read.ok) return read;
    const id = await this.rows.insertReturn(tx, facts, read.value, reason);
    if (id === undefined) return refuse('conflict', 'STATE_CHANGED');
    const quantity = facts.accepted - facts.returned - read.value;
    const watched = await this.watch.returned(tx, { acceptanceLineId: input.acceptanceLineId, quantity });
    if (!watched.ok) return watched;
    await recordAction(tx, {
      subjectType: 'return',
      subjectId: id,
      kind: 'UnitsReturned',
      reason,
      payload: { acceptanceLineId: input.acceptanceLineId, quantity: input.quantity },
    });
    return ok(id);
  }
}
