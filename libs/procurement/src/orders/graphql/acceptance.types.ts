import { Field, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, QuantityScalar, registerEnum, UuidScalar } from '@huiji/platform';
import { PriceType } from '../../rounds/graphql/round.types';
import type { AcceptanceImportState } from '../model/order.types';
import type { AcceptanceLineView } from '../order.views';

@ObjectType('AcceptanceLine', { description: 'A shipped line as it was accepted (验收明细), smallest units.' })
export class AcceptanceLineType implements AcceptanceLineView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => PlainDateScalar, { description: 'Day (验收日期): counts for progress and for payment.' })
  acceptedOn!: PlainDate;

  @Field(() => OrganisationType, { description: 'Hospital (医疗机构).' })
  hospital!: OrganisationType;

  @Field(() => OrganisationType, { description: 'Supplier (配送企业).' })
  supplier!: OrganisationType;

  @Field(() => ProductType, { description: 'Product (产品).' })
  product!: ProductType;

  @Field(() => String, { description: 'Number of the order (订单号).' })
  orderNumber!: string;

  @Field(() => String, { description: 'Number of the delivery note (配送单号).' })
  shipmentNumber!: string;

  @Field(() => String, { description: 'Batch (批号).' })
  batchNumber!: string;

  @Field(() => QuantityScalar, { description: 'Accepted (合格数量).' })
  accepted!: bigint;

  @Field(() => QuantityScalar, { description: 'Damaged (破损数量); never payable.' })
  damaged!: bigint;

  @Field(() => QuantityScalar, { description: 'Missing (短少数量); never payable.' })
  missing!: bigint;

  @Field(() => QuantityScalar, { description: 'Sent back since (已退货数量).' })
  returned!: bigint;

  @Field(() => PriceType, { description: 'Contract price on the order date (合同价).' })
  price!: PriceType;

  @Field(() => FenScalar, { description: '(Accepted − returned) × price in yuan, rounded once (应付金额).' })
  amount!: Fen;
}

export const AcceptanceImportStateEnum = registerEnum<AcceptanceImportState>(
  'AcceptanceImportState',
  'State of an import of acceptances (验收文件导入状态).',
  {
    received: 'Received, waits or is being read (处理中).',
    applied: 'Every line applied (已导入).',
    faulty: 'Faults found; nothing was applied (有错误，未导入).',
  },
);

@ObjectType('AcceptanceImport', {
  description: 'A file of acceptances and how far it came (验收文件导入): applied wholly or not at all.',
})
export class AcceptanceImportType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The file (文件编号).' })
  fileId!: string;

  @Field(() => AcceptanceImportStateEnum, { description: 'State (状态).' })
  state!: AcceptanceImportState;

  @Field(() => QuantityScalar, { description: 'Lines that were read (读取行数).' })
  linesRead!: bigint;

  @Field(() => QuantityScalar, { description: 'Lines that were applied (导入行数): all or 0.' })
  linesApplied!: bigint;

  @Field(() => QuantityScalar, { description: 'Faults found (错误数).' })
  faults!: bigint;
}

export const AcceptanceLineConnection = connectionOf(AcceptanceLineType);
