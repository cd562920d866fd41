import { Injectable } from '@nestjs/common';
import { ok, notFound, type Result } from '@huiji/kernel';
import { Keyset, personOf, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { Notice } from './model/notice';

const newestFirst = new Keyset<Notice>(
  'notices-newest-first',
  [
    { sql: 'n.made_at', type: 'timestamptz', of: ({ madeAt }) => madeAt },
    { sql: 'n.id', type: 'uuid', of: ({ id }) => id },
  ],
  'desc',
);

const NOTICE = `n.id, n.kind, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.facts,
  n.made_on AS "madeOn", n.made_at AS "madeAt", n.read_at AS "readAt"`;

/** What somebody was told; everybody reads their own, and nobody else's. */
@Injectable()
export class NoticeReader {
  /** Newest first; unread only where wished. */
  async page(tx: Tx, personId: string, unreadOnly: boolean, page: PageRequest): Promise<Connection<Notice>> {
    const slice = newestFirst.slice(page, 3);
    const unread = unreadOnly ? 'AND n.read_at IS NULL' : '';
    const rows = await tx.query<Notice>(
      `SELECT ${NOTICE} FROM notification.notice n
       WHERE n.area = $1 AND n.recipient_id = $2 ${unread} AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, personId, ...slice.params],
    );
    return newestFirst.connection(page, rows, (row) => row);
  }

  /** How many a person has not read, counted up to 1000. */
  async unread(tx: Tx, personId: string): Promise<number> {
    const [row] = await tx.query<{ count: bigint }>(
      `SELECT count(*) AS count FROM (SELECT FROM notification.notice
       WHERE area = $1 AND recipient_id = $2 AND read_at IS NULL LIMIT 1000) AS unread`,
      [tx.area, personId],
    );
    return Number(row?.count ?? 0n);
  }

  /**
   * Marks the actor's notices as read: those named, or all that were made until now. Refuses NOT_FOUND when one is
   * absent or somebody else's. Answers the actor.
   */
  async markRead(tx: Tx, noticeIds: readonly string[] | null): Promise<Result<string>> {
    const person = personOf(tx);
    if (noticeIds === null) {
      await tx.query(
        `UPDATE notification.notice SET read_at = $3 WHERE area = $1 AND recipient_id = $2 AND read_at IS NULL`,
        [tx.area, person, tx.now],
      );
      return ok(person);
    }
    const wanted = [...new Set(noticeIds)];
    const own = await tx.query(
      'SELECT id FROM notification.notice WHERE area = $1 AND recipient_id = $2 AND id = ANY($3::uuid[])',
      [tx.area, person, wanted],
    );
    if (own.length !== wanted.length) return notFound('notice');
    await tx.query(
      `UPDATE notification.notice SET read_at = $4
       WHERE area = $1 AND recipient_id = $2 AND id = ANY($3::uuid[]) AND read_at IS NULL`,
      [tx.area, person, wanted, tx.now],
    );
    return ok(person);
  }
}
