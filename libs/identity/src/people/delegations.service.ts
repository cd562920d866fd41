import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { personOf, recordAction, violatedConstraint, type Caller, type Tx } from '@huiji/platform';
import { Standing } from '../standing.service';
import type { Colleague, Delegation } from './model/person-account';
import { DelegationRepository } from './persistence/delegation.repository';
import { delegationIssues, type DelegationWish } from './rules/delegation';

const SUBJECT = 'delegation';

const reachOf = ({ role, userId }: Pick<Caller, 'role' | 'userId'>): string | null =>
  role === 'administrator' ? null : userId;

/** Delegation with dates (授权委托): a colleague acts in one's membership, under their own name and on one's behalf. */
@Injectable()
export class Delegations {
  constructor(
    private readonly rows: DelegationRepository,
    private readonly standing: Standing,
  ) {}

  /**
   * Hands the membership of the call to a colleague of the same organisation, from…until by the business date. Answers
   * the id. Refuses BAD_INPUT, NOT_FOUND (no such colleague), DELEGATION_ONWARD (the membership is itself delegated),
   * DELEGATION_ROLE (administrators), DELEGATION_STANDS (the same on some of these days).
   */
  async make(
    tx: Tx,
    caller: Caller,
    wish: DelegationWish & { readonly delegateMembershipId: string },
  ): Promise<Result<string>> {
    if (tx.actor.kind === 'person' && tx.actor.onBehalfOf !== undefined) return refuse('rule', 'DELEGATION_ONWARD');
    const issues = delegationIssues(wish, tx.businessDate);
    if (issues.length > 0) return badInput(issues);
    const own = caller.membershipId === undefined ? undefined : await this.rows.membership(tx, caller.membershipId);
    const delegate = await this.rows.membership(tx, wish.delegateMembershipId);
    if (!own || own.userId !== personOf(tx)) return refuse('rule', 'DELEGATION_ROLE');
    if (!delegate || delegate.organisationId !== own.organisationId || delegate.userId === own.userId)
      return notFound('colleague');
    if (own.role === 'administrator' || delegate.role === 'administrator') return refuse('rule', 'DELEGATION_ROLE');
    const { fromDate, untilDate } = wish;
    const made = { own, delegate, fromDate, untilDate, reason: wish.reason.trim() };
    if (await this.rows.overlaps(tx, made)) return refuse('conflict', 'DELEGATION_STANDS');
    const id = await this.rows.insert(tx, made).catch((error: unknown) => {
      if (violatedConstraint(error) === 'delegation_once') return undefined;
      throw error;
    });
    if (id === undefined) return refuse('conflict', 'DELEGATION_STANDS');
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: id,
      kind: 'MembershipDelegated',
      to: 'standing',
      reason: made.reason,
      payload: { role: own.role, organisationId: own.organisationId, to: delegate.userId, fromDate, untilDate },
    });
    return ok(id);
  }

  /** Takes a delegation back at once: its owner, or an administrator. Refuses NOT_FOUND, WRONG_STATE. */
  async revoke(tx: Tx, caller: Caller, id: string): Promise<Result<string>> {
    const delegation = await this.find(tx, caller, id);
    if (!delegation || (caller.role !== 'administrator' && delegation.fromUserId !== caller.userId))
      return notFound(SUBJECT);
    if (!(await this.rows.revoke(tx, id, personOf(tx))))
      return refuse('state', 'WRONG_STATE', { state: 'revoked', action: 'revoke' });
    this.standing.forget();
    const action = { subjectType: SUBJECT, subjectId: id, kind: 'DelegationRevoked', from: 'standing', to: 'revoked' };
    await recordAction(tx, action);
    return ok(id);
  }

  find(tx: Tx, caller: Pick<Caller, 'role' | 'userId'>, id: string): Promise<Delegation | undefined> {
    return this.rows.find(tx, id, reachOf(caller));
  }

  /** One's own, from one and to one; for an administrator all of the area. */
  list(tx: Tx, caller: Pick<Caller, 'role' | 'userId'>): Promise<Delegation[]> {
    return this.rows.list(tx, reachOf(caller));
  }

  colleagues(tx: Tx, caller: Caller): Promise<Colleague[]> {
    return this.rows.colleagues(tx, caller.organisationId, caller.userId);
  }
}
