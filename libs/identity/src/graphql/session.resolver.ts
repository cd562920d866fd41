import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, type Caller } from '@huiji/platform';
import { SessionService } from '../session.service';
import { RefreshInput, SignOutInput } from './session.input';
import {
  membershipView,
  RefreshResult,
  sessionView,
  SignOutResult,
  ViewerType,
  type SessionType,
  type SignOutType,
} from './session.type';

@Resolver()
export class SessionResolver {
  constructor(private readonly sessions: SessionService) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is logged in, and as what (当前用户).' })
  async me(@CurrentCaller() caller: Caller): Promise<ViewerType | null> {
    const viewer = await this.sessions.viewer(caller);
    if (!viewer) return null;
    const memberships = viewer.memberships.map(membershipView);
    return { ...viewer.person, membership: membershipView(viewer.membership), memberships };
  }

  @Mutation(() => RefreshResult, {
    description: 'The next pair of tokens (续期), in another membership if wished. A refresh token works once.',
  })
  async refresh(
    @Args('input', { type: () => RefreshInput, description: 'Which log-in goes on (续期信息).' }) input: RefreshInput,
  ): Promise<SessionType | Refusal> {
    const opened = await this.sessions.refresh(input.refreshToken, input.membershipId);
    return opened.ok ? sessionView(opened.value) : opened.refusal;
  }

  @Mutation(() => SignOutResult, {
    description: 'Ends a log-in (退出登录); its access token moves nothing any more.',
  })
  async signOut(
    @Args('input', { type: () => SignOutInput, description: 'Which log-in ends (退出信息).' }) input: SignOutInput,
  ): Promise<SignOutType> {
    await this.sessions.signOut(input.refreshToken, input.everywhere === true);
    return { done: true };
  }
}
