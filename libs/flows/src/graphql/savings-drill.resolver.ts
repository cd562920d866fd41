import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import {
  connectionOf,
  CurrentCaller,
  Database,
  FenScalar,
  PageArgs,
  PlainDateScalar,
  QuantityScalar,
  UuidScalar,
  type Caller,
  type Connection,
} from '@huiji/platform';
import { SavingsDrillFlow, type LineDelivery } from '../savings-drill.flow';

@ObjectType('SavingsLineDelivery', {
  description: 'A delivery behind a line of a sheet of retained savings (明细对应的到货).',
})
export class SavingsLineDeliveryType implements LineDelivery {
  @Field(() => UuidScalar, { description: 'The accepted line (验收行).' })
  acceptanceLineId!: string;

  @Field(() => PlainDateScalar, { description: 'Day of acceptance (验收日期).' })
  acceptedOn!: PlainDate;

  @Field(() => UuidScalar, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => UuidScalar, { description: 'The supplier (配送企业).' })
  supplierId!: string;

  @Field(() => QuantityScalar, { description: 'Accepted, smallest units (验收数量).' })
  acceptedQuantity!: bigint;

  @Field(() => QuantityScalar, { description: 'Returned of it, smallest units (退货数量).' })
  returnedQuantity!: bigint;

  @Field(() => FenScalar, { description: 'Amount of accepted less returned units, yuan (金额).' })
  amount!: Fen;
}

const SavingsLineDeliveryConnection = connectionOf(SavingsLineDeliveryType);

@Resolver(() => SavingsLineDeliveryType)
export class SavingsDrillResolver {
  constructor(
    private readonly database: Database,
    private readonly drill: SavingsDrillFlow,
  ) {}

  @Query(() => SavingsLineDeliveryConnection, {
    nullable: true,
    description:
      'Deliveries that a line of a sheet counts, by day (清单明细对应的到货); null when absent or not yours.',
  })
  async savingsLineDeliveries(
    @CurrentCaller() caller: Caller,
    @Args('sheetId', { type: () => UuidScalar, description: 'The sheet (清单).' }) sheetId: string,
    @Args('varietyId', { type: () => UuidScalar, description: 'The variety of the line (品种).' }) varietyId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<SavingsLineDeliveryType> | null> {
    const hospitalId = caller.role === 'hospital' ? caller.organisationId : null;
    const line = { sheetId, varietyId, hospitalId };
    return (await this.database.read(caller.scope, (tx) => this.drill.deliveries(tx, line, page))) ?? null;
  }
}
