import { Injectable } from '@nestjs/common';
import { Keyset, refuseArguments, ScopedReader, type Caller, type Connection, type PageRequest } from '@huiji/platform';
import { ofSubject, trailSql, type TrailRow } from './persistence/trail.sql';

/** One thing that happened, as the audit trail shows it. */
export interface TrailEntry {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly bySystem: boolean;
  readonly actorName: string;
  readonly businessDate: string;
  readonly at: Date;
}

export interface TrailWish extends PageRequest {
  readonly subjectType?: string | null | undefined;
  readonly subjectId?: string | null | undefined;
}

const newestFirst = new Keyset<TrailRow>(
  'actions-newest-first',
  [{ sql: 'a.seq', type: 'bigint', of: ({ seq }) => seq }],
  'desc',
);

const entryOf = (row: TrailRow): TrailEntry => ({
  id: row.id,
  kind: row.kind,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  fromState: row.from_state,
  toState: row.to_state,
  reason: row.reason,
  bySystem: row.actor_kind === 'system',
  actorName: row.actor_name,
  businessDate: row.business_date,
  at: row.at,
});

/** What happened in an area, who did it, when and why: the audit record as people read it. */
@Injectable()
export class TrailService {
  constructor(private readonly reader: ScopedReader) {}

  /** Newest first; of one subject when both its type and id are given, BAD_USER_INPUT when only one is. */
  async page({ area }: Caller, wish: TrailWish): Promise<Connection<TrailEntry>> {
    const subject = [wish.subjectType, wish.subjectId].filter((part) => typeof part === 'string');
    if (subject.length === 1) refuseArguments('"subjectType" and "subjectId" are given together.');
    const slice = newestFirst.slice(wish, 3 + subject.length);
    const where = subject.length > 0 ? `${ofSubject} AND ${slice.where}` : slice.where;
    const rows = await this.reader.read<TrailRow>(area, trailSql(where, slice.orderBy), [
      area,
      slice.limit,
      ...subject,
      ...slice.params,
    ]);
    return newestFirst.connection(wish, rows, entryOf);
  }
}
