import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, UuidScalar, type Caller, type Connection } from '@huiji/platform';

import { SettlementReader } from '../settlement-reader.service';
import { PayableConnection, PayableType, PaymentType } from './payment.type';
import { PayableArgs } from './settlement.input';
import { oneOf, SettlementViews } from './settlement-views';

@Resolver(() => PayableType)
export class PayableResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: SettlementReader,
    private readonly views: SettlementViews,
  ) {}

  @Query(() => PayableConnection, {
    description: 'What the fund owes, first due first (应付款列表); a hospital or supplier sees its own.',
  })
  payables(@CurrentCaller() caller: Caller, @Args() args: PayableArgs): Promise<Connection<PayableType>> {
    return this.database.read(caller.scope, async (tx) =>
      this.views.payablePage(tx, await this.reader.payables(tx, caller, args)),
    );
  }

  @Query(() => PayableType, { nullable: true, description: 'One payable (应付款); null when absent or not yours.' })
  payable(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the payable (应付款编号).' }) id: string,
  ): Promise<PayableType | null> {
    return this.database.read(caller.scope, async (tx) =>
      oneOf(await this.reader.payable(tx, caller, id), (rows) => this.views.payables(tx, rows)),
    );
  }

  @ResolveField(() => [PaymentType], {
    description: 'Every try to pay it, the first first (付款记录).',
  })
  payments(@CurrentCaller() caller: Caller, @Parent() payable: PayableType): Promise<PaymentType[]> {
    return this.database.read(caller.scope, async (tx) => [
      ...(await this.views.payments(tx, await this.reader.paymentsOfPayable(tx, caller, payable.id))),
    ]);
  }
}
