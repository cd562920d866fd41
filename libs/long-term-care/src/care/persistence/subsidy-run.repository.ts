import type { Fen, Month, PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { CareMode, CareSpan, StopReason } from '../model/care';
import type { SubsidyException, SubsidyLine, SubsidyRun } from '../model/subsidy-run';
import {
  CHANGED_PEOPLE,
  INSERT_EXCEPTIONS,
  INSERT_LINES,
  INSERT_MONTHS,
  INSERT_SPANS,
  UPDATE_TOTALS,
} from './subsidy-run.sql';

const RUN = `id, month, sequence, state, version, people_count AS "peopleCount", paid_people_count AS "paidPeopleCount",
  line_count AS "lineCount", exception_count AS "exceptionCount", total_fen AS "totalFen", made_on AS "madeOn"`;

/** A new draft with the next number of its month; undefined when another run of the month is being made at this moment. */
export const insertRun = async (tx: Tx, id: string, month: Month): Promise<boolean> => {
  const rows = await tx.query(
    `INSERT INTO long_term_care.subsidy_run (area, id, month, sequence, state, made_on)
     SELECT $1::platform.area_code, $2::uuid, $3::text, coalesce(max(sequence), 0) + 1, 'draft', $4::date FROM long_term_care.subsidy_run
     WHERE area = $1 AND month = $3::text
     ON CONFLICT (area, month, sequence) DO NOTHING RETURNING id`,
    [tx.area, id, month, tx.businessDate],
  );
  return rows.length === 1;
};

/** Takes the snapshot: spans, months, lines, exceptions, totals, one statement each, however many people. */
export const computeRun = async (
  tx: Tx,
  id: string,
  month: Month,
  first: PlainDate,
  last: PlainDate,
): Promise<void> => {
  const key = [tx.area, id, month];
  await tx.query(INSERT_SPANS, [...key, first, last]);
  await tx.query(INSERT_MONTHS, key);
  await tx.query(INSERT_LINES, key);
  await tx.query(INSERT_EXCEPTIONS, key.slice(0, 2));
  await tx.query(UPDATE_TOTALS, key);
};

export const runById = async (tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<SubsidyRun | undefined> =>
  (
    await tx.query<SubsidyRun>(`SELECT ${RUN} FROM long_term_care.subsidy_run WHERE area = $1 AND id = $2 ${lock}`, [
      tx.area,
      id,
    ])
  )[0];

/** The people whom a computed run pays although what decides their month has changed since. */
export const changedPeople = (
  tx: Tx,
  run: { readonly id: string; readonly month: Month },
  first: PlainDate,
  last: PlainDate,
): Promise<readonly { readonly id: string; readonly fullName: string }[]> =>
  tx.query(CHANGED_PEOPLE, [tx.area, run.id, run.month, first, last]);

/** Gives the months of a run free again: its lines and paid months go, its days and totals stay as what was computed. */
export const freeMonths = async (tx: Tx, id: string): Promise<void> => {
  await tx.query('DELETE FROM long_term_care.subsidy_line WHERE area = $1 AND run_id = $2', [tx.area, id]);
  await tx.query('DELETE FROM long_term_care.care_month WHERE area = $1 AND run_id = $2', [tx.area, id]);
};

/** The lines of a person's months; whoever hands their runs over at this moment is waited for. */
export const linesOfMonths = async (
  tx: Tx,
  personId: string,
  months: readonly { readonly month: string; readonly runId: string }[],
): Promise<readonly string[]> => {
  await tx.query(
    'SELECT FROM long_term_care.subsidy_run WHERE area = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR SHARE',
    [tx.area, months.map(({ runId }) => runId)],
  );
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM long_term_care.subsidy_line WHERE area = $1 AND person_id = $2 AND month = ANY($3::text[]) ORDER BY id`,
    [tx.area, personId, months.map(({ month }) => month)],
  );
  return rows.map(({ id }) => id);
};

/** Runs of the area, newest month first. */
export const runsOf = (tx: Tx, month: Month | null): Promise<SubsidyRun[]> =>
  tx.query<SubsidyRun>(
    `SELECT ${RUN} FROM long_term_care.subsidy_run WHERE area = $1 AND ($2::text IS NULL OR month = $2)
     ORDER BY month DESC, sequence DESC`,
    [tx.area, month],
  );

/** One page of a run's lines; `slice` is a keyset over l.id with parameters from $3. */
export const linePage = (
  tx: Tx,
  runId: string,
  slice: {
    readonly where: string;
    readonly orderBy: string;
    readonly limit: number;
    readonly params: readonly unknown[];
  },
): Promise<SubsidyLine[]> =>
  tx.query<SubsidyLine>(
    `SELECT l.id, l.run_id AS "runId", l.person_id AS "personId", p.full_name AS "personName", l.month, l.payee_type AS "payeeType",
            l.payee_id AS "payeeId", l.days, l.amount_fen AS "amountFen"
     FROM long_term_care.subsidy_line l JOIN long_term_care.person p ON p.area = l.area AND p.id = l.person_id
     WHERE l.area = $1 AND l.run_id = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
    [tx.area, runId, ...slice.params],
  );

/** The first exceptions of a run, at most `limit`. */
export const exceptionsOf = (tx: Tx, runId: string, limit: number): Promise<SubsidyException[]> =>
  tx.query<SubsidyException>(
    `SELECT x.run_id AS "runId", x.person_id AS "personId", p.full_name AS "personName", x.code, x.days
     FROM long_term_care.subsidy_exception x JOIN long_term_care.person p ON p.area = x.area AND p.id = x.person_id
     WHERE x.area = $1 AND x.run_id = $2 ORDER BY x.person_id, x.code LIMIT $3`,
    [tx.area, runId, limit],
  );

interface SpanRow {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: StopReason | null;
  readonly grade: number;
  readonly mode: CareMode;
  readonly personDayFen: Fen;
  readonly providerDayFen: Fen;
  readonly providerId: string | null;
}

/** The days of one person as a run judged them. */
export const snapshotSpans = async (tx: Tx, runId: string, personId: string): Promise<readonly CareSpan[]> => {
  const rows = await tx.query<SpanRow>(
    `SELECT from_on AS "from", to_on AS "to", stop_reason AS reason, grade, mode, person_day_fen AS "personDayFen",
            provider_day_fen AS "providerDayFen", provider_id AS "providerId"
     FROM long_term_care.care_span WHERE area = $1 AND run_id = $2 AND person_id = $3 ORDER BY from_on`,
    [tx.area, runId, personId],
  );
  return rows.map(({ from, to, reason, ...day }) => ({
    from,
    to,
    day: reason === null ? { kind: 'payable', ...day } : { kind: 'stopped', reason },
  }));
};
