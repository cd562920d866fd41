import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType, VarietyType } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import {
  BasisPointsScalar,
  connectionOf,
  FenScalar,
  PlainDateScalar,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import { PriceType } from '../../rounds/graphql/round.types';
import type {
  MainContractView,
  SignatureView,
  SubContractLineView,
  SubContractView,
  VarietyVolumeView,
} from '../contract.views';
import type { ContractParty, ContractState } from '../model/contract.types';

export const ContractStateEnum = registerEnum<ContractState>('ContractState', 'State of a contract (合同状态).', {
  drafted: 'Drafted, to be signed (待签约).',
  'in-force': 'In force, immutable (执行中).',
});

export const ContractPartyEnum = registerEnum<ContractParty>('ContractParty', 'Party of a sub-contract (合同主体).', {
  hospital: 'Hospital (医疗机构).',
  winner: 'Winning company (中选企业).',
  distributor: 'Distributor (配送企业).',
});

@ObjectType('MainContract', { description: 'The main contract (主合同) of an award.' })
export class MainContractType implements MainContractView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Number (合同号).' })
  number!: string;

  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => ContractStateEnum, { description: 'State (状态).' })
  state!: ContractState;

  @Field(() => VarietyType, { description: 'Variety (品种).' })
  variety!: VarietyType;

  @Field(() => ProductType, { description: 'Product (产品).' })
  product!: ProductType;

  @Field(() => OrganisationType, { description: 'Winning company (中选企业).' })
  manufacturer!: OrganisationType;

  @Field(() => FenScalar, { description: 'Sum of the rounded lines of its sub-contracts in yuan (合同金额).' })
  amount!: Fen;

  @Field(() => QuantityScalar, { description: 'Agreed volume of all years in smallest units (约定采购量).' })
  agreedQuantity!: bigint;

  @Field(() => Int, { description: 'Its sub-contracts (分合同数).' })
  subContractCount!: number;
}

@ObjectType('SubContractLine', { description: 'Agreed volume of one agreement year (分合同年度约定).' })
export class SubContractLineType implements SubContractLineView {
  @Field(() => Int, { description: 'Agreement year, 1…4 (第几年).' })
  yearNumber!: number;

  @Field(() => PlainDateScalar, { description: 'First day of the year (开始日期).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day of the year (结束日期).' })
  endsOn!: PlainDate;

  @Field(() => QuantityScalar, { description: 'Agreed volume in smallest units (约定采购量): a floor, never a cap.' })
  agreedQuantity!: bigint;

  @Field(() => PriceType, { description: 'Contract price (合同价).' })
  price!: PriceType;

  @Field(() => FenScalar, { description: 'Agreed volume × price in yuan, rounded once (金额).' })
  amount!: Fen;
}

@ObjectType('ContractSignature', { description: 'A signature under a sub-contract (签章).' })
export class SignatureType implements SignatureView {
  @Field(() => ContractPartyEnum, { description: 'Who signed (主体).' })
  party!: ContractParty;

  @Field(() => PlainDateScalar, { description: 'Day (签署日期).' })
  signedOn!: PlainDate;

  @Field(() => Boolean, { description: 'Signed on paper, as the agency recorded (纸质签章).' })
  onPaper!: boolean;
}

@ObjectType('SubContract', {
  description: 'The three-party contract (分合同) of a hospital, the winner and a distributor.',
})
export class SubContractType implements SubContractView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Number (合同号).' })
  number!: string;

  @Field(() => ContractStateEnum, { description: 'State (状态).' })
  state!: ContractState;

  @Field(() => OrganisationType, { description: 'Hospital (医疗机构).' })
  hospital!: OrganisationType;

  @Field(() => OrganisationType, { description: 'Distributor (配送企业).' })
  supplier!: OrganisationType;

  @Field(() => OrganisationType, { description: 'Winning company (中选企业).' })
  manufacturer!: OrganisationType;

  @Field(() => ProductType, { description: 'Product (产品).' })
  product!: ProductType;

  @Field(() => VarietyType, { description: 'Variety (品种).' })
  variety!: VarietyType;

  @Field(() => FenScalar, { description: 'Sum of its lines in yuan (金额).' })
  amount!: Fen;

  @Field(() => [SubContractLineType], { description: 'One line for each agreement year (年度约定).' })
  lines!: SubContractLineType[];

  @Field(() => [SignatureType], { description: 'Signatures so far (签章).' })
  signatures!: SignatureType[];
}

@ObjectType('VarietyVolume', { description: 'Base and agreed volume of a variety in a period (品种约定采购量).' })
export class VarietyVolumeType implements VarietyVolumeView {
  @Field(() => VarietyType, { description: 'Variety (品种).' })
  variety!: VarietyType;

  @Field(() => Int, { description: 'Winning companies (中选企业数).' })
  winnerCount!: number;

  @Field(() => BasisPointsScalar, { description: 'Ratio that was used (约定采购比例).' })
  ratio!: bigint;

  @Field(() => QuantityScalar, { description: 'Accepted need a year in smallest units (约定采购量基数).' })
  baseQuantity!: bigint;

  @Field(() => QuantityScalar, { description: 'Agreed volume a year in smallest units (约定采购量).' })
  agreedQuantity!: bigint;
}

export const MainContractConnection = connectionOf(MainContractType);
export const SubContractConnection = connectionOf(SubContractType);
export const VarietyVolumeConnection = connectionOf(VarietyVolumeType);
