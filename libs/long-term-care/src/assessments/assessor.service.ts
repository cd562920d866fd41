import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type Result } from '@huiji/kernel';
import { personOf, recordActions, type Tx } from '@huiji/platform';
import type { Assessor, AssessorDraft } from './model/assessment';
import {
  allAssessors,
  assessorOfUser,
  assessorsById,
  conflictsWith,
  insertAssessors,
  insertConflict,
  type ConflictRow,
} from './persistence/assessor.repository';

/** The roster of assessors (评估员名册) and what ties them to people. */
@Injectable()
export class AssessorService {
  /** Enters assessors into the roster. Refuses ASSESSOR_ENROLLED when one of the users is there. */
  async enrol(tx: Tx, drafts: readonly AssessorDraft[]): Promise<Result<readonly string[]>> {
    const rows = drafts.map((draft) => ({
      id: tx.newId(),
      user_id: draft.userId,
      organisation_id: draft.organisationId,
      full_name: draft.fullName,
      expert: draft.expert,
      certificate_number: draft.certificateNumber,
      certificate_expires_on: draft.certificateExpiresOn,
    }));
    const added = await insertAssessors(tx, rows);
    if (added.length < rows.length) return refuse('conflict', 'ASSESSOR_ENROLLED');
    await recordActions(
      tx,
      rows.map(({ id, expert }) => ({
        subjectType: 'assessor',
        subjectId: id,
        kind: 'AssessorEnrolled',
        payload: { expert },
      })),
    );
    return ok(rows.map(({ id }) => id));
  }

  /** Declares that an assessor is kin, carer or care provider of a person; such an assessor is never assigned to them. */
  async declareConflict(
    tx: Tx,
    assessorId: string,
    personId: string,
    reason: 'kin' | 'carer' | 'care-provider',
  ): Promise<Result<string>> {
    if ((await assessorsById(tx, [assessorId])).length === 0) return notFound('assessor');
    await insertConflict(tx, assessorId, personId, reason);
    await recordActions(tx, [
      {
        subjectType: 'assessor',
        subjectId: assessorId,
        kind: 'AssessorConflictDeclared',
        payload: { personId, reason },
      },
    ]);
    return ok(assessorId);
  }

  list(tx: Tx): Promise<readonly Assessor[]> {
    return allAssessors(tx);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<readonly Assessor[]> {
    return assessorsById(tx, ids);
  }

  conflictsWith(tx: Tx, personIds: readonly string[]): Promise<readonly ConflictRow[]> {
    return conflictsWith(tx, personIds);
  }

  /** The roster entry of the person who acts. Refuses NOT_FOUND: whoever is not on the roster has no task. */
  async self(tx: Tx): Promise<Result<Assessor>> {
    const own = await assessorOfUser(tx, personOf(tx));
    return own ? ok(own) : notFound('assessment');
  }
}
