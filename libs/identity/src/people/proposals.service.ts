import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type Result } from '@huiji/kernel';
import { nextState, personOf, recordAction, type Role, type Transitions, type Tx } from '@huiji/platform';
import { SecondFactors } from '../credentials/second-factors.service';
import { SessionRepository } from '../persistence/session.repository';
import { Standing } from '../standing.service';
import type { Proposal } from './model/person-account';
import { People } from './people.service';
import { ProposalRepository } from './persistence/proposal.repository';

const SUBJECT = 'proposal';

const decisions = {
  proposed: { confirm: 'confirmed', refuse: 'refused' },
  confirmed: {},
  refused: {},
} as const satisfies Transitions<Proposal['state'], 'confirm' | 'refuse'>;

/** What needs two administrators: a role behind which money moves, and the removal of a second factor. */
@Injectable()
export class Proposals {
  constructor(
    private readonly rows: ProposalRepository,
    private readonly people: People,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: SessionRepository,
    private readonly standing: Standing,
  ) {}

  list(tx: Tx): Promise<Proposal[]> {
    return this.rows.list(tx);
  }

  find(tx: Tx, id: string): Promise<Proposal | undefined> {
    return this.rows.find(tx, id);
  }

  /** Proposes that a person enrols a second factor anew (a lost phone). Refuses as `People.mine`, PROPOSAL_WAITS. */
  async proposeReset(tx: Tx, userId: string): Promise<Result<string>> {
    const person = await this.people.mine(tx, userId);
    if (!person.ok) return person;
    const by = personOf(tx);
    const wish = { kind: 'second-factor-reset', userId, organisationId: null, role: null, by } as const;
    const id = await this.rows.insert(tx, wish);
    if (id === undefined) return refuse('conflict', 'PROPOSAL_WAITS');
    const action = { subjectType: SUBJECT, subjectId: id, kind: 'SecondFactorResetProposed', to: 'proposed' };
    await recordAction(tx, { ...action, payload: { userId } });
    return ok(id);
  }

  /**
   * Confirms what another administrator proposed, and does it. Refuses NOT_FOUND, WRONG_STATE, PROPOSAL_OWN (the
   * proposer's own, or for oneself), and whatever the act itself refuses.
   */
  async confirm(tx: Tx, id: string): Promise<Result<string>> {
    const proposal = await this.decidable(tx, id, 'confirm');
    if (!proposal.ok) return proposal;
    const { proposedBy, userId } = proposal.value;
    const me = personOf(tx);
    if (proposedBy === me || userId === me) return refuse('rule', 'PROPOSAL_OWN');
    const done = await this.act(tx, proposal.value);
    if (!done.ok) return done;
    await this.rows.decide(tx, id, 'confirmed', me);
    const moved = { subjectType: SUBJECT, subjectId: id, kind: 'ProposalConfirmed', from: 'proposed', to: 'confirmed' };
    await recordAction(tx, moved);
    return ok(id);
  }

  /** Says no, or takes one's own back. Refuses NOT_FOUND, WRONG_STATE. */
  async refuse(tx: Tx, id: string): Promise<Result<string>> {
    const proposal = await this.decidable(tx, id, 'refuse');
    if (!proposal.ok) return proposal;
    await this.rows.decide(tx, id, 'refused', personOf(tx));
    const moved = { subjectType: SUBJECT, subjectId: id, kind: 'ProposalRefused', from: 'proposed', to: 'refused' };
    await recordAction(tx, moved);
    return ok(id);
  }

  private async decidable(tx: Tx, id: string, action: 'confirm' | 'refuse'): Promise<Result<Proposal>> {
    const proposal = await this.rows.lock(tx, id);
    if (!proposal) return notFound(SUBJECT);
    const next = nextState<Proposal['state'], 'confirm' | 'refuse'>(decisions, proposal.state, action);
    return next.ok ? ok(proposal) : next;
  }

  private async act(tx: Tx, { kind, userId, organisationId, role }: Proposal): Promise<Result<void>> {
    if (kind === 'membership' && organisationId !== null && role !== null)
      return this.people.give(tx, userId, { organisationId, role: role as Role });
    await this.secondFactors.drop(tx, userId);
    await this.sessions.endAll(tx, userId, tx.now, 'second-factor-reset');
    this.standing.forget();
    await recordAction(tx, { subjectType: 'person-user', subjectId: userId, kind: 'SecondFactorReset' });
    return ok(undefined);
  }
}
