import { Field, InputType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';

@InputType({ description: 'A line of an invoice (发票明细); amounts include tax.' })
export class InvoiceSubmitLineInput {
  @Field(() => UuidScalar, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => QuantityScalar, { description: 'Smallest units (数量，最小单位), above zero.' })
  quantity!: bigint;

  @Field(() => FenScalar, { description: 'Price in yuan, tax included, for "priceUnits" smallest units (含税价).' })
  price!: Fen;

  @Field(() => QuantityScalar, {
    description: 'How many smallest units that price buys: the pack (价格对应最小单位数).',
  })
  priceUnits!: bigint;

  @Field(() => FenScalar, { description: 'Amount of the line in yuan, tax included (价税合计).' })
  amount!: Fen;
}

@InputType({ description: 'An invoice for deliveries that were accepted (录入发票).' })
export class InvoiceSubmitInput {
  @Field(() => UuidScalar, { description: 'Made by the client, once per act (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The hospital that took the goods in (购买方).' })
  buyerId!: string;

  @Field(() => String, { nullable: true, description: 'Invoice code, only with a number of eight digits (发票代码).' })
  code?: string | null;

  @Field(() => String, { description: 'Invoice number, 20 or 8 digits (发票号码).' })
  number!: string;

  @Field(() => PlainDateScalar, { description: 'Date on the invoice (开票日期), not after the business date.' })
  issuedOn!: PlainDate;

  @Field(() => FenScalar, { description: 'Net amount in yuan (不含税金额).' })
  net!: Fen;

  @Field(() => FenScalar, { description: 'Tax in yuan (税额).' })
  tax!: Fen;

  @Field(() => FenScalar, { description: 'Total in yuan: net and tax (价税合计).' })
  total!: Fen;

  @Field(() => [InvoiceSubmitLineInput], { description: 'Its lines, 1…2000 (明细).' })
  lines!: InvoiceSubmitLineInput[];
}
