import { Args, Query, Resolver } from '@nestjs/graphql';
import { fen, type PlainDate } from '@huiji/kernel';
import { CurrentCaller, Database, type Caller, type Connection } from '@huiji/platform';
import type { WaitingItem } from '../model/waiting';
import { WaitingService } from '../waiting.service';
import { InboxArgs, InboxConnection, InboxCountType, InboxItemType } from './inbox.type';

const DAY_MS = 86_400_000;

const itemView =
  (today: PlainDate) =>
  ({ amountFen, escalatedOn, ...item }: WaitingItem): InboxItemType => ({
    ...item,
    amount: amountFen === null ? null : fen(amountFen),
    ageDays: Math.max(0, (Date.parse(today) - Date.parse(item.sinceOn)) / DAY_MS),
    late: item.dueOn < today,
    escalated: escalatedOn !== null,
  });

@Resolver(() => InboxItemType)
export class InboxResolver {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingService,
  ) {}

  @Query(() => InboxConnection, { description: 'What waits for the reader, the most urgent first (我的待办).' })
  approvalInbox(@CurrentCaller() caller: Caller, @Args() args: InboxArgs): Promise<Connection<InboxItemType>> {
    return this.database.read(caller.scope, async (tx) => {
      const page = await this.waiting.inbox(tx, caller, args);
      const view = itemView(tx.businessDate);
      return { ...page, edges: page.edges.map((edge) => ({ cursor: edge.cursor, node: view(edge.node) })) };
    });
  }

  @Query(() => [InboxCountType], { description: 'How much waits for the reader, by kind and task (待办数量).' })
  approvalInboxCounts(@CurrentCaller() caller: Caller): Promise<InboxCountType[]> {
    return this.database.read(caller.scope, async (tx) => [...(await this.waiting.counts(tx, caller))]);
  }
}
