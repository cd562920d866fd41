import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import {
  waitsForKey,
  type WaitingCount,
  type WaitingDraft,
  type WaitingItem,
  type WaitingTask,
} from '../model/waiting';
import { inboxCounts, inboxPage, putWaiting, raiseLate } from './waiting.sql';

/** Whose inbox: three keys, everybody behind the caller, and what is filtered. */
export interface InboxWish {
  readonly keys: readonly [string, string, string];
  readonly people: readonly string[];
  readonly subjectType: string | null;
  readonly dueBefore: PlainDate | null;
}

interface ItemRow {
  readonly subject_type: string;
  readonly subject_id: string;
  readonly task: WaitingTask;
  readonly label: string;
  readonly amount_fen: bigint | null;
  readonly line_count: bigint | null;
  readonly since_on: PlainDate;
  readonly due_on: PlainDate;
  readonly escalated_on: PlainDate | null;
}

/** An item that was raised, with the key it waits for. */
export interface RaisedItem extends WaitingItem {
  readonly waitsFor: string;
  readonly actId: string | null;
}

const itemOf = (row: ItemRow): WaitingItem => ({
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  task: row.task,
  label: row.label,
  amountFen: row.amount_fen,
  lineCount: row.line_count,
  sinceOn: row.since_on,
  dueOn: row.due_on,
  escalatedOn: row.escalated_on,
});

const paramsOf = (tx: Tx, { keys, people, subjectType, dueBefore }: InboxWish): readonly unknown[] => [
  tx.area,
  ...keys,
  people,
  subjectType,
  dueBefore,
];

@Injectable()
export class WaitingRepository {
  async put(tx: Tx, items: readonly WaitingDraft[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map((item) => ({
      subject_type: item.subjectType,
      subject_id: item.subjectId,
      waits_for: waitsForKey(item.for),
      task: item.task,
      act_id: item.actId ?? null,
      label: item.label,
      amount_fen: item.amountFen?.toString() ?? null,
      line_count: item.lineCount?.toString() ?? null,
      due_on: item.dueOn,
    }));
    await tx.query(putWaiting, [tx.area, JSON.stringify(rows), tx.businessDate]);
  }

  async clear(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<void> {
    await tx.query(
      'DELETE FROM approval.waiting_item WHERE area = $1 AND subject_type = $2 AND subject_id = ANY($3::uuid[])',
      [tx.area, subjectType, subjectIds],
    );
  }

  async page(tx: Tx, wish: InboxWish, slice: KeysetSlice): Promise<readonly WaitingItem[]> {
    const sql = inboxPage(slice.where, slice.orderBy, slice.limit);
    return (await tx.query<ItemRow>(sql, [...paramsOf(tx, wish), ...slice.params])).map(itemOf);
  }

  counts(tx: Tx, wish: InboxWish): Promise<readonly WaitingCount[]> {
    return tx.query<WaitingCount>(inboxCounts, [...paramsOf(tx, wish), tx.businessDate]);
  }

  async raiseLate(tx: Tx): Promise<readonly RaisedItem[]> {
    const rows = await tx.query<ItemRow & { waits_for: string; act_id: string | null }>(raiseLate, [
      tx.area,
      tx.businessDate,
    ]);
    return rows.map((row) => ({ ...itemOf(row), waitsFor: row.waits_for, actId: row.act_id }));
  }
}
