import { Injectable } from '@nestjs/common';
import { badInput, canonicalJson, ok, present, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { ASSESSMENT_SUBJECT, AssessmentService } from './assessment.service';
import { AssessorService } from './assessor.service';
import { InstrumentService } from './instrument.service';
import type { AnswerSheet, Assessment, Assessor, Conclusion, ConclusionVote } from './model/assessment';
import type { Answers, Grading } from './model/instrument';
import { answersFromList, only, type AnswerEntry } from '../model/views';
import { concludeAssessments } from './persistence/assessment.repository';
import { conclusionsOf, insertConclusions, keepVotes, votesOf } from './persistence/conclusion.repository';
import { recordMoves } from '../persistence/rows';
import { sheetsOf } from './persistence/sheet.repository';
import { gradeFromAnswers } from './rules/grade-from-answers';
import { answersThatDiffer, ballot, type Ballot } from './rules/joint-conclusion';

export interface ConclusionDraft {
  readonly assessmentId: string;
  /** The common answers; only where the two sheets differ in grade. */
  readonly jointAnswers: Answers | null;
}

/** The joint conclusion (共同结论): both assessors put the same result; the grade is computed, never typed. */
@Injectable()
export class ConclusionService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly assessors: AssessorService,
    private readonly instruments: InstrumentService,
  ) {}

  /**
   * An assessor's word to conclusions. Where both sheets have one grade nothing else is needed; where they differ both must put
   * the same joint answers. The second word concludes. Refuses NOT_FOUND (no own task), WRONG_STATE (not joint), BAD_INPUT
   * (JOINT_ANSWERS_NEEDED, JOINT_ANSWERS_NOT_NEEDED and faults of answers), JOINT_ANSWERS_DIFFER naming the items.
   */
  async submit(tx: Tx, drafts: readonly ConclusionDraft[]): Promise<Result<readonly string[]>> {
    const self = await this.assessors.self(tx);
    if (!self.ok) return self;
    const ids = drafts.map((draft) => draft.assessmentId);
    const found = await this.assessments.ownLocked(tx, self.value, ids);
    if (!found.ok) return found;
    const possible = this.assessments.moves(found.value, 'conclude');
    if (!possible.ok) return possible;
    const sheets = await sheetsOf(tx, ids);
    const ballots = this.ballots(drafts, found.value, sheets);
    if (!ballots.ok) return ballots;
    await this.vote(tx, self.value, drafts, ballots.value);
    const concluded = await this.conclude(tx, found.value, ballots.value);
    return concluded.ok ? ok(ids) : concluded;
  }

  /** One word from a list of answers. Refuses as `submit`, and ANSWER_TWICE. */
  async submitOne(tx: Tx, assessmentId: string, entries: readonly AnswerEntry[] | null): Promise<Result<string>> {
    const answers = entries === null ? ok(null) : answersFromList(entries, 'jointAnswers');
    if (!answers.ok) return answers;
    return only(await this.submit(tx, [{ assessmentId, jointAnswers: answers.value }]));
  }

  of(tx: Tx, assessmentIds: readonly string[]): Promise<readonly Conclusion[]> {
    return conclusionsOf(tx, assessmentIds);
  }

  votes(tx: Tx, assessmentIds: readonly string[]): Promise<readonly ConclusionVote[]> {
    return votesOf(tx, assessmentIds);
  }

  private ballots(
    drafts: readonly ConclusionDraft[],
    assessments: readonly Assessment[],
    sheets: readonly AnswerSheet[],
  ): Result<readonly Ballot[]> {
    const ballots: Ballot[] = [];
    for (const [index, draft] of drafts.entries()) {
      const { instrumentKey: key, instrumentVersion: version } = present(assessments[index], 'an assessment');
      const gradings = sheets
        .filter(({ assessmentId }) => assessmentId === draft.assessmentId)
        .map(({ grading }) => present(grading, 'a grading'));
      const one = ballot(gradings, draft.jointAnswers, (answers) =>
        gradeFromAnswers(this.instruments.of({ key, version }), answers),
      );
      if (!one.ok) {
        const row = drafts.length > 1 ? { row: index + 1 } : {};
        return badInput(one.refusal.issues.map((issue) => ({ ...issue, ...row })));
      }
      ballots.push(one.value);
    }
    return ok(ballots);
  }

  private async vote(
    tx: Tx,
    assessor: Assessor,
    drafts: readonly ConclusionDraft[],
    ballots: readonly Ballot[],
  ): Promise<void> {
    const rows = drafts.map(({ assessmentId, jointAnswers }, index) => ({
      assessment_id: assessmentId,
      assessor_id: assessor.id,
      joint_answers: jointAnswers,
      grade: present(ballots[index], 'a ballot').grading.grade,
      voted_at: tx.now,
    }));
    await keepVotes(tx, rows);
    const moves = drafts.map(({ assessmentId: id }) => ({ id, from: 'joint', to: 'joint' }));
    await recordMoves(tx, { subjectType: ASSESSMENT_SUBJECT, kind: 'ConclusionPut' }, moves);
  }

  /** Concludes those that both have put. */
  private async conclude(tx: Tx, rows: readonly Assessment[], ballots: readonly Ballot[]): Promise<Result<void>> {
    const votes = await votesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const done: { id: string; basis: Conclusion['basis']; grading: Grading }[] = [];
    for (const [index, { id }] of rows.entries()) {
      const [first, second] = votes.filter((vote) => vote.assessmentId === id);
      if (!first || !second) continue;
      const differ = differences(first, second);
      if (differ.length > 0) return refuse('rule', 'JOINT_ANSWERS_DIFFER', {}, differ);
      done.push({ id, ...present(ballots[index], 'a ballot') });
    }
    if (done.length === 0) return ok(undefined);
    const moved = await concludeAssessments(
      tx,
      done.map(({ id, grading }) => ({ id, grade: grading.grade })),
    );
    if (moved < done.length) return refuse('conflict', 'STATE_CHANGED', { state: 'joint' });
    await insertConclusions(
      tx,
      done.map(({ id, basis, grading }) => ({
        assessment_id: id,
        basis,
        grade: grading.grade,
        grading,
        concluded_on: tx.businessDate,
      })),
    );
    const moves = done.map(({ id }) => ({ id, from: 'joint', to: 'concluded' }));
    await recordMoves(tx, { subjectType: ASSESSMENT_SUBJECT, kind: 'AssessmentConcluded' }, moves);
    return ok(undefined);
  }
}

const differences = (first: ConclusionVote, second: ConclusionVote): readonly FieldIssue[] =>
  canonicalJson(first.jointAnswers) === canonicalJson(second.jointAnswers)
    ? []
    : answersThatDiffer(first.jointAnswers ?? {}, second.jointAnswers ?? {});
