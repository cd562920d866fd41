import { Field, ObjectType } from '@nestjs/graphql';
import type { Fen, Month, PlainDate } from '@huiji/kernel';
import { FenScalar, MonthScalar, PlainDateScalar, QuantityScalar } from '@huiji/platform';
import type { AreaOverview, OverviewFund, OverviewMonth } from '../area-overview.flow';

@ObjectType('OverviewMonth', { description: 'Care subsidies of one month (月度护理补贴).' })
export class OverviewMonthType implements OverviewMonth {
  @Field(() => MonthScalar, { description: 'The month (月份).' })
  month!: Month;

  @Field(() => QuantityScalar, { description: 'People (人数).' })
  people!: bigint;

  @Field(() => FenScalar, { description: 'Sum in yuan (金额).' })
  amount!: Fen;
}

@ObjectType('OverviewFund', { description: 'What the fund has and owes, from the ledger (基金余额与应付).' })
export class OverviewFundType implements OverviewFund {
  @Field(() => FenScalar, { description: 'Cash in yuan, booked (基金存款).' })
  cash!: Fen;

  @Field(() => FenScalar, { description: 'Owed to suppliers, yuan (应付企业).' })
  owedToSuppliers!: Fen;

  @Field(() => FenScalar, { description: 'Owed to hospitals, yuan (应付医疗机构).' })
  owedToHospitals!: Fen;

  @Field(() => FenScalar, {
    description: 'Owed to insured persons and care institutions, yuan (应付参保人及护理机构).',
  })
  owedToPeople!: Fen;
}

@ObjectType('AreaOverview', {
  description: 'Counts and sums of the area on its business date, as far as the caller may see (概览).',
})
export class AreaOverviewType implements AreaOverview {
  @Field(() => PlainDateScalar, { description: 'The business date (业务日期).' })
  businessDate!: PlainDate;

  @Field(() => QuantityScalar, { description: 'Products with a contract this agreement year (在约产品数).' })
  contractedProducts!: bigint;

  @Field(() => QuantityScalar, { description: 'Hospitals with a contract this agreement year (在约医疗机构数).' })
  contractedHospitals!: bigint;

  @Field(() => FenScalar, { description: 'Contract amount of the running agreement years, yuan (在约合同金额).' })
  agreedAmount!: Fen;

  @Field(() => QuantityScalar, { description: 'Lines accepted in the last 365 days (近一年验收行数).' })
  acceptedLines!: bigint;

  @Field(() => FenScalar, { description: 'Accepted less returned in the last 365 days, yuan (近一年验收金额).' })
  acceptedAmount!: Fen;

  @Field(() => QuantityScalar, {
    description: 'Sheets of retained savings confirmed, not yet handed over (待转支付清单数).',
  })
  confirmedSheets!: bigint;

  @Field(() => FenScalar, { description: 'Their amount, yuan (待转支付金额).' })
  confirmedRetained!: Fen;

  @Field(() => [OverviewMonthType], { description: 'Care subsidies, newest month first, at most six (护理补贴月份).' })
  careMonths!: OverviewMonthType[];

  @Field(() => OverviewFundType, {
    nullable: true,
    description: 'The fund (基金); null for hospitals, suppliers and assessors.',
  })
  fund!: OverviewFundType | null;
}
