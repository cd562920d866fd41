import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, Requests, type Caller, type Role, type Tx } from '@huiji/platform';
import { Delegations } from '../delegations.service';
import type { Delegation } from '../model/person-account';
import {
  ColleagueType,
  DelegationMakeInput,
  DelegationMakeResult,
  DelegationRevokeInput,
  DelegationRevokeResult,
  DelegationType,
} from './delegation.type';

const view = (delegation: Delegation, viewerId: string): DelegationType => ({
  ...delegation,
  role: delegation.role as Role,
  mine: delegation.fromUserId === viewerId,
});

/** Delegation with dates. */
@Resolver()
export class DelegationResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly delegations: Delegations,
  ) {}

  @Query(() => [DelegationType], {
    name: 'delegations',
    description: 'Delegations from one and to one, newest first; for an administrator all of the area (授权委托).',
  })
  list(@CurrentCaller() caller: Caller): Promise<readonly DelegationType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.delegations.list(tx, caller)).map((each) => view(each, caller.userId)),
    );
  }

  @Query(() => [ColleagueType], { description: 'Who of one’s own organisation may take over (同机构人员).' })
  colleagues(@CurrentCaller() caller: Caller): Promise<readonly ColleagueType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.delegations.colleagues(tx, caller)).map((each) => ({ ...each, role: each.role as Role })),
    );
  }

  @Mutation(() => DelegationMakeResult, {
    description: 'Hands the membership of the call to a colleague for some days (办理授权委托).',
  })
  delegationMake(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => DelegationMakeInput, description: 'To whom, when and why (委托内容).' })
    input: DelegationMakeInput,
  ): Promise<DelegationType | Refusal> {
    const act = (tx: Tx) => this.delegations.make(tx, caller, input);
    return this.requests.perform(caller, 'delegationMake', input, act, this.shownTo(caller));
  }

  @Mutation(() => DelegationRevokeResult, { description: 'Takes a delegation back at once (撤销授权委托).' })
  delegationRevoke(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => DelegationRevokeInput, description: 'Which (委托).' }) input: DelegationRevokeInput,
  ): Promise<DelegationType | Refusal> {
    const act = (tx: Tx) => this.delegations.revoke(tx, caller, input.delegationId);
    return this.requests.perform(caller, 'delegationRevoke', input, act, this.shownTo(caller));
  }

  private shownTo(caller: Caller) {
    return async (tx: Tx, id: string): Promise<DelegationType | undefined> => {
      const delegation = await this.delegations.find(tx, caller, id);
      return delegation && view(delegation, caller.userId);
    };
  }
}
