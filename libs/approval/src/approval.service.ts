import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { moveState, personOf, recordAction, type Tx } from '@huiji/platform';
import type { ApprovalAct, Decision, Part, PeopleWanted, Review, ReviewOutcome, Step, Subject } from './model/approval';
import { ApprovalRepository } from './persistence/approval.repository';
import { progressOf } from './rules/progress';
import { keptReason, reasonIssues } from './rules/reason';

/** What is to be approved, and who may have no other part in it. */
export interface ApprovalOpening extends Subject {
  /** People who edited a payee account that the subject uses. */
  readonly excluded: readonly string[];
  /** Who made the subject, where somebody else opens the round: clerks of it as well. */
  readonly makers?: readonly string[];
  /** More people than one at a step; the others stay at one. */
  readonly people?: Partial<PeopleWanted>;
}

export interface ReviewInput extends Subject {
  readonly step: Step;
  readonly decision: Decision;
  /** Wanted for a return, 1…500 characters. */
  readonly reason?: string | null;
}

/** A round with its reviews and the step that is due. */
export interface ApprovalRound extends ApprovalAct {
  readonly reviews: readonly Review[];
  readonly due: Step | null;
}

const samePerson = (part: Part, wanted: Part) => refuse('rule', 'SAME_PERSON', { part, wanted });

/**
 * Approval of an important act by different people (初审、复核、审批). Who acts is the actor of the transaction, never
 * an argument; a system part cannot review. A person has one part in a subject for ever, by primary key.
 */
@Injectable()
export class ApprovalService {
  constructor(private readonly rows: ApprovalRepository) {}

  /**
   * Opens a round: the actor and the makers become its clerks, the excluded its account editors. Returns the id of the
   * round. Refuses SAME_PERSON when a clerk or an editor has another part in the subject, APPROVAL_LIVE when a round is
   * open or the subject has been approved.
   */
  async open(tx: Tx, opening: ApprovalOpening): Promise<Result<string>> {
    const clerk = personOf(tx);
    const taken = await this.takeParts(tx, opening, clerk);
    if (!taken.ok) return taken;
    const wanted: PeopleWanted = { 'first-review': 1, recheck: 1, approval: 1, ...opening.people };
    const id = await this.rows.open(tx, opening, clerk, wanted);
    if (id === undefined) return refuse('conflict', 'APPROVAL_LIVE');
    await recordAction(tx, {
      subjectType: 'approval-act',
      subjectId: id,
      kind: 'ApprovalOpened',
      to: 'open',
      payload: { subjectType: opening.subjectType, subjectId: opening.subjectId, excluded: opening.excluded.length },
    });
    return ok(id);
  }

  /**
   * Adds the actor's decision at a step. Refuses BAD_INPUT (a return without its reason), NOT_FOUND (never opened),
   * APPROVAL_NOT_OPEN, SAME_PERSON (clerk, account editor, reviewer of another step, or the same person again) and
   * STEP_NOT_DUE, in this order.
   */
  async review(tx: Tx, input: ReviewInput): Promise<Result<ReviewOutcome>> {
    const person = personOf(tx);
    const issues = reasonIssues(input.decision, input.reason);
    if (issues.length > 0) return badInput(issues);
    const act = await this.rows.lockOpen(tx, input);
    if (!act) return this.noOpenAct(tx, input);
    const parts = await this.rows.takePart(tx, input, [person], input.step);
    const part = parts.get(person) ?? input.step;
    if (part !== input.step) return samePerson(part, input.step);
    const before = await this.rows.reviews(tx, [act.id]);
    if (before.some(({ personId }) => personId === person)) return samePerson(part, input.step);
    const { due } = progressOf(act.wanted, before);
    if (due !== input.step) return refuse('state', 'STEP_NOT_DUE', { due: due ?? '', step: input.step });
    const review = {
      step: input.step,
      personId: person,
      decision: input.decision,
      reason: keptReason(input.reason),
    };
    if (!(await this.rows.addReview(tx, act, review))) return samePerson(part, input.step);
    return this.conclude(tx, act, review, progressOf(act.wanted, [...before, review]));
  }

  /** Every round of a subject with its reviews, the newest last. */
  async historyOf(tx: Tx, subject: Subject): Promise<readonly ApprovalRound[]> {
    if (!/^[a-z][a-z-]*$/.test(subject.subjectType)) return [];
    const acts = await this.rows.acts(tx, subject);
    const reviews = await this.rows.reviews(
      tx,
      acts.map(({ id }) => id),
    );
    return acts.map((act) => {
      const own = reviews.filter(({ actId }) => actId === act.id);
      return { ...act, reviews: own, due: progressOf(act.wanted, own).due };
    });
  }

  /** Whether the subject was approved: by the round, under its keys, not by anybody's word. */
  async isApproved(tx: Tx, subject: Subject): Promise<boolean> {
    return (await this.rows.acts(tx, subject)).some(({ state }) => state === 'passed');
  }

  private async takeParts(tx: Tx, opening: ApprovalOpening, clerk: string): Promise<Result<void>> {
    const clerks = [...new Set([clerk, ...(opening.makers ?? [])])].sort();
    const editors = [...new Set(opening.excluded)].sort();
    if (clerks.some((one) => editors.includes(one))) return samePerson('account-editor', 'clerk');
    const clerkParts = await this.rows.takePart(tx, opening, clerks, 'clerk');
    const clerkPart = [...clerkParts.values()].find((part) => part !== 'clerk');
    if (clerkPart !== undefined) return samePerson(clerkPart, 'clerk');
    const editorParts = await this.rows.takePart(tx, opening, editors, 'account-editor');
    const other = [...editorParts.values()].find((part) => part !== 'account-editor');
    return other === undefined ? ok(undefined) : samePerson(other, 'account-editor');
  }

  private async noOpenAct(tx: Tx, subject: Subject): Promise<Result<never>> {
    const [last] = (await this.rows.acts(tx, subject)).slice(-1);
    return last ? refuse('state', 'APPROVAL_NOT_OPEN', { state: last.state }) : notFound(subject.subjectType);
  }

  private async conclude(
    tx: Tx,
    act: ApprovalAct,
    review: Pick<Review, 'step' | 'decision' | 'reason'>,
    outcome: ReviewOutcome,
  ): Promise<Result<ReviewOutcome>> {
    await recordAction(tx, {
      subjectType: act.subjectType,
      subjectId: act.subjectId,
      kind: review.decision === 'pass' ? 'ReviewPassed' : 'ReviewReturned',
      reason: review.reason,
      payload: { step: review.step, actId: act.id },
    });
    if (!outcome.complete && !outcome.returned) return ok(outcome);
    const moved = await moveState(tx, {
      table: 'approval.act',
      subjectType: 'approval-act',
      subjectId: act.id,
      from: 'open',
      to: outcome.complete ? 'passed' : 'returned',
      kind: outcome.complete ? 'ApprovalPassed' : 'ApprovalReturned',
      reason: review.reason,
    });
    return moved.ok ? ok(outcome) : moved;
  }
}
