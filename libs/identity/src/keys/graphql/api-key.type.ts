import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, mutationResult, registerEnum, UuidScalar } from '@huiji/platform';
import { MembershipOrganisationType } from '../../graphql/session.type';
import type { KeyScope } from '../model/key-scopes';

export const KeyScopeEnum = registerEnum<string>('KeyScope', 'What a key may do (授权范围).', {
  'reports-read': 'Reads reporting campaigns and reports (读取填报).',
  'reports-write': 'Enters and submits volume reports (填报提交).',
  'orders-read': 'Reads orders and sub-contracts (读取订单).',
  'orders-write': 'Places, confirms, cancels and refuses orders (办理订单).',
  'supply-read': 'Reads deliveries and acceptances (读取配送验收).',
  'supply-write': 'Ships, accepts and returns units (办理配送验收).',
  'invoices-read': 'Reads invoices and what is owed (读取发票).',
  'invoices-write': 'Enters and withdraws invoices (办理发票).',
  files: 'Files up and down (文件上传下载).',
});

/** The wire writes a hyphen where the code has a colon: an enum value holds neither. */
export const scopeFromWire = (scope: string): KeyScope => scope.replace('-', ':') as KeyScope;
export const scopeToWire = (scope: KeyScope): string => scope.replace(':', '-');

@ObjectType('ApiKey', { description: 'A key by which a system of a hospital or supplier acts (接口密钥).' })
export class ApiKeyType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => MembershipOrganisationType, { description: 'Whose system it is (机构).' })
  organisation!: MembershipOrganisationType;

  @Field(() => String, { description: 'Name, under which its acts stand in the trail (名称).' })
  name!: string;

  @Field(() => [KeyScopeEnum], { description: 'What it may do (授权范围).' })
  scopes!: readonly string[];

  @Field(() => String, { description: 'Who made it (创建人).' })
  madeByName!: string;

  @Field(() => DateTimeScalar, { description: 'When (创建时间).' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends (到期时间).' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute (最近使用时间).' })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended (吊销时间); null while it lives.' })
  revokedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself (密钥): send it as "Authorization: Bearer …". Shown to this request only, for ten minutes.',
  })
  text!: string | null;
}

@InputType({ description: 'A new key (创建接口密钥).' })
export class ApiKeyMakeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Whose (机构编号): any of the area for an administrator; one’s own when absent.',
  })
  organisationId?: string | null;

  @Field(() => String, { description: 'Name (名称), 1 to 100 characters.' })
  name!: string;

  @Field(() => [KeyScopeEnum], { description: 'What it may do (授权范围).' })
  scopes!: string[];

  @Field(() => Int, { description: 'Days until it ends (有效天数), 1 to 366.' })
  days!: number;
}

@InputType({ description: 'Which key ends (吊销接口密钥).' })
export class ApiKeyRevokeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The key (密钥编号).' })
  apiKeyId!: string;
}

export const ApiKeyMakeResult = mutationResult('ApiKeyMakeResult', () => ApiKeyType);
export const ApiKeyRevokeResult = mutationResult('ApiKeyRevokeResult', () => ApiKeyType);
