import { ArgsType, Field, InputType, Int, ObjectType, type FieldMiddleware } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  mutationResult,
  PageArgs,
  PlainDateScalar,
  UuidScalar,
  type GraphqlContext,
} from '@huiji/platform';
import type { Channel, NoticeKind } from '../model/kinds';
import type { NoticeFacts } from '../model/notice';
import { sentenceOf } from '../notice-words';
import { NoticeChannelEnum, NoticeKindEnum } from './notification.enums';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

const inWords: FieldMiddleware = ({ source, context }) => {
  const { kind, facts } = source as { readonly kind: NoticeKind; readonly facts: NoticeFacts };
  return sentenceOf(kind, facts, (context as GraphqlContext).language);
};

@ObjectType('Notice', { description: 'Something the reader was told (通知).' })
export class NoticeType {
  @Field(() => UuidScalar, { description: 'Id of the notice (通知编号).' })
  id!: string;

  @Field(() => NoticeKindEnum, { description: 'What it is about (类别).' })
  kind!: NoticeKind;

  @Field(() => String, {
    description: 'What it says (内容), in the language of Accept-Language.',
    middleware: [inWords],
  })
  message!: string;

  @Field(() => String, { description: 'Kind of the thing (对象类型): payment-batch.' })
  subjectType!: string;

  @Field(() => UuidScalar, { description: 'Id of the thing (对象编号).' })
  subjectId!: string;

  @Field(() => PlainDateScalar, { description: 'Business date (业务日期).' })
  madeOn!: string;

  @Field(() => DateTimeScalar, { description: 'Instant by the machine (时间).' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read (阅读时间); null: not yet.' })
  readAt!: Date | null;
}

export const NoticeConnection = connectionOf(NoticeType);

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only what was not read (仅未读).' })
  unreadOnly: boolean = false;
}

@ObjectType('NoticeChoice', { description: 'Whether one kind of notice comes by one channel (通知选择).' })
export class NoticeChoiceType {
  @Field(() => NoticeKindEnum, { description: 'Kind (类别).' })
  kind!: NoticeKind;

  @Field(() => NoticeChannelEnum, { description: 'Channel (渠道).' })
  channel!: Channel;

  @Field(() => Boolean, { description: 'Whether it comes (是否接收).' })
  wanted!: boolean;
}

@ObjectType('NotificationSettings', { description: 'What the reader wants to be told, and where to (通知设置).' })
export class NotificationSettingsType {
  @Field(() => String, { nullable: true, description: 'Mail address, masked (邮箱); null: none.' })
  mailMasked!: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number, masked (手机号); null: none.' })
  phoneMasked!: string | null;

  @Field(() => Boolean, { description: 'Whether mail can leave at all (邮件是否可用).' })
  mailAvailable!: boolean;

  @Field(() => Boolean, { description: 'Whether short messages can leave at all (短信是否可用).' })
  smsAvailable!: boolean;

  @Field(() => [NoticeChoiceType], { description: 'Every kind by every channel (各类通知的渠道).' })
  choices!: NoticeChoiceType[];
}

@ObjectType('NoticesRead', { description: 'What is left unread (剩余未读).' })
export class NoticesReadType {
  @Field(() => Int, { description: 'Unread notices, counted up to 1000 (未读数).' })
  unread!: number;
}

@InputType({ description: 'Marks notices as read (标为已读).' })
export class NoticesMarkReadInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => [UuidScalar], { nullable: true, description: 'Which (通知编号); absent: all that are there now.' })
  noticeIds?: string[] | null;
}

@InputType({ description: 'One choice (通知选择).' })
export class NoticeChoiceInput {
  @Field(() => NoticeKindEnum, { description: 'Kind (类别).' })
  kind!: NoticeKind;

  @Field(() => NoticeChannelEnum, { description: 'Channel (渠道).' })
  channel!: Channel;

  @Field(() => Boolean, { description: 'Whether it is to come (是否接收).' })
  wanted!: boolean;
}

@InputType({ description: "Changes the caller's own settings (修改通知设置)." })
export class NotificationSettingsSetInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { nullable: true, description: 'Mail address (邮箱); an empty text takes it away.' })
  mail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mobile number, 11 digits (手机号); an empty text takes it away.',
  })
  phone?: string | null;

  @Field(() => [NoticeChoiceInput], { nullable: true, description: 'Choices to change (选择); the others stay.' })
  choices?: NoticeChoiceInput[] | null;
}

export const NoticesMarkReadResult = mutationResult('NoticesMarkReadResult', () => NoticesReadType);
export const NotificationSettingsSetResult = mutationResult(
  'NotificationSettingsSetResult',
  () => NotificationSettingsType,
);
