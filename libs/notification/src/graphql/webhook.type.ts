import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, mutationResult, UuidScalar } from '@huiji/platform';
import type { WebhookDeliveryState, WebhookKind, WebhookState } from '../model/kinds';
import { WebhookEventStateEnum, WebhookKindEnum, WebhookStateEnum } from './notification.enums';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@ObjectType('Webhook', { description: 'An address at which a program of the organisation is told (推送地址).' })
export class WebhookType {
  @Field(() => UuidScalar, { description: 'Id of the webhook (推送编号).' })
  id!: string;

  @Field(() => String, { description: 'Address (网址).' })
  url!: string;

  @Field(() => [WebhookKindEnum], { description: 'What it is told of (推送类别).' })
  kinds!: WebhookKind[];

  @Field(() => WebhookStateEnum, { description: 'Whether it is called (状态).' })
  state!: WebhookState;

  @Field(() => Int, { description: 'Events given up in a row (连续失败); five pause it.' })
  failuresInRow!: number;

  @Field(() => DateTimeScalar, { description: 'When it was added (添加时间).' })
  madeAt!: Date;
}

@ObjectType('WebhookWithSecret', {
  description: 'A webhook and the secret that signs its calls; shown now and never again (推送密钥).',
})
export class WebhookWithSecretType {
  @Field(() => WebhookType, { description: 'The webhook (推送地址).' })
  webhook!: WebhookType;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret after Standard Webhooks, "whsec_" and base64 (密钥); null when the same request is answered again.',
  })
  secret!: string | null;
}

@ObjectType('WebhookEvent', { description: 'One event for a webhook and its last try (推送记录).' })
export class WebhookEventType {
  @Field(() => UuidScalar, { description: 'The webhook-id of every try (推送记录编号).' })
  id!: string;

  @Field(() => WebhookKindEnum, { description: 'What it told of (类别).' })
  kind!: WebhookKind;

  @Field(() => WebhookEventStateEnum, { description: 'What became of it (结果).' })
  state!: WebhookDeliveryState;

  @Field(() => Int, { description: 'Tries so far (次数).' })
  attempts!: number;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last try (状态码); null: no answer.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last try had no answer (原因).' })
  fault!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened (发生时间).' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered or given up (完成时间).' })
  decidedAt!: Date | null;
}

export const WebhookEventConnection = connectionOf(WebhookEventType);

@InputType({ description: "Adds a webhook of the caller's organisation (添加推送地址)." })
export class WebhookCreateInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'An https address of the public internet, at most 500 characters (网址).' })
  url!: string;

  @Field(() => [WebhookKindEnum], { description: 'What it is told of, one at least (推送类别).' })
  kinds!: WebhookKind[];
}

@InputType({ description: 'Makes a new secret; the old one signs nothing any more (更换密钥).' })
export class WebhookSecretRenewInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Which webhook (推送编号).' })
  webhookId!: string;
}

@InputType({ description: 'Pauses, resumes or ends a webhook (启停推送).' })
export class WebhookStateSetInput extends WebhookSecretRenewInput {
  @Field(() => WebhookStateEnum, { description: 'How it is to stand (状态); ended is for good.' })
  state!: WebhookState;
}

export const WebhookCreateResult = mutationResult('WebhookCreateResult', () => WebhookWithSecretType);
export const WebhookSecretRenewResult = mutationResult('WebhookSecretRenewResult', () => WebhookWithSecretType);
export const WebhookStateSetResult = mutationResult('WebhookStateSetResult', () => WebhookType);
