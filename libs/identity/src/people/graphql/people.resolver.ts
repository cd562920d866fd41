import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, PageArgs, Requests, type Caller, type Connection, type Tx } from '@huiji/platform';
import { People } from '../people.service';
import {
  PersonAccountConnection,
  PersonDisableResult,
  PersonEnableResult,
  PersonInput,
  PersonInviteInput,
  PersonInviteResult,
  PersonResetResult,
  RoleEndInput,
  RoleEndResult,
  RoleGiveInput,
  RoleGiveResult,
  type PersonAccountType,
  type PersonLinkType,
} from './people.type';
import { accountView } from './people.views';

/** People and roles of an area, for its administrators. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly people: People,
  ) {}

  @Query(() => PersonAccountConnection, { description: 'People of the area by log-in name (用户).' })
  accounts(@CurrentCaller() caller: Caller, @Args() args: PageArgs): Promise<Connection<PersonAccountType>> {
    return this.database.read(caller.scope, async (tx) => {
      const { edges, pageInfo } = await this.people.page(tx, args);
      return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: accountView(node) })) };
    });
  }

  @Mutation(() => PersonInviteResult, {
    description: 'Enters a person without a password and answers a link for setting one (邀请用户).',
  })
  personInvite(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonInviteInput, description: 'Who (用户).' }) input: PersonInviteInput,
  ): Promise<PersonLinkType | Refusal> {
    const act = (tx: Tx) => this.people.invite(tx, input);
    return this.requests.perform(caller, 'personInvite', input, act, this.withLink);
  }

  @Mutation(() => PersonResetResult, {
    description: 'Answers a new link for setting a password (重置密码); links before it end, the second factor stays.',
  })
  personReset(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonInput, description: 'Whose (用户).' }) input: PersonInput,
  ): Promise<PersonLinkType | Refusal> {
    const act = (tx: Tx) => this.people.startReset(tx, input.personId);
    return this.requests.perform(caller, 'personReset', input, act, this.withLink);
  }

  @Mutation(() => PersonDisableResult, {
    description: 'Closes the door to a person and ends their log-ins (停用用户).',
  })
  personDisable(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonInput, description: 'Whom (用户).' }) input: PersonInput,
  ): Promise<PersonAccountType | Refusal> {
    const act = (tx: Tx) => this.people.setDisabled(tx, input.personId, true);
    return this.requests.perform(caller, 'personDisable', input, act, this.shown);
  }

  @Mutation(() => PersonEnableResult, { description: 'Opens the door again (启用用户).' })
  personEnable(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonInput, description: 'To whom (用户).' }) input: PersonInput,
  ): Promise<PersonAccountType | Refusal> {
    const act = (tx: Tx) => this.people.setDisabled(tx, input.personId, false);
    return this.requests.perform(caller, 'personEnable', input, act, this.shown);
  }

  @Mutation(() => RoleGiveResult, {
    description: 'Gives a role (授予身份); one behind which money moves is proposed to a second administrator.',
  })
  roleGive(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RoleGiveInput, description: 'Which role to whom (身份).' }) input: RoleGiveInput,
  ): Promise<PersonAccountType | Refusal> {
    const act = (tx: Tx) => this.people.giveRole(tx, input.personId, input);
    return this.requests.perform(caller, 'roleGive', input, act, this.shown);
  }

  @Mutation(() => RoleEndResult, { description: 'Ends a role at once (结束身份).' })
  roleEnd(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RoleEndInput, description: 'Which (身份).' }) input: RoleEndInput,
  ): Promise<PersonAccountType | Refusal> {
    const act = (tx: Tx) => this.people.endRole(tx, input.membershipId);
    return this.requests.perform(caller, 'roleEnd', input, act, this.shown);
  }

  private readonly shown = async (tx: Tx, id: string): Promise<PersonAccountType | undefined> => {
    const person = await this.people.find(tx, id);
    return person && accountView(person);
  };

  private readonly withLink = async (tx: Tx, id: string): Promise<PersonLinkType | undefined> => {
    const person = await this.shown(tx, id);
    return person && { person, linkToken: await this.people.shownLink(tx, id) };
  };
}
