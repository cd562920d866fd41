import { Injectable } from '@nestjs/common';
import { fen, formatYuan } from '@huiji/kernel';
import { NoticeService } from '@huiji/notification';
import { Keyset, recordActions, type Caller, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { Subject } from './model/approval';
import type { WaitingCount, WaitingDraft, WaitingItem } from './model/waiting';
import { WaitingRepository, type InboxWish, type RaisedItem } from './persistence/waiting.repository';
import { nextLevelOf } from './rules/step-of-role';

/** What a reader of an inbox asks for. */
export interface InboxQuery extends PageRequest {
  readonly subjectType?: string | null;
  /** Only what is past its deadline. */
  readonly lateOnly?: boolean;
}

const mostUrgent = new Keyset<WaitingItem>('inbox-by-deadline', [
  { sql: 'w.due_on', type: 'date', of: ({ dueOn }) => dueOn },
  { sql: 'w.subject_id', type: 'uuid', of: ({ subjectId }) => subjectId },
  { sql: 'w.subject_type', type: 'text', of: ({ subjectType }) => subjectType },
]);

/** The people behind a caller: themselves, and on whose behalf. */
const behind = ({ userId, scope }: Caller): readonly string[] =>
  scope.actor.kind === 'person' && scope.actor.onBehalfOf !== undefined ? [userId, scope.actor.onBehalfOf] : [userId];

/** A delegate sees what waits for the person behind. */
const wishOf = (caller: Caller, subjectType: string | null, dueBefore: InboxWish['dueBefore']): InboxWish => ({
  keys: [
    `role ${caller.role}`,
    `person ${behind(caller).at(-1) ?? caller.userId}`,
    `organisation ${caller.organisationId} ${caller.role}`,
  ],
  people: behind(caller),
  subjectType,
  dueBefore,
});

/**
 * What waits for whom (待办): one list for every kind of thing, written in the transaction in which it begins or ceases to
 * wait. Whoever has a review of their own (volume reports, accounts) puts items here as the approvals do.
 */
@Injectable()
export class WaitingService {
  constructor(
    private readonly rows: WaitingRepository,
    private readonly notices: NoticeService,
  ) {}

  /** Adds items; one that waits for the same already begins anew. */
  put(tx: Tx, items: readonly WaitingDraft[]): Promise<void> {
    return this.rows.put(tx, items);
  }

  /** Nothing of this subject waits any more. */
  clear(tx: Tx, { subjectType, subjectId }: Subject): Promise<void> {
    return this.rows.clear(tx, subjectType, [subjectId]);
  }

  /** The same for many subjects of one kind. */
  clearAll(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<void> {
    return this.rows.clear(tx, subjectType, subjectIds);
  }

  /** The caller's inbox, the most urgent first; without steps that the caller has no part left in. */
  async inbox(tx: Tx, caller: Caller, query: InboxQuery): Promise<Connection<WaitingItem>> {
    const slice = mostUrgent.slice(query, 8);
    const wish = wishOf(caller, query.subjectType ?? null, query.lateOnly === true ? tx.businessDate : null);
    return mostUrgent.connection(query, await this.rows.page(tx, wish, slice), (item) => item);
  }

  /** How much waits for the caller, by kind and task. */
  counts(tx: Tx, caller: Caller): Promise<readonly WaitingCount[]> {
    return this.rows.counts(tx, wishOf(caller, null, null));
  }

  /**
   * Raises what is past its deadline to the next level, once for each step: an action of the system at the subject, and
   * a notice. Run every business day. Answers how many.
   */
  async raiseLate(tx: Tx): Promise<number> {
    const raised = await this.rows.raiseLate(tx);
    if (raised.length === 0) return 0;
    const system: Tx = { ...tx, actor: { kind: 'system', name: 'approval.raise-late' } };
    await recordActions(
      system,
      raised.map((item) => ({
        subjectType: item.subjectType,
        subjectId: item.subjectId,
        kind: 'ApprovalEscalated',
        payload: { task: item.task, due: item.dueOn, waitsFor: item.waitsFor },
      })),
    );
    await this.notices.notify(
      system,
      raised.map((item) => ({
        kind: 'approval-escalated',
        subjectType: item.subjectType,
        subjectId: item.subjectId,
        facts: factsOf(item),
        dedupe: `${item.actId ?? item.subjectId}:${item.task}:${item.dueOn}:${item.waitsFor}`,
        to: audienceOf(item),
      })),
    );
    return raised.length;
  }
}

const factsOf = ({ subjectType, label, task, dueOn, amountFen }: RaisedItem): Readonly<Record<string, string>> => ({
  noun: subjectType,
  label,
  step: task,
  due: dueOn,
  ...(amountFen === null ? {} : { amount: formatYuan(fen(amountFen)) }),
});

/** Those who are late, by person; and the next level of the role that is late. */
const audienceOf = ({
  waitsFor,
}: RaisedItem): { readonly people?: readonly string[]; readonly roles?: readonly string[] } => {
  const [kind, first = '', role = ''] = waitsFor.split(' ');
  if (kind === 'person') return { people: [first] };
  return { roles: [nextLevelOf(kind === 'role' ? first : role)] };
};
