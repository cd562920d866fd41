import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, present, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { ApplicationService } from './application.service';
import { ASSESSMENT_SUBJECT } from './assessment.service';
import { AssessorService } from './assessor.service';
import { InstrumentService } from './instrument.service';
import type { VisitDraft } from './model/assessment';
import type { Application } from './model/person';
import { insertAssessments, insertSeats } from './persistence/assessment.repository';
import { recordMoves } from '../persistence/rows';
import { checkAssessors, type RosterEntry } from './rules/assessor-conflicts';
import { textIssues } from '../rules/text-issues';

/** The instrument an area assesses with; a later issue makes it a policy of the area. */
export const INSTRUMENT_IN_USE = 'cn_ltci_2021';

/** Sends two assessors to an applicant (上门评估派单). */
@Injectable()
export class VisitService {
  constructor(
    private readonly applications: ApplicationService,
    private readonly assessors: AssessorService,
    private readonly instruments: InstrumentService,
  ) {}

  /**
   * Assigns two assessors to each accepted application, with place and day, under the current instrument.
   * Refuses NOT_FOUND (application or assessor), WRONG_STATE (not accepted), BAD_INPUT (VISIT_BEFORE_APPLICATION, PLACE_MISSING),
   * ASSESSORS_NOT_FIT with its issues, VISIT_ASSIGNED when an application has its assessment already. Answers the assessments' ids.
   */
  async assign(tx: Tx, drafts: readonly VisitDraft[]): Promise<Result<readonly string[]>> {
    const found = await this.applications.locked(
      tx,
      drafts.map((draft) => draft.applicationId),
    );
    if (!found.ok) return found;
    const applications = new Map(found.value.map((row) => [row.id, row]));
    const checked = await this.check(tx, drafts, applications);
    if (!checked.ok) return checked;
    const instrument = await this.instruments.current(tx, INSTRUMENT_IN_USE);
    if (!instrument.ok) return instrument;
    const rows = drafts.map((draft) => ({
      id: tx.newId(),
      application_id: draft.applicationId,
      person_id: present(applications.get(draft.applicationId), 'an application').personId,
      instrument_key: instrument.value.key,
      instrument_version: instrument.value.version,
      visit_on: draft.visitOn,
      visit_place: draft.visitPlace.trim(),
      state: 'visiting' as const,
    }));
    const added = await insertAssessments(tx, rows);
    if (added.length < rows.length) return refuse('conflict', 'VISIT_ASSIGNED');
    await insertSeats(
      tx,
      rows.flatMap((row, index) =>
        present(drafts[index], 'a draft').assessorIds.map((assessorId, seat) => ({
          assessment_id: row.id,
          assessor_id: assessorId,
          seat: seat + 1,
        })),
      ),
    );
    const moves = rows.map(({ id }) => ({ id, from: null, to: 'visiting' }));
    await recordMoves(tx, { subjectType: ASSESSMENT_SUBJECT, kind: 'VisitAssigned' }, moves);
    return ok(rows.map(({ id }) => id));
  }

  private async check(
    tx: Tx,
    drafts: readonly VisitDraft[],
    applications: ReadonlyMap<string, Application>,
  ): Promise<Result<void>> {
    const roster = await this.rosterOf(tx, drafts);
    if (!roster.ok) return roster;
    const conflicts = await this.assessors.conflictsWith(
      tx,
      [...applications.values()].map((row) => row.personId),
    );
    for (const [index, draft] of drafts.entries()) {
      const application = present(applications.get(draft.applicationId), 'an application');
      if (application.state !== 'accepted')
        return refuse('state', 'WRONG_STATE', { state: application.state, action: 'assign' });
      const issues = visitIssues(draft, application);
      if (issues.length > 0)
        return badInput(issues.map((issue) => (drafts.length > 1 ? { ...issue, row: index + 1 } : issue)));
      const team = draft.assessorIds.map((id) => present(roster.value.get(id), 'an assessor'));
      const own = conflicts.filter(({ personId }) => personId === application.personId);
      const fit = checkAssessors(team, draft.visitOn, own);
      if (!fit.ok) return fit;
    }
    return ok(undefined);
  }

  private async rosterOf(tx: Tx, drafts: readonly VisitDraft[]): Promise<Result<ReadonlyMap<string, RosterEntry>>> {
    const ids = [...new Set(drafts.flatMap((draft) => draft.assessorIds))];
    const roster = await this.assessors.byIds(tx, ids);
    return roster.length === ids.length ? ok(new Map(roster.map((entry) => [entry.id, entry]))) : notFound('assessor');
  }
}

const visitIssues = (draft: VisitDraft, application: Application): readonly FieldIssue[] => [
  ...(draft.visitOn < application.appliedOn ? [{ field: 'visitOn', code: 'VISIT_BEFORE_APPLICATION' }] : []),
  ...textIssues('visitPlace', draft.visitPlace, 'PLACE_MISSING', 200),
];
