import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  mutationResult,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import type { FindingKind } from '../model/seal';

export const SealFindingKindEnum = registerEnum<FindingKind>(
  'SealFindingKind',
  'What a verification found (核验问题).',
  {
    changed: 'A column of a row is not what was sealed (内容被改).',
    deleted: 'A sealed row is gone (记录被删).',
    inserted: 'A row stands where none was sealed (事后插入).',
    swapped: "A sealed row stands in another's place (位置被换).",
    'cut-off': 'A seal is gone (封存缺失).',
    'seal-changed': 'A seal does not fit its head, the one before it, or a head that was kept (封存不符).',
  },
);

@ObjectType('Seal', { description: 'A numbered seal over consecutive actions of an area (封存).' })
export class SealType {
  @Field(() => QuantityScalar, { description: 'Number of the seal, from 1 (封存号).' })
  number!: bigint;

  @Field(() => String, { description: 'Its head, SHA-256 in 64 digits: keep it elsewhere (摘要).' })
  head!: string;

  @Field(() => QuantityScalar, { description: 'Place of its first row in the chain, from 1 (起始位置).' })
  firstPosition!: bigint;

  @Field(() => QuantityScalar, { description: 'How many rows it covers (条数).' })
  rowCount!: bigint;

  @Field(() => DateTimeScalar, { description: 'When it was made (封存时间).' })
  sealedAt!: Date;
}

@ObjectType('SealState', { description: 'How far an area is sealed (封存进度).' })
export class SealStateType {
  @Field(() => SealType, { nullable: true, description: 'The newest seal (最新封存); null before the first.' })
  lastSeal!: SealType | null;

  @Field(() => QuantityScalar, { description: 'Rows that no seal covers yet (未封存条数).' })
  unsealedCount!: bigint;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant of the oldest of them (最早未封存).' })
  unsealedSince!: Date | null;

  @Field(() => Int, { description: 'Seconds before what happens can be sealed (封存等待秒数).' })
  longestTransactionSeconds!: number;
}

@ObjectType('SealFinding', { description: 'One thing that is not as it was sealed (核验问题).' })
export class SealFindingType {
  @Field(() => SealFindingKindEnum, { description: 'What is wrong (问题).' })
  kind!: FindingKind;

  @Field(() => String, { description: 'Number of the seal (封存号).' })
  seal!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'The action, where it is about one (记录编号).' })
  actionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its sequence number (序号).' })
  seq!: string | null;
}

@ObjectType('SealVerification', { description: 'A verification of the seals that somebody asked for (核验).' })
export class SealVerificationType {
  @Field(() => UuidScalar, { description: 'Id of the verification (编号).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for (申请时间).' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done (完成时间); null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => QuantityScalar, { description: 'Rows compared so far (已核验条数).' })
  doneRows!: bigint;

  @Field(() => QuantityScalar, { nullable: true, description: 'Rows under seal when it began (封存总条数).' })
  totalRows!: bigint | null;

  @Field(() => QuantityScalar, { nullable: true, description: 'Seals compared (封存数).' })
  sealCount!: bigint | null;

  @Field(() => QuantityScalar, { nullable: true, description: 'How many things were found (问题数).' })
  findingCount!: bigint | null;

  @Field(() => [SealFindingType], { description: 'The first 200 of them (问题清单).' })
  findings!: readonly SealFindingType[];

  @Field(() => QuantityScalar, { nullable: true, description: 'Rows that no seal covered (未封存条数).' })
  tailCount!: bigint | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant of the oldest of them (最早未封存).' })
  tailSince!: Date | null;
}

@InputType({ description: 'Asks for a verification of the seals (核验).' })
export class AuditVerifyInput {
  @Field(() => UuidScalar, {
    description: 'Made by the client; the same id and input give the same answer (请求编号).',
  })
  requestId!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'Heads kept outside the system, as they were exported, one a line; may be empty (留存摘要).',
  })
  keptHeads!: string;
}

@ArgsType()
export class AuditSealHeadsArgs {
  @Field(() => QuantityScalar, { defaultValue: 1n, description: 'From this number on (起始封存号); at most 10,000.' })
  from!: bigint;
}

export const SealConnection = connectionOf(SealType);
export const SealVerificationConnection = connectionOf(SealVerificationType);
export const AuditVerifyResult = mutationResult('AuditVerifyResult', () => SealVerificationType);
