import { Injectable } from '@nestjs/common';
import { ok, present, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import { sameVersion, type Tx } from '@huiji/platform';
import { AssessmentService } from './assessment.service';
import { AssessorService } from './assessor.service';
import { InstrumentService } from './instrument.service';
import type { AnswerSheet, Assessment, Assessor, Viewer } from './model/assessment';
import type { Answers, Grading } from './model/instrument';
import { answersFromList, type AnswerEntry } from '../model/views';
import {
  insertAnswers,
  keepSheets,
  ownSheets,
  sheetsOf,
  withBothSheets,
  type SheetRow,
} from './persistence/sheet.repository';
import { recordMoves } from '../persistence/rows';
import { draftIssues, gradeFromAnswers } from './rules/grade-from-answers';
import { checkEach } from '../rules/many';

const SUBJECT = 'answer-sheet';

/** What an assessor writes down at one visit. */
export interface SheetDraft {
  readonly assessmentId: string;
  readonly answers: Answers;
  /** Whether the guardian or family was there; must be said before submission. */
  readonly guardianPresent: boolean | null;
  /** The version of the own sheet that was read; 0: none yet. */
  readonly expectedVersion?: number | null;
}

/** The same as it comes from outside. */
export interface SheetEntry {
  readonly assessmentId: string;
  readonly answers: readonly AnswerEntry[];
  readonly guardianPresent?: boolean | null;
  readonly expectedVersion?: number | null;
}

const draftOf = ({ assessmentId, guardianPresent, expectedVersion }: SheetEntry, answers: Answers): SheetDraft => ({
  assessmentId,
  answers,
  guardianPresent: guardianPresent ?? null,
  expectedVersion: expectedVersion ?? null,
});

interface Opened {
  readonly assessor: Assessor;
  readonly assessments: readonly Assessment[];
  readonly own: ReadonlyMap<string, AnswerSheet>;
}

/** The two independent sheets (独立评估表): own task only, hidden until both are in, never changed once submitted. */
@Injectable()
export class SheetService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly assessors: AssessorService,
    private readonly instruments: InstrumentService,
  ) {}

  /** Keeps drafts, blanks allowed. Refuses NOT_FOUND (no own task), WRONG_STATE, STALE_VERSION, BAD_INPUT (SCORE_NOT_AN_OPTION, UNKNOWN_ITEM). */
  async save(tx: Tx, drafts: readonly SheetDraft[]): Promise<Result<readonly string[]>> {
    const opened = await this.open(tx, drafts, 'save');
    if (!opened.ok) return opened;
    const checked = checkEach(drafts, ({ answers }, index) =>
      draftIssues(this.instrumentOf(opened.value.assessments[index]), answers),
    );
    if (!checked.ok) return checked;
    const rows = drafts.map((draft) => rowOf(tx, opened.value, draft, null));
    return this.keep(tx, opened.value, rows, 'SheetSaved');
  }

  /**
   * Submits sheets for good; the second one of an assessment opens both for the joint conclusion.
   * Refuses NOT_FOUND (no own task), WRONG_STATE, STALE_VERSION, VISIT_NOT_YET, BAD_INPUT (ANSWER_MISSING for every blank, SCORE_NOT_AN_OPTION,
   * UNKNOWN_ITEM, GUARDIAN_PRESENCE_MISSING). Answers the sheets' ids.
   */
  async submit(tx: Tx, drafts: readonly SheetDraft[]): Promise<Result<readonly string[]>> {
    const opened = await this.open(tx, drafts, 'submit');
    if (!opened.ok) return opened;
    const early = opened.value.assessments.find(({ visitOn }) => visitOn > tx.businessDate);
    if (early) return refuse('rule', 'VISIT_NOT_YET', { visitOn: early.visitOn });
    const gradings: Grading[] = [];
    const checked = checkEach(drafts, (draft, index) => {
      const graded = gradeFromAnswers(this.instrumentOf(opened.value.assessments[index]), draft.answers);
      if (graded.ok) gradings[index] = graded.value;
      return [...presenceIssues(draft), ...(graded.ok ? [] : graded.refusal.issues)];
    });
    if (!checked.ok) return checked;
    const rows = drafts.map((draft, index) => rowOf(tx, opened.value, draft, present(gradings[index], 'a grading')));
    const kept = await this.keep(tx, opened.value, rows, 'SheetSubmitted');
    if (!kept.ok) return kept;
    await insertAnswers(
      tx,
      rows.flatMap(({ id }, index) =>
        Object.entries(present(drafts[index], 'a draft').answers).map(([item_key, score]) => ({
          sheet_id: id,
          item_key,
          score: present(score, item_key),
        })),
      ),
    );
    const joint = await this.bringIn(tx, opened.value.assessments);
    return joint.ok ? kept : joint;
  }

  /** One draft from a list of answers; answers the id of the assessment. Refuses as `save`, and ANSWER_TWICE. */
  async saveOne(tx: Tx, entry: SheetEntry): Promise<Result<string>> {
    const answers = answersFromList(entry.answers, 'answers');
    if (!answers.ok) return answers;
    const saved = await this.save(tx, [draftOf(entry, answers.value)]);
    return saved.ok ? ok(entry.assessmentId) : saved;
  }

  /** One sheet from a list of answers; answers the id of the assessment. Refuses as `submit`, and ANSWER_TWICE. */
  async submitOne(tx: Tx, entry: SheetEntry): Promise<Result<string>> {
    const answers = answersFromList(entry.answers, 'answers');
    if (!answers.ok) return answers;
    const submitted = await this.submit(tx, [draftOf(entry, answers.value)]);
    return submitted.ok ? ok(entry.assessmentId) : submitted;
  }

  /**
   * The sheets of assessments that `viewer` may read: an assessor's own always, every other only when both are in.
   * `viewer` null is somebody of the agency or an auditor.
   */
  async visible(tx: Tx, assessments: readonly Assessment[], viewer: Viewer | null): Promise<readonly AnswerSheet[]> {
    const stateOf = new Map(assessments.map(({ id, state }) => [id, state]));
    const sheets = await sheetsOf(tx, [...stateOf.keys()]);
    return sheets.filter(
      ({ assessmentId, assessorId }) => assessorId === viewer?.id || stateOf.get(assessmentId) !== 'visiting',
    );
  }

  private async open(tx: Tx, drafts: readonly SheetDraft[], action: string): Promise<Result<Opened>> {
    const self = await this.assessors.self(tx);
    if (!self.ok) return self;
    const ids = drafts.map((draft) => draft.assessmentId);
    const found = await this.assessments.ownLocked(tx, self.value, ids);
    if (!found.ok) return found;
    const own = new Map((await ownSheets(tx, self.value.id, ids)).map((sheet) => [sheet.assessmentId, sheet]));
    const done = [...own.values()].find(({ state }) => state === 'submitted');
    if (done) return refuse('state', 'WRONG_STATE', { state: done.state, action });
    const closed = found.value.find(({ state }) => state !== 'visiting');
    if (closed) return refuse('state', 'WRONG_STATE', { state: closed.state, action });
    for (const { assessmentId, expectedVersion } of drafts) {
      const sheet = own.get(assessmentId);
      const seen = { subjectType: SUBJECT, subjectId: sheet?.id ?? assessmentId, expected: expectedVersion };
      const same = await sameVersion(tx, { ...seen, current: sheet?.version ?? 0 });
      if (!same.ok) return same;
    }
    return ok({ assessor: self.value, assessments: found.value, own });
  }

  private async keep(
    tx: Tx,
    { own }: Opened,
    rows: readonly SheetRow[],
    kind: 'SheetSaved' | 'SheetSubmitted',
  ): Promise<Result<readonly string[]>> {
    const kept = await keepSheets(tx, rows);
    if (kept.length < rows.length) return refuse('conflict', 'STATE_CHANGED', { state: 'draft' });
    const moves = rows.map(({ id, assessment_id, state }) => ({
      id,
      from: own.get(assessment_id)?.state ?? null,
      to: state,
    }));
    await recordMoves(tx, { subjectType: SUBJECT, kind }, moves);
    return ok(rows.map(({ id }) => id));
  }

  private async bringIn(tx: Tx, assessments: readonly Assessment[]): Promise<Result<void>> {
    const complete = new Set(
      await withBothSheets(
        tx,
        assessments.map(({ id }) => id),
      ),
    );
    const rows = assessments.filter(({ id }) => complete.has(id));
    return this.assessments.move(tx, rows, 'bring-in-both-sheets', 'BothSheetsIn');
  }

  private instrumentOf(assessment: Assessment | undefined) {
    const { instrumentKey: key, instrumentVersion: version } = present(assessment, 'an assessment');
    return this.instruments.of({ key, version });
  }
}

const presenceIssues = ({ guardianPresent }: SheetDraft): readonly FieldIssue[] =>
  guardianPresent === null ? [{ field: 'guardianPresent', code: 'GUARDIAN_PRESENCE_MISSING' }] : [];

const rowOf = (tx: Tx, { assessor, own }: Opened, draft: SheetDraft, grading: Grading | null): SheetRow => ({
  id: own.get(draft.assessmentId)?.id ?? tx.newId(),
  assessment_id: draft.assessmentId,
  assessor_id: assessor.id,
  state: grading ? 'submitted' : 'draft',
  answers: draft.answers,
  grade: grading?.grade ?? null,
  grading,
  guardian_present: draft.guardianPresent,
  saved_at: tx.now,
  submitted_at: grading ? tx.now : null,
});
