import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { moveState, personOf, recordAction, type Caller, type Tx } from '@huiji/platform';
import { ApprovalService } from './approval.service';
import type { Decision } from './model/approval';
import type { ApprovalPolicy, PolicyDraft } from './model/policy';
import { PolicyRepository } from './persistence/policy.repository';
import { policyIssues } from './rules/policy-issues';
import { shippedPolicy } from './rules/policy-plan';
import { stepOfRole } from './rules/step-of-role';

const SUBJECT = 'approval-policy';

export interface PolicyReview {
  readonly policyId: string;
  readonly decision: Decision;
  readonly reason?: string | null;
}

/** The words of a draft for the audit: what it was, and what it becomes. */
const payloadOf = (draft: PolicyDraft): Readonly<Record<string, unknown>> => ({
  subjectType: draft.subjectType,
  validFrom: draft.validFrom,
  days: draft.days,
  bands: draft.bands,
  freezes: draft.freezes,
  source: draft.source,
});

/**
 * How subjects are approved (审核规则): dated versions, proposed by a clerk and put into force by the same three steps
 * that they are about. A version never changes once it is in force, and never reaches back; an open round keeps the
 * numbers it was opened with.
 */
@Injectable()
export class ApprovalPolicyService {
  constructor(
    private readonly rows: PolicyRepository,
    private readonly approvals: ApprovalService,
  ) {}

  /** Every version, the latest first; and what holds where nothing was set. */
  async all(tx: Tx): Promise<readonly ApprovalPolicy[]> {
    return this.rows.all(tx);
  }

  readonly shipped = shippedPolicy;

  find(tx: Tx, id: string): Promise<ApprovalPolicy | undefined> {
    return this.rows.find(tx, id);
  }

  /**
   * Proposes a version, or a returned one anew with what was to be mended, and opens its approval. Refuses BAD_INPUT,
   * POLICY_DAY_TAKEN, NOT_FOUND and WRONG_STATE (of the one to be mended), SAME_PERSON. Answers its id.
   */
  async propose(tx: Tx, draft: PolicyDraft, mends: string | null): Promise<Result<string>> {
    const issues = policyIssues(draft, tx.businessDate);
    if (issues.length > 0) return badInput(issues);
    if (await this.rows.dayIsTaken(tx, draft)) return refuse('conflict', 'POLICY_DAY_TAKEN', { from: draft.validFrom });
    const written = mends === null ? await this.add(tx, draft) : await this.mend(tx, draft, mends);
    if (!written.ok) return written;
    const opened = await this.approvals.open(tx, {
      subjectType: SUBJECT,
      subjectId: written.value,
      excluded: [],
      label: `${draft.subjectType} ${draft.validFrom}`,
      mendable: true,
    });
    return opened.ok ? written : opened;
  }

  /**
   * One decision of the caller at the step of its role; the last pass puts the version into force. Refuses NOT_FOUND,
   * WRONG_STATE, POLICY_BACKDATED and POLICY_DAY_TAKEN (at the last pass), and what `ApprovalService.review` refuses.
   */
  async review(tx: Tx, caller: Pick<Caller, 'role'>, input: PolicyReview): Promise<Result<string>> {
    const step = stepOfRole(caller.role);
    const policy = await this.rows.find(tx, input.policyId, true);
    if (!policy || step === undefined) return notFound(SUBJECT);
    if (policy.state !== 'proposed')
      return refuse('state', 'WRONG_STATE', { state: policy.state, action: input.decision });
    const reviewed = await this.approvals.review(tx, { ...input, step, subjectType: SUBJECT, subjectId: policy.id });
    if (!reviewed.ok) return reviewed;
    if (reviewed.value.returned) return this.move(tx, policy, 'returned', 'PolicyReturned', input.reason ?? null);
    if (!reviewed.value.complete) return ok(policy.id);
    if (policy.validFrom < tx.businessDate)
      return refuse('rule', 'POLICY_TOO_LATE', { from: policy.validFrom, today: tx.businessDate });
    if (await this.rows.dayIsTaken(tx, policy))
      return refuse('conflict', 'POLICY_DAY_TAKEN', { from: policy.validFrom });
    return this.move(tx, policy, 'in-force', 'PolicyPutInForce', null);
  }

  /** The proposer takes it back before anybody decided; it can be proposed anew. Refuses as `ApprovalService.withdraw`. */
  async withdraw(tx: Tx, policyId: string): Promise<Result<string>> {
    const policy = await this.rows.find(tx, policyId, true);
    if (!policy) return notFound(SUBJECT);
    const taken = await this.approvals.withdraw(tx, { subjectType: SUBJECT, subjectId: policyId });
    if (!taken.ok) return taken;
    return this.move(tx, policy, 'returned', 'PolicyWithdrawn', null);
  }

  private async add(tx: Tx, draft: PolicyDraft): Promise<Result<string>> {
    const id = tx.newId();
    await this.rows.insert(tx, id, draft, personOf(tx));
    const action = { subjectType: SUBJECT, subjectId: id, kind: 'PolicyProposed', to: 'proposed' } as const;
    await recordAction(tx, { ...action, payload: { after: payloadOf(draft) } });
    return ok(id);
  }

  private async mend(tx: Tx, draft: PolicyDraft, id: string): Promise<Result<string>> {
    const before = await this.rows.find(tx, id, true);
    if (!before) return notFound(SUBJECT);
    if (before.state !== 'returned') return refuse('state', 'WRONG_STATE', { state: before.state, action: 'propose' });
    await this.rows.rewrite(tx, id, draft);
    const payload = { before: payloadOf(before), after: payloadOf(draft) };
    return this.move(tx, before, 'proposed', 'PolicyMended', null, payload);
  }

  private async move(
    tx: Tx,
    policy: ApprovalPolicy,
    to: ApprovalPolicy['state'],
    kind: string,
    reason: string | null,
    payload: Readonly<Record<string, unknown>> = {},
  ): Promise<Result<string>> {
    const subject = { table: 'approval.policy', subjectType: SUBJECT, subjectId: policy.id };
    const moved = await moveState(tx, { ...subject, from: policy.state, to, kind, reason, payload });
    return moved.ok ? ok(policy.id) : moved;
  }
}
