import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { ReturnWatch, type LineLeft, type ReturnWatcher } from '@huiji/procurement';
import { AcceptedGoods, InvoiceService, type Goods } from '@huiji/settlement';
import { leftOfAcceptedSql } from './units-return.sql';

/**
 * Units sent back to a supplier ↔ invoices of that supplier: a return of procurement narrows what settlement may match,
 * and a confirmation in settlement asks procurement anew what is left. Goods that went back are never paid for.
 */
@Injectable()
export class UnitsReturnFlow implements ReturnWatcher, Goods, OnModuleInit {
  constructor(
    private readonly watch: ReturnWatch,
    private readonly goods: AcceptedGoods,
    private readonly invoices: InvoiceService,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
    this.goods.register(this);
  }

  /** Refusals: ALREADY_INVOICED. */
  returned(tx: Tx, left: LineLeft): Promise<Result<void>> {
    return this.invoices.narrow(tx, left);
  }

  async left(tx: Tx, acceptanceLineIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    const rows = await tx.query<{ id: string; quantity: bigint }>(leftOfAcceptedSql, [tx.area, acceptanceLineIds]);
    return new Map(rows.map(({ id, quantity }) => [id, quantity]));
  }
}
