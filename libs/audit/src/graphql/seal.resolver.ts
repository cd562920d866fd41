import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, PageArgs, Requests, type Caller, type Connection } from '@huiji/platform';
import { SealService } from '../seal.service';
import {
  AuditSealHeadsArgs,
  AuditVerifyInput,
  AuditVerifyResult,
  SealConnection,
  SealStateType,
  SealVerificationConnection,
  type SealType,
  type SealVerificationType,
} from './seal.type';

@Resolver()
export class SealResolver {
  constructor(
    private readonly seals: SealService,
    private readonly requests: Requests,
  ) {}

  @Query(() => SealConnection, { description: 'The seals of the trail, newest first (封存).' })
  auditSeals(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<SealType>> {
    return this.seals.page(caller, page);
  }

  @Query(() => SealStateType, { description: 'How far the trail is sealed (封存进度).' })
  auditSealState(@CurrentCaller() caller: Caller): Promise<SealStateType> {
    return this.seals.state(caller);
  }

  @Query(() => String, { description: 'Heads of seals as a text to keep elsewhere (封存摘要导出).' })
  auditSealHeads(@CurrentCaller() caller: Caller, @Args() { from }: AuditSealHeadsArgs): Promise<string> {
    return this.seals.headsFrom(caller, from);
  }

  @Query(() => SealVerificationConnection, { description: 'Verifications that were asked for, newest first (核验).' })
  auditVerifications(
    @CurrentCaller() caller: Caller,
    @Args() page: PageArgs,
  ): Promise<Connection<SealVerificationType>> {
    return this.seals.verifications(caller, page);
  }

  @Mutation(() => AuditVerifyResult, {
    description: 'Recomputes every seal of the area, in the background (核验封存).',
  })
  auditVerify(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => AuditVerifyInput, description: 'With which kept heads (留存摘要).' })
    input: AuditVerifyInput,
  ): Promise<SealVerificationType | Refusal> {
    const act = this.seals.ask.bind(this.seals);
    const shown = this.seals.find.bind(this.seals);
    return this.requests.perform(caller, 'auditVerify', input, (tx) => act(tx, input.keptHeads), shown);
  }
}
