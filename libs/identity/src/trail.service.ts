import { Injectable } from '@nestjs/common';
import {
  csvFile,
  Keyset,
  refuseArguments,
  ScopedReader,
  type Caller,
  type Connection,
  type PageRequest,
} from '@huiji/platform';
import { narrowed, narrowings, trailSql, type TrailRow } from './persistence/trail.sql';

/** One fact of what happened, printable. */
export interface TrailFact {
  readonly name: string;
  readonly value: string;
}

/** Facts about a person that belong to an action: under that person's key, or unreadable since it was destroyed. */
export type PersonalFactsState = 'sealed' | 'erased';

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
  readonly actorId: string | null;
  readonly actorName: string;
  readonly onBehalfOfName: string | null;
  readonly requestId: string | null;
  readonly clientAddress: string | null;
  readonly facts: readonly TrailFact[];
  readonly personalFacts: PersonalFactsState | null;
  readonly businessDate: string;
  readonly at: Date;
}

/** What to look for; several wishes narrow together. */
export interface TrailFilter {
  readonly subjectType?: string | null | undefined;
  readonly subjectId?: string | null | undefined;
  readonly actorId?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly requestId?: string | null | undefined;
  /** Days of Asia/Shanghai, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export interface TrailWish extends PageRequest, TrailFilter {}

/** Most rows of one CSV file. */
export const TRAIL_CSV_ROWS = 10_000;

const newestFirst = new Keyset<TrailRow>(
  'actions-newest-first',
  [{ sql: 'a.seq', type: 'bigint', of: ({ seq }) => seq }],
  'desc',
);

const PERSONAL = 'personal';

const factsOf = (payload: TrailRow['payload']): readonly TrailFact[] =>
  Object.entries(payload)
    .filter(([name]) => name !== PERSONAL)
    .map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) }));

const entryOf = (row: TrailRow): TrailEntry => ({
  id: row.id,
  kind: row.kind,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  fromState: row.from_state,
  toState: row.to_state,
  reason: row.reason,
  bySystem: row.actor_kind === 'system',
  actorId: row.actor_id,
  actorName: row.actor_name,
  onBehalfOfName: row.on_behalf_of_name,
  requestId: row.request_id,
  clientAddress: row.client_address,
  facts: factsOf(row.payload),
  personalFacts: PERSONAL in row.payload ? (row.erased ? 'erased' : 'sealed') : null,
  businessDate: row.business_date,
  at: row.at,
});

const wishesOf = (filter: TrailFilter): Parameters<typeof narrowed>[0] => {
  const given = (...values: readonly (string | null | undefined)[]): readonly string[] =>
    values.filter((value) => typeof value === 'string');
  const subject = given(filter.subjectType, filter.subjectId);
  if (subject.length === 1) refuseArguments('"subjectType" and "subjectId" are given together.');
  const wishes = {
    subject,
    actor: given(filter.actorId),
    kind: given(filter.kind),
    request: given(filter.requestId),
    from: given(filter.from),
    to: given(filter.to),
  } as const;
  return (Object.keys(narrowings) as (keyof typeof narrowings)[]).flatMap((name) =>
    wishes[name].length > 0 ? [narrowings[name](wishes[name])] : [],
  );
};

const CSV_HEAD = ['时间', '业务日期', '操作人', '代表', '事件', '对象', '对象编号', '原状态', '新状态', '原因'];
const CSV_REST = ['请求编号', '客户端地址', '事实', '记录编号'];

const csvRow = (entry: TrailEntry): readonly (string | null)[] => [
  ...[entry.at.toISOString(), entry.businessDate, entry.actorName, entry.onBehalfOfName, entry.kind],
  ...[entry.subjectType, entry.subjectId, entry.fromState, entry.toState, entry.reason],
  ...[entry.requestId, entry.clientAddress, entry.facts.map(({ name, value }) => `${name}=${value}`).join('; ')],
  entry.id,
];

/** What happened in an area, who did it, when and why: the audit record as people read it. */
@Injectable()
export class TrailService {
  constructor(private readonly reader: ScopedReader) {}

  /** Newest first, narrowed as wished; BAD_USER_INPUT for half a subject. */
  async page({ area }: Caller, wish: TrailWish): Promise<Connection<TrailEntry>> {
    const { where, params } = narrowed(wishesOf(wish), 3);
    const slice = newestFirst.slice(wish, 3 + params.length);
    const sql = trailSql(`${where} AND ${slice.where}`, slice.orderBy);
    const rows = await this.reader.read<TrailRow>(area, sql, [area, slice.limit, ...params, ...slice.params]);
    return newestFirst.connection(wish, rows, entryOf);
  }

  /** The newest 10,000 of the same as a CSV text. */
  async csv({ area }: Caller, filter: TrailFilter): Promise<string> {
    const { where, params } = narrowed(wishesOf(filter), 3);
    const sql = trailSql(where, 'a.seq desc');
    const rows = await this.reader.read<TrailRow>(area, sql, [area, TRAIL_CSV_ROWS, ...params]);
    const entries = rows.map((row) => csvRow(entryOf(row)));
    return csvFile([[...CSV_HEAD, ...CSV_REST], ...entries]).toString('utf8');
  }
}
