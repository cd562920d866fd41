import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { mutationResult, UuidScalar } from '@huiji/platform';

@ObjectType('OidcIssuer', { description: 'An OpenID provider of the area (统一身份认证).' })
export class OidcIssuerType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Short name in addresses (标识).' })
  slug!: string;

  @Field(() => String, { description: 'Name to show (名称).' })
  name!: string;

  @Field(() => String, { description: 'Address of the provider (签发地址).' })
  issuerUrl!: string;

  @Field(() => String, { description: 'What the provider calls us (客户端标识).' })
  clientId!: string;

  @Field(() => String, { description: 'Where browsers find the console (控制台地址).' })
  consoleOrigin!: string;

  @Field(() => String, { description: 'The address to register with the provider (回调地址).' })
  callbackUrl!: string;

  @Field(() => Boolean, { description: 'Whether nobody logs in through it any more (已停用).' })
  ended!: boolean;
}

@InputType({ description: 'An OpenID provider (统一身份认证).' })
export class OidcIssuerSaveInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => String, { description: 'Short name in addresses (标识); the same one changes the provider.' })
  slug!: string;

  @Field(() => String, { description: 'Name to show (名称), 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Address of the provider (签发地址), https.' })
  issuerUrl!: string;

  @Field(() => String, { description: 'What the provider calls us (客户端标识).' })
  clientId!: string;

  @Field(() => String, { description: 'The secret the provider gave us (客户端密钥); kept encrypted, never shown.' })
  clientSecret!: string;

  @Field(() => String, { description: 'Where browsers find the console (控制台地址): https://host.' })
  consoleOrigin!: string;
}

@InputType({ description: 'Which provider (统一身份认证).' })
export class OidcIssuerEndInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The provider (编号).' })
  issuerId!: string;
}

@InputType({ description: 'How a provider knows a person (账号关联).' })
export class OidcLinkSetInput extends OidcIssuerEndInput {
  @Field(() => UuidScalar, { description: 'The person (用户编号).' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Subject at the provider (账号标识).' })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address that the provider must call verified at the first log-in (邮箱); kept as keyed hash.',
  })
  email?: string | null;
}

export const OidcIssuerSaveResult = mutationResult('OidcIssuerSaveResult', () => OidcIssuerType);
export const OidcIssuerEndResult = mutationResult('OidcIssuerEndResult', () => OidcIssuerType);
export const OidcLinkSetResult = mutationResult('OidcLinkSetResult', () => OidcIssuerType);
