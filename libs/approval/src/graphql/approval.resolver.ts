import { Args, Query, Resolver } from '@nestjs/graphql';
import { UserService } from '@huiji/identity';
import { CurrentCaller, Database, UuidScalar, type Caller } from '@huiji/platform';
import { ApprovalService } from '../approval.service';
import { ApprovalRoundType } from './approval.type';
import { peopleOf, roundView } from './approval.view';

@Resolver(() => ApprovalRoundType)
export class ApprovalResolver {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalService,
    private readonly users: UserService,
  ) {}

  @Query(() => [ApprovalRoundType], {
    description: 'Every round of approval of a subject (审核记录), the newest last; empty when there is none.',
  })
  approvalRounds(
    @CurrentCaller() caller: Caller,
    @Args('subjectType', {
      type: () => String,
      description: 'Noun of the subject (事项类型), such as "payment-batch".',
    })
    subjectType: string,
    @Args('subjectId', { type: () => UuidScalar, description: 'Id of the subject (事项编号).' }) subjectId: string,
  ): Promise<ApprovalRoundType[]> {
    return this.database.read(caller.scope, async (tx) => {
      const rounds = await this.approvals.historyOf(tx, { subjectType, subjectId });
      const names = await this.users.names(tx, peopleOf(rounds));
      return rounds.map((round) => roundView(round, names));
    });
  }
}
