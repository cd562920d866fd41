import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { PageArgs, UuidScalar } from '@huiji/platform';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ description: 'An agreement period (协议期操作).' })
export class PeriodInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;
}

@InputType({ description: 'Who delivers for a winning company (配送关系).' })
export class DistributorInput {
  @Field(() => UuidScalar, { description: 'Winning company (中选企业编号).' })
  manufacturerId!: string;

  @Field(() => UuidScalar, { description: 'Distributor that acts in the area (配送企业编号).' })
  supplierId!: string;
}

@InputType({ description: 'Contracts to draft (生成合同).' })
export class ContractsMakeInputType extends PeriodInput {
  @Field(() => [DistributorInput], {
    defaultValue: [],
    description: 'Who delivers (配送关系); a company not named delivers itself.',
  })
  distributors!: DistributorInput[];
}

@InputType({ description: 'Signatures given on paper (登记纸质签章).' })
export class PaperSignaturesInput extends PeriodInput {
  @Field(() => String, { description: 'Where the papers are (档案说明), at most 500.' })
  note!: string;
}

@ArgsType()
export class PeriodPageArgs extends PageArgs {
  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;
}

@ArgsType()
export class SubContractPageArgs extends PeriodPageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only under this main contract (主合同编号).' })
  mainContractId?: string | null;
}
