import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, present, refuse, type Result } from '@huiji/kernel';
import { Keyset, nextState, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { Application, ApplicationDraft, Person } from './model/person';
import type { ApplicationAction, ApplicationState } from '../model/states';
import {
  applicationPage,
  applicationsById,
  insertApplications,
  peopleById,
  returnReasons,
  type NewApplication,
} from './persistence/application.repository';
import { PersonRegister } from './person-register.service';
import { moveRows, recordMoves } from '../persistence/rows';
import { applicationIssues } from './rules/application-issues';
import { checkEach } from '../rules/many';
import { applicationTransitions } from '../rules/transitions';
import { textIssues } from '../rules/text-issues';

const TABLE = 'long_term_care.application';
const SUBJECT = 'care-application';

const byId = new Keyset<Application>('care-applications', [{ sql: 'a.id', type: 'uuid', of: ({ id }) => id }]);

const rowOf = (tx: Tx, draft: ApplicationDraft, personId: string): NewApplication => ({
  id: tx.newId(),
  person_id: personId,
  claimed_grade: draft.claimedGrade,
  disabled_since: draft.disabledSince,
  treatment_record: draft.treatmentRecord.trim(),
  insured: draft.insured,
  guardian_name: draft.guardian?.name.trim() ?? null,
  guardian_relation: draft.guardian?.relation.trim() ?? null,
  applied_on: tx.businessDate,
  state: 'submitted',
});

/** Applications for long-term care (申请受理): entered by the agency's clerk, accepted or returned. */
@Injectable()
export class ApplicationService {
  constructor(private readonly registry: PersonRegister) {}

  /**
   * Enters applications, any number in one act. Refuses BAD_INPUT with the issues of `applicationIssues`, IDENTITY_TWICE
   * within one list and NAME_DIFFERS from the name known for that number, and OPEN_APPLICATION_EXISTS: a person has one open application.
   */
  async submit(tx: Tx, drafts: readonly ApplicationDraft[]): Promise<Result<readonly string[]>> {
    const checked = checkEach(drafts, (draft) => applicationIssues(draft, tx.businessDate));
    if (!checked.ok) return checked;
    const people = await this.registry.keep(tx, drafts);
    if (!people.ok) return people;
    const rows = drafts.map((draft, index) => rowOf(tx, draft, present(people.value[index], 'a person')));
    const kept = await insertApplications(tx, rows);
    if (kept.length < rows.length)
      return refuse('conflict', 'OPEN_APPLICATION_EXISTS', { count: `${rows.length - kept.length}` });
    const moves = rows.map(({ id }) => ({ id, from: null, to: 'submitted' }));
    await recordMoves(tx, { subjectType: SUBJECT, kind: 'ApplicationSubmitted' }, moves);
    return ok(rows.map(({ id }) => id));
  }

  /** Accepts applications (受理). Refuses NOT_FOUND, WRONG_STATE. */
  accept(tx: Tx, ids: readonly string[]): Promise<Result<readonly string[]>> {
    return this.move(tx, ids, 'accept', 'ApplicationAccepted', null);
  }

  /** Returns an application with a reason (退回). Refuses NOT_FOUND, WRONG_STATE, CARE_REASON_MISSING. */
  async return(tx: Tx, id: string, reason: string): Promise<Result<string>> {
    const issues = textIssues('reason', reason, 'CARE_REASON_MISSING', 2000);
    if (issues.length > 0) return badInput(issues);
    const moved = await this.move(tx, [id], 'return', 'ApplicationReturned', reason.trim());
    return moved.ok ? ok(id) : moved;
  }

  /** Concludes applications with the result of their assessment. Called by the grade's confirmation. */
  conclude(tx: Tx, ids: readonly string[]): Promise<Result<readonly string[]>> {
    return this.move(tx, ids, 'conclude', 'ApplicationConcluded', null);
  }

  /** Applications by id, locked for this transaction. Refuses NOT_FOUND when one is absent. */
  async locked(tx: Tx, ids: readonly string[]): Promise<Result<readonly Application[]>> {
    const rows = await applicationsById(tx, ids, 'FOR UPDATE');
    return rows.length === new Set(ids).size ? ok(rows) : notFound('care-application');
  }

  async find(tx: Tx, id: string): Promise<Application | undefined> {
    return (await applicationsById(tx, [id]))[0];
  }

  async page(tx: Tx, state: ApplicationState | null, page: PageRequest): Promise<Connection<Application>> {
    const rows = await applicationPage(tx, state, byId.slice(page, 3));
    return byId.connection(page, rows, (row) => row);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<readonly Application[]> {
    return applicationsById(tx, ids);
  }

  people(tx: Tx, ids: readonly string[]): Promise<readonly Person[]> {
    return peopleById(tx, ids);
  }

  returnReasons(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return returnReasons(tx, ids);
  }

  private async move(
    tx: Tx,
    ids: readonly string[],
    action: ApplicationAction,
    kind: string,
    reason: string | null,
  ): Promise<Result<readonly string[]>> {
    const found = await this.locked(tx, ids);
    if (!found.ok) return found;
    const moves: { id: string; from: ApplicationState; to: ApplicationState }[] = [];
    for (const { id, state } of found.value) {
      const next = nextState<ApplicationState, ApplicationAction>(applicationTransitions, state, action);
      if (!next.ok) return next;
      moves.push({ id, from: state, to: next.value });
    }
    const moved = await moveRows(tx, TABLE, { subjectType: SUBJECT, kind, reason }, moves);
    return moved.ok ? ok([...ids]) : moved;
  }
}
