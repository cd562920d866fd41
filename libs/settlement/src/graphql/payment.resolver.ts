import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  PageArgs,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';

import { SettlementReader } from '../settlement-reader.service';
import { StatusQueryService } from '../status-query.service';
import { BankExceptionConnection, PaymentConnection, PaymentType, type BankExceptionType } from './payment.type';
import { PaymentArgs, PaymentStatusQueryInput } from './settlement.input';
import { PaymentStatusQueryResult } from './settlement.result';
import { oneOf, SettlementViews } from './settlement-views';

@Resolver(() => PaymentType)
export class PaymentResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly queries: StatusQueryService,
    private readonly reader: SettlementReader,
    private readonly views: SettlementViews,
  ) {}

  @Query(() => PaymentConnection, {
    description: 'Payments by batch and line (付款明细); a hospital or supplier sees its own.',
  })
  payments(@CurrentCaller() caller: Caller, @Args() args: PaymentArgs): Promise<Connection<PaymentType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.paymentPage(tx, await this.reader.payments(tx, caller, args)),
    );
  }

  @Query(() => PaymentType, { nullable: true, description: 'One payment (付款); null when absent or not yours.' })
  payment(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the payment (付款编号).' }) id: string,
  ): Promise<PaymentType | null> {
    return this.database.read(caller.scope, async (tx) => (await this.shown(caller)(tx, id)) ?? null);
  }

  @Query(() => BankExceptionConnection, {
    description: 'News of the bank that wait for a person, newest first (银行异常).',
  })
  bankExceptions(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<BankExceptionType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.exceptionPage(await this.reader.exceptions(tx, page)),
    );
  }

  @Mutation(() => PaymentStatusQueryResult, {
    description: 'Asks the bank about a payment of unknown outcome: the one act that is permitted then (向银行查询).',
  })
  paymentStatusQuery(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PaymentStatusQueryInput, description: 'Which payment (付款).' })
    input: PaymentStatusQueryInput,
  ): Promise<PaymentType | Refusal> {
    const act = (tx: Tx) => this.queries.ask(tx, input);
    return this.requests.perform(caller, 'paymentStatusQuery', input, act, this.shown(caller));
  }

  private shown(caller: Caller) {
    return async (tx: Tx, id: string): Promise<PaymentType | undefined> =>
      (await oneOf(await this.reader.payment(tx, caller, id), (rows) => this.views.payments(tx, rows))) ?? undefined;
  }
}
