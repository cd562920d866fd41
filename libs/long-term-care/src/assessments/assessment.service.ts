import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, present, type Result } from '@huiji/kernel';
import { Keyset, nextState, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { Assessment, Assessor, Seat, Viewer } from './model/assessment';
import type { AssessmentAction, AssessmentState } from '../model/states';
import {
  assessmentPage,
  assessmentsById,
  assessmentsOfApplications,
  seatsOf,
} from './persistence/assessment.repository';
import { moveRows, type Move } from '../persistence/rows';
import { assessmentTransitions } from '../rules/transitions';

const TABLE = 'long_term_care.assessment';
export const ASSESSMENT_SUBJECT = 'care-assessment';

const byId = new Keyset<Assessment>('care-assessments', [{ sql: 't.id', type: 'uuid', of: ({ id }) => id }]);

/** What every act on assessments needs: load with a lock, ask the table of transitions, move, page. */
@Injectable()
export class AssessmentService {
  /** Assessments in the order of the ids, locked. Refuses NOT_FOUND when one is absent, ASSESSMENT_TWICE when one is named twice. */
  async locked(tx: Tx, ids: readonly string[]): Promise<Result<readonly Assessment[]>> {
    if (new Set(ids).size < ids.length) return badInput([{ field: 'assessmentId', code: 'ASSESSMENT_TWICE' }]);
    const rows = new Map((await assessmentsById(tx, ids, 'FOR UPDATE')).map((row) => [row.id, row]));
    return ids.every((id) => rows.has(id))
      ? ok(ids.map((id) => present(rows.get(id), 'an assessment')))
      : notFound('care-assessment');
  }

  /** The same, only for an assessor who has a seat in each of them; others' tasks are NOT_FOUND. */
  async ownLocked(tx: Tx, assessor: Assessor, ids: readonly string[]): Promise<Result<readonly Assessment[]>> {
    const seats = await seatsOf(tx, ids);
    const own = new Set(seats.filter(({ assessorId }) => assessorId === assessor.id).map((seat) => seat.assessmentId));
    return ids.every((id) => own.has(id)) ? this.locked(tx, ids) : notFound('care-assessment');
  }

  /** The moves an action makes of these rows. Refuses WRONG_STATE for the first row that does not allow it. */
  moves(rows: readonly Assessment[], action: AssessmentAction): Result<readonly Move[]> {
    const moves: Move[] = [];
    for (const { id, state } of rows) {
      const next = nextState<AssessmentState, AssessmentAction>(assessmentTransitions, state, action);
      if (!next.ok) return next;
      moves.push({ id, from: state, to: next.value });
    }
    return ok(moves);
  }

  /** Moves rows on. Refuses WRONG_STATE, STATE_CHANGED. */
  async move(
    tx: Tx,
    rows: readonly Assessment[],
    action: AssessmentAction,
    kind: string,
    reason: string | null = null,
  ): Promise<Result<void>> {
    const moves = this.moves(rows, action);
    return moves.ok ? moveRows(tx, TABLE, { subjectType: ASSESSMENT_SUBJECT, kind, reason }, moves.value) : moves;
  }

  seats(tx: Tx, assessmentIds: readonly string[]): Promise<readonly Seat[]> {
    return seatsOf(tx, assessmentIds);
  }

  /** The assessments of applications, for showing. */
  ofApplications(tx: Tx, applicationIds: readonly string[]): Promise<readonly Assessment[]> {
    return assessmentsOfApplications(tx, applicationIds);
  }

  /** One assessment; for an assessor only an own task, anything else is absent. */
  async find(tx: Tx, id: string, viewer: Viewer | null): Promise<Assessment | undefined> {
    const [row] = await assessmentsById(tx, [id]);
    if (!row || !viewer) return row;
    const seats = await seatsOf(tx, [id]);
    return seats.some(({ assessorId }) => assessorId === viewer.id) ? row : undefined;
  }

  /** A page of assessments by id; an assessor sees own tasks only. */
  async page(
    tx: Tx,
    state: AssessmentState | null,
    viewer: Viewer | null,
    page: PageRequest,
  ): Promise<Connection<Assessment>> {
    const rows = await assessmentPage(tx, { state, assessorId: viewer?.id ?? null }, byId.slice(page, 4));
    return byId.connection(page, rows, (row) => row);
  }
}
