import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, Requests, type Caller, type Connection, type Tx } from '@huiji/platform';
import { NoticeReader } from '../notice-reader.service';
import { NotificationSettingsService } from '../notification-settings.service';
import type { Notice } from '../model/notice';
import {
  NoticeConnection,
  NoticesArgs,
  NoticesMarkReadInput,
  NoticesMarkReadResult,
  NoticeType,
  NotificationSettingsSetInput,
  NotificationSettingsSetResult,
  NotificationSettingsType,
  type NoticesReadType,
} from './notice.type';

@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly reader: NoticeReader,
    private readonly settings: NotificationSettingsService,
  ) {}

  @Query(() => NoticeConnection, { description: 'What the reader was told, newest first (我的通知).' })
  notices(@CurrentCaller() caller: Caller, @Args() args: NoticesArgs): Promise<Connection<Notice>> {
    return this.database.read(caller.scope, (tx) => this.reader.page(tx, caller.userId, args.unreadOnly, args));
  }

  @Query(() => Int, { description: 'How many notices the reader has not read, counted up to 1000 (未读通知数).' })
  noticesUnread(@CurrentCaller() caller: Caller): Promise<number> {
    return this.database.read(caller.scope, (tx) => this.reader.unread(tx, caller.userId));
  }

  @Query(() => NotificationSettingsType, { description: "The reader's own settings of notices (我的通知设置)." })
  notificationSettings(@CurrentCaller() caller: Caller): Promise<NotificationSettingsType> {
    return this.database.read(caller.scope, (tx) => this.shown(tx, caller.userId));
  }

  @Mutation(() => NoticesMarkReadResult, { description: 'Marks notices of the caller as read (标为已读).' })
  noticesMarkRead(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => NoticesMarkReadInput, description: 'Which (通知).' }) input: NoticesMarkReadInput,
  ): Promise<NoticesReadType | Refusal> {
    const act = (tx: Tx) => this.reader.markRead(tx, input.noticeIds ?? null);
    const render = async (tx: Tx, person: string) => ({ unread: await this.reader.unread(tx, person) });
    return this.requests.perform(caller, 'noticesMarkRead', input, act, render);
  }

  @Mutation(() => NotificationSettingsSetResult, { description: 'Changes how notices come to the caller (通知设置).' })
  notificationSettingsSet(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => NotificationSettingsSetInput, description: 'What changes (修改内容).' })
    input: NotificationSettingsSetInput,
  ): Promise<NotificationSettingsType | Refusal> {
    const act = (tx: Tx) => this.settings.set(tx, input);
    return this.requests.perform(caller, 'notificationSettingsSet', input, act, (tx, id) => this.shown(tx, id));
  }

  private async shown(tx: Tx, personId: string): Promise<NotificationSettingsType> {
    const { choices, ...rest } = await this.settings.of(tx, personId);
    return { ...rest, choices: [...choices] };
  }
}
