import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, Requests, type Caller, type Tx } from '@huiji/platform';
import { Proposals } from '../proposals.service';
import {
  PersonInput,
  ProposalConfirmResult,
  ProposalInput,
  ProposalRefuseResult,
  ProposalType,
  SecondFactorResetProposeResult,
} from './people.type';
import { proposalView } from './people.views';

/** What two administrators must agree on. */
@Resolver()
export class ProposalResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly proposals: Proposals,
  ) {}

  @Query(() => [ProposalType], {
    description: 'What waits for a second administrator, and the newest decided (复核事项).',
  })
  roleProposals(@CurrentCaller() caller: Caller): Promise<readonly ProposalType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.proposals.list(tx)).map((proposal) => proposalView(proposal, caller.userId)),
    );
  }

  @Mutation(() => SecondFactorResetProposeResult, {
    description: 'Proposes that a person enrols a second factor anew (申请重置双因素).',
  })
  secondFactorResetPropose(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonInput, description: 'Whose (用户).' }) input: PersonInput,
  ): Promise<ProposalType | Refusal> {
    const act = (tx: Tx) => this.proposals.proposeReset(tx, input.personId);
    return this.requests.perform(caller, 'secondFactorResetPropose', input, act, this.shownTo(caller));
  }

  @Mutation(() => ProposalConfirmResult, { description: 'Confirms what another administrator proposed (复核通过).' })
  proposalConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ProposalInput, description: 'Which (事项).' }) input: ProposalInput,
  ): Promise<ProposalType | Refusal> {
    const act = (tx: Tx) => this.proposals.confirm(tx, input.proposalId);
    return this.requests.perform(caller, 'proposalConfirm', input, act, this.shownTo(caller));
  }

  @Mutation(() => ProposalRefuseResult, { description: 'Refuses a proposal, or takes one’s own back (拒绝申请).' })
  proposalRefuse(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ProposalInput, description: 'Which (事项).' }) input: ProposalInput,
  ): Promise<ProposalType | Refusal> {
    const act = (tx: Tx) => this.proposals.refuse(tx, input.proposalId);
    return this.requests.perform(caller, 'proposalRefuse', input, act, this.shownTo(caller));
  }

  private shownTo(caller: Caller) {
    return async (tx: Tx, id: string): Promise<ProposalType | undefined> => {
      const proposal = await this.proposals.find(tx, id);
      return proposal && proposalView(proposal, caller.userId);
    };
  }
}
