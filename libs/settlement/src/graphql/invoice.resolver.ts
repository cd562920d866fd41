import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, Requests, UuidScalar, type Caller, type Connection, type Tx } from '@huiji/platform';

import { InvoiceService } from '../invoice.service';
import { SettlementReader } from '../settlement-reader.service';
import { InvoiceConnection, InvoiceLineType, InvoicePathPointType, InvoiceType } from './invoice.type';
import { PayableType } from './payment.type';
import { InvoiceArgs, InvoiceConfirmInput, InvoiceDisputeInput, InvoiceWithdrawInput } from './settlement.input';
import { InvoiceConfirmResult, InvoiceDisputeResult, InvoiceWithdrawResult } from './settlement.result';
import { oneOf, SettlementViews } from './settlement-views';

const INPUT = 'Which invoice (发票).';

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly service: InvoiceService,
    private readonly reader: SettlementReader,
    private readonly views: SettlementViews,
  ) {}

  @Query(() => InvoiceConnection, {
    description: 'Invoices, newest first (发票列表); a hospital or supplier sees its own.',
  })
  invoices(@CurrentCaller() caller: Caller, @Args() args: InvoiceArgs): Promise<Connection<InvoiceType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.invoicePage(tx, await this.reader.invoices(tx, caller, args)),
    );
  }

  @Query(() => InvoiceType, { nullable: true, description: 'One invoice (发票); null when absent or not yours.' })
  invoice(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the invoice (发票编号).' }) id: string,
  ): Promise<InvoiceType | null> {
    return this.database.read(caller.scope, (tx) => this.shown(caller)(tx, id).then((view) => view ?? null));
  }

  @Query(() => [InvoicePathPointType], {
    nullable: true,
    description: 'The whole way of an invoice to its money (发票全程); null when absent or not yours.',
  })
  invoicePath(
    @CurrentCaller() caller: Caller,
    @Args('invoiceId', { type: () => UuidScalar, description: 'Id of the invoice (发票编号).' }) invoiceId: string,
  ): Promise<InvoicePathPointType[] | null> {
    return this.database.read(caller.scope, async (tx) => {
      const path = await this.reader.invoicePath(tx, caller, invoiceId);
      return path ? [...path] : null;
    });
  }

  @ResolveField(() => [InvoiceLineType], { description: 'Its lines with what was accepted for them (明细).' })
  lines(@CurrentCaller() caller: Caller, @Parent() invoice: InvoiceType): Promise<InvoiceLineType[]> {
    return this.database.read(caller.scope, (tx) => this.views.invoiceLines(tx, invoice.id));
  }

  @ResolveField(() => [InvoicePathPointType], { description: 'Its way to the money (全程).' })
  path(@CurrentCaller() caller: Caller, @Parent() invoice: InvoiceType): Promise<InvoicePathPointType[]> {
    return this.database.read(caller.scope, async (tx) => [
      ...((await this.reader.invoicePath(tx, caller, invoice.id)) ?? []),
    ]);
  }

  @ResolveField(() => PayableType, { nullable: true, description: 'What the fund owes for it (应付款); null before.' })
  payable(@CurrentCaller() caller: Caller, @Parent() invoice: InvoiceType): Promise<PayableType | null> {
    return this.database.read(caller.scope, async (tx) =>
      oneOf(await this.reader.payableOfInvoice(tx, caller, invoice.id), (rows) => this.views.payables(tx, rows)),
    );
  }

  @Mutation(() => InvoiceConfirmResult, {
    description: 'The hospital confirms an invoice; the fund owes it from then on (医院确认发票).',
  })
  invoiceConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => InvoiceConfirmInput, description: INPUT }) input: InvoiceConfirmInput,
  ): Promise<InvoiceType | Refusal> {
    const act = (tx: Tx) => this.service.confirm(tx, caller, input);
    return this.requests.perform(caller, 'invoiceConfirm', input, act, this.shown(caller));
  }

  @Mutation(() => InvoiceDisputeResult, { description: 'The hospital disputes an invoice (医院提出异议).' })
  invoiceDispute(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => InvoiceDisputeInput, description: INPUT }) input: InvoiceDisputeInput,
  ): Promise<InvoiceType | Refusal> {
    const act = (tx: Tx) => this.service.dispute(tx, caller, input);
    return this.requests.perform(caller, 'invoiceDispute', input, act, this.shown(caller));
  }

  @Mutation(() => InvoiceWithdrawResult, {
    description: 'The supplier takes back an invoice that is not confirmed (企业撤回发票).',
  })
  invoiceWithdraw(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => InvoiceWithdrawInput, description: INPUT }) input: InvoiceWithdrawInput,
  ): Promise<InvoiceType | Refusal> {
    const act = (tx: Tx) => this.service.withdraw(tx, caller, input);
    return this.requests.perform(caller, 'invoiceWithdraw', input, act, this.shown(caller));
  }

  private shown(caller: Caller) {
    return async (tx: Tx, id: string): Promise<InvoiceType | undefined> =>
      (await oneOf(await this.reader.invoice(tx, caller, id), (rows) => this.views.invoices(tx, rows))) ?? undefined;
  }
}
