import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { moveState, peopleOf, personOf, recordAction, type Tx } from '@huiji/platform';
import type { ApprovalAct, Decision, Part, PeopleWanted, Review, ReviewOutcome, Step, Subject } from './model/approval';
import { ApprovalAnnouncer } from './approval-announcer.service';
import { ApprovalRepository } from './persistence/approval.repository';
import { PolicyRepository } from './persistence/policy.repository';
import { freezeOn, planFor, shippedPolicy } from './rules/policy-plan';
import { progressOf } from './rules/progress';
import { keptReason, reasonIssues } from './rules/reason';

/** What is to be approved, and who may have no other part in it. */
export interface ApprovalOpening extends Subject {
  /** People who edited a payee account that the subject uses. */
  readonly excluded: readonly string[];
  /** Who made the subject, where somebody else opens the round: clerks of it as well. */
  readonly makers?: readonly string[];
  /** More people than the policy asks for at a step; never fewer. */
  readonly people?: Partial<PeopleWanted>;
  /** What people call it: "2020-0001". No personal number. */
  readonly label?: string;
  /** Decides the band of the policy. */
  readonly amountFen?: bigint | null;
  readonly lineCount?: bigint | null;
  /** Whether the same subject comes back as the next round once it is mended; its clerk gets it as a task. */
  readonly mendable?: boolean;
}

export interface ReviewInput extends Subject {
  readonly step: Step;
  readonly decision: Decision;
  /** Wanted for a return, 1…500 characters: what is to be mended. */
  readonly reason?: string | null;
}

/** A round with its reviews and the step that is due. */
export interface ApprovalRound extends ApprovalAct {
  readonly reviews: readonly Review[];
  readonly due: Step | null;
}

const samePerson = (part: Part, wanted: Part) => refuse('rule', 'SAME_PERSON', { part, wanted });
const unique = (people: readonly string[]): readonly string[] => [...new Set(people)].sort();

/**
 * Approval of an important act by different people (初审、复核、审批). Who acts is the actor of the transaction, never
 * an argument; a system part cannot review. A person has one part in a subject for ever, by primary key, and so has
 * whoever the person acts on behalf of. How many people and days a step takes is the policy of the day on which the
 * round opens, frozen into it.
 */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly rows: ApprovalRepository,
    private readonly policies: PolicyRepository,
    private readonly announcer: ApprovalAnnouncer,
  ) {}

  /**
   * Opens a round: the actor and the makers become its clerks, the excluded its account editors. Returns the id of the
   * round. Refuses SAME_PERSON when a clerk or an editor has another part in the subject, APPROVAL_LIVE when a round is
   * open or the subject has been approved.
   */
  async open(tx: Tx, opening: ApprovalOpening): Promise<Result<string>> {
    const clerk = personOf(tx);
    const taken = await this.takeParts(tx, opening);
    if (!taken.ok) return taken;
    const policy = await this.policies.inForce(tx, opening.subjectType, tx.businessDate);
    const act = {
      subjectType: opening.subjectType,
      subjectId: opening.subjectId,
      openedBy: clerk,
      plan: planFor(policy ?? { ...shippedPolicy, id: null }, opening.amountFen ?? null, opening.people),
      label: opening.label ?? null,
      amountFen: opening.amountFen ?? null,
      lineCount: opening.lineCount ?? null,
      mendable: opening.mendable ?? false,
    };
    const id = await this.rows.open(tx, act);
    if (id === undefined) return refuse('conflict', 'APPROVAL_LIVE');
    await recordAction(tx, {
      subjectType: 'approval-act',
      subjectId: id,
      kind: 'ApprovalOpened',
      to: 'open',
      payload: { subjectType: opening.subjectType, subjectId: opening.subjectId, excluded: opening.excluded.length },
    });
    await this.announcer.waits(
      tx,
      { ...act, id, state: 'open', wanted: act.plan.people, days: act.plan.days },
      'first-review',
    );
    return ok(id);
  }

  /**
   * Adds the actor's decision at a step. Refuses BAD_INPUT (a return without its reason), NOT_FOUND (never opened),
   * APPROVAL_NOT_OPEN, SAME_PERSON (clerk, account editor, reviewer of another step, or the same person again; the
   * person behind a delegate counts as well), STEP_NOT_DUE and APPROVAL_FROZEN (a pass on a day of a freeze), in this order.
   */
  async review(tx: Tx, input: ReviewInput): Promise<Result<ReviewOutcome>> {
    const person = personOf(tx);
    const issues = reasonIssues(input.decision, input.reason);
    if (issues.length > 0) return badInput(issues);
    const act = await this.rows.lockOpen(tx, input);
    if (!act) return this.noOpenAct(tx, input);
    const parts = await this.rows.takePart(tx, input, unique(peopleOf(tx)), input.step);
    const other = [...parts.values()].find((part) => part !== input.step);
    if (other !== undefined) return samePerson(other, input.step);
    const before = await this.rows.reviews(tx, [act.id]);
    if (before.some(({ personId, onBehalfOf }) => parts.has(personId) || parts.has(onBehalfOf ?? '')))
      return samePerson(input.step, input.step);
    const { due } = progressOf(act.wanted, before);
    if (due !== input.step) return refuse('state', 'STEP_NOT_DUE', { due: due ?? '', step: input.step });
    const thawed = await this.mayPass(tx, input);
    if (!thawed.ok) return thawed;
    const review = {
      step: input.step,
      personId: person,
      onBehalfOf: peopleOf(tx)[1] ?? null,
      decision: input.decision,
      reason: keptReason(input.reason),
    };
    if (!(await this.rows.addReview(tx, act, review))) return samePerson(input.step, input.step);
    return this.conclude(tx, act, review, progressOf(act.wanted, [...before, review]));
  }

  /**
   * Takes a round back before anybody decided, by its clerk. Refuses NOT_FOUND (never opened, or the actor is no clerk of
   * it), APPROVAL_NOT_OPEN, APPROVAL_BEGUN (somebody decided already).
   */
  async withdraw(tx: Tx, subject: Subject): Promise<Result<string>> {
    const act = await this.rows.lockOpen(tx, subject);
    if (!act) return this.noOpenAct(tx, subject);
    const behind = peopleOf(tx);
    const parts = await this.rows.participants(tx, subject);
    if (!parts.some(({ personId, part }) => part === 'clerk' && behind.includes(personId)))
      return notFound(subject.subjectType);
    if ((await this.rows.reviews(tx, [act.id])).length > 0) return refuse('state', 'APPROVAL_BEGUN');
    const moved = await this.move(tx, act, 'withdrawn', 'ApprovalWithdrawn', null);
    if (!moved.ok) return moved;
    await this.announcer.withdrawn(tx, act);
    return ok(act.id);
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
      return { ...act, reviews: own, due: act.state === 'open' ? progressOf(act.wanted, own).due : null };
    });
  }

  /** Whether the subject was approved: by the round, under its keys, not by anybody's word. */
  async isApproved(tx: Tx, subject: Subject): Promise<boolean> {
    return (await this.rows.acts(tx, subject)).some(({ state }) => state === 'passed');
  }

  private async takeParts(tx: Tx, opening: ApprovalOpening): Promise<Result<void>> {
    const delegators = await this.rows.delegatorsOf(tx, opening);
    const clerks = unique([...peopleOf(tx), ...(opening.makers ?? []), ...delegators]);
    const editors = unique(opening.excluded);
    if (clerks.some((one) => editors.includes(one))) return samePerson('account-editor', 'clerk');
    const clerkParts = await this.rows.takePart(tx, opening, clerks, 'clerk');
    const clerkPart = [...clerkParts.values()].find((part) => part !== 'clerk');
    if (clerkPart !== undefined) return samePerson(clerkPart, 'clerk');
    const editorParts = await this.rows.takePart(tx, opening, editors, 'account-editor');
    const other = [...editorParts.values()].find((part) => part !== 'account-editor');
    return other === undefined ? ok(undefined) : samePerson(other, 'account-editor');
  }

  /** A return is possible on any day; nothing passes on a day of a freeze. */
  private async mayPass(tx: Tx, { subjectType, decision }: ReviewInput): Promise<Result<void>> {
    if (decision === 'return') return ok(undefined);
    const policy = await this.policies.inForce(tx, subjectType, tx.businessDate);
    const freeze = freezeOn(policy?.freezes ?? [], tx.businessDate);
    if (freeze === undefined) return ok(undefined);
    return refuse('rule', 'APPROVAL_FROZEN', { until: freeze.toOn, reason: freeze.reason });
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
    if (!outcome.complete && !outcome.returned) {
      if (outcome.due !== null && outcome.due !== review.step) await this.announcer.waits(tx, act, outcome.due);
      return ok(outcome);
    }
    const to = outcome.complete ? 'passed' : 'returned';
    const kind = outcome.complete ? 'ApprovalPassed' : 'ApprovalReturned';
    const moved = await this.move(tx, act, to, kind, review.reason);
    if (!moved.ok) return moved;
    if (outcome.complete) await this.rows.notePassed(tx, act);
    if (outcome.complete) await this.announcer.passed(tx, act);
    else await this.announcer.returned(tx, act, review);
    return ok(outcome);
  }

  private move(
    tx: Tx,
    act: ApprovalAct,
    to: Exclude<ApprovalAct['state'], 'open'>,
    kind: string,
    reason: string | null,
  ): Promise<Result<void>> {
    const table = 'approval.act';
    return moveState(tx, { table, subjectType: 'approval-act', subjectId: act.id, from: 'open', to, kind, reason });
  }
}
