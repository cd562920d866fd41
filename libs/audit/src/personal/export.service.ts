import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import {
  csvFile,
  Database,
  Keyset,
  nextState,
  personOf,
  recordAction,
  type Caller,
  type Connection,
  type PageRequest,
  type Tx,
} from '@huiji/platform';
import {
  EXPORT_HOURS,
  EXPORT_ROWS,
  SHOWN_MINUTES,
  type ExportAction,
  type ExportState,
  type PersonalExport,
  type PurposeWords,
} from '../model/personal';
import { decideExportSql, exportPageSql, exportSql, insertExportSql, takeExportSql } from '../persistence/personal.sql';
import { exportTransitions } from '../rules/export-states';
import { purposeIssues } from '../rules/purpose-issues';
import { NumberReader } from './number-reader';

const SUBJECT = 'personal-export';
const HOUR_MS = 3_600_000;

/** A list that was taken: CSV, or nothing when it was fetched before and the minutes are over. */
export interface TakenExport {
  readonly export: PersonalExport;
  readonly csv: string | null;
}

const newestFirst = new Keyset<PersonalExport>(
  'personal-exports-newest',
  [
    { sql: 'e.requested_at', type: 'timestamptz', of: ({ requestedAt }) => requestedAt },
    { sql: 'e.id', type: 'uuid', of: ({ id }) => id },
  ],
  'desc',
);

/** Lists of personal numbers leave only when a second person agreed (个人信息导出双人授权), once, and before they expire. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumberReader,
  ) {}

  /** Asks for a list. Refuses BAD_INPUT (PURPOSE_WORDS_FORM), NOT_FOUND for a column nobody declared. */
  async request(tx: Tx, columnCode: string, { purpose, words }: PurposeWords): Promise<Result<string>> {
    const issues = purposeIssues('words', words);
    if (issues.length > 0) return badInput(issues);
    if (!this.numbers.column(columnCode)) return notFound(SUBJECT);
    const [id, said] = [tx.newId(), words.trim()];
    await tx.query(insertExportSql, [tx.area, id, columnCode, purpose, said, personOf(tx), tx.now]);
    await recordAction(tx, {
      ...{ subjectType: SUBJECT, subjectId: id, kind: 'PersonalExportRequested', to: 'requested', reason: said },
      payload: { column: columnCode, purpose },
    });
    return ok(id);
  }

  /** Agrees. Refuses NOT_FOUND, WRONG_STATE, EXPORT_OWN_REQUEST. */
  approve(tx: Tx, id: string): Promise<Result<string>> {
    return this.decide(tx, id, 'approve', null);
  }

  /** Says no. Refuses BAD_INPUT (PURPOSE_WORDS_FORM), NOT_FOUND, WRONG_STATE, EXPORT_OWN_REQUEST. */
  async refuse(tx: Tx, id: string, reason: string): Promise<Result<string>> {
    const issues = purposeIssues('reason', reason);
    return issues.length > 0 ? badInput(issues) : this.decide(tx, id, 'refuse', reason.trim());
  }

  /** Takes an approved list, once. Refuses NOT_FOUND (also for whoever did not ask), WRONG_STATE, EXPORT_EXPIRED. */
  async take(tx: Tx, id: string): Promise<Result<string>> {
    const wish = await this.locked(tx, id);
    if (!wish || wish.requestedBy !== personOf(tx)) return notFound(SUBJECT);
    const next = nextState<ExportState, ExportAction>(exportTransitions, wish.state, 'take');
    if (!next.ok) return next;
    if (wish.expiresAt === null || wish.expiresAt < tx.now) return refuse('rule', 'EXPORT_EXPIRED');
    await tx.query(takeExportSql, [tx.area, id, tx.now]);
    await recordAction(tx, {
      ...{ subjectType: SUBJECT, subjectId: id, kind: 'PersonalExportTaken', from: 'approved', to: 'taken' },
    });
    return ok(id);
  }

  async find(tx: Tx, id: string): Promise<PersonalExport | undefined> {
    return (await tx.query<PersonalExport>(exportSql(), [tx.area, id]))[0];
  }

  /** The list for whoever took it, for some minutes: it is made now and kept nowhere. */
  async taken(tx: Tx, id: string): Promise<TakenExport | undefined> {
    const wish = await this.find(tx, id);
    const column = wish && this.numbers.column(wish.columnCode);
    if (!wish || !column || wish.takenAt === null || wish.requestedBy !== personOf(tx)) return undefined;
    if (tx.now.getTime() > wish.takenAt.getTime() + SHOWN_MINUTES * 60_000) return { export: wish, csv: null };
    const numbers = await this.numbers.many(tx, column, EXPORT_ROWS);
    const rows = numbers.map(({ id: row, label, value }) => [row, label ?? '', value ?? '已删除']);
    return { export: wish, csv: csvFile([['编号', '名称', '号码'], ...rows]).toString('utf8') };
  }

  page({ scope }: Caller, page: PageRequest): Promise<Connection<PersonalExport>> {
    const slice = newestFirst.slice(page, 3);
    return this.database.read(scope, async (tx) => {
      const sql = exportPageSql(slice.where, slice.orderBy);
      const rows = await tx.query<PersonalExport>(sql, [tx.area, slice.limit, ...slice.params]);
      return newestFirst.connection(page, rows, (row) => row);
    });
  }

  private async locked(tx: Tx, id: string): Promise<PersonalExport | undefined> {
    return (await tx.query<PersonalExport>(exportSql('FOR UPDATE'), [tx.area, id]))[0];
  }

  private async decide(tx: Tx, id: string, action: ExportAction, reason: string | null): Promise<Result<string>> {
    const wish = await this.locked(tx, id);
    if (!wish) return notFound(SUBJECT);
    const next = nextState<ExportState, ExportAction>(exportTransitions, wish.state, action);
    if (!next.ok) return next;
    if (wish.requestedBy === personOf(tx)) return refuse('rule', 'EXPORT_OWN_REQUEST');
    const expires = next.value === 'approved' ? new Date(tx.now.getTime() + EXPORT_HOURS * HOUR_MS) : null;
    await tx.query(decideExportSql, [tx.area, id, next.value, personOf(tx), tx.now, reason, expires]);
    const kind = next.value === 'approved' ? 'PersonalExportApproved' : 'PersonalExportRefused';
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind, from: wish.state, to: next.value, reason });
    return ok(id);
  }
}
