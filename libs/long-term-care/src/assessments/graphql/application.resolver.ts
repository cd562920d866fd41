import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  mutationResult,
  PageArgs,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { ApplicationService } from '../application.service';
import { CareReadingService } from '../../care-reading.service';
import type { ApplicationState } from '../../model/states';
import { only } from '../../model/views';
import { ApplicationConnection, ApplicationType } from './assessment.type';
import { ApplicationStateEnum } from '../../graphql/care.enums';
import { ApplicationAcceptInput, ApplicationReturnInput, ApplicationSubmitInput } from '../../graphql/care.input';

const ApplicationSubmitResult = mutationResult('ApplicationSubmitResult', () => ApplicationType);
const ApplicationAcceptResult = mutationResult('ApplicationAcceptResult', () => ApplicationType);
const ApplicationReturnResult = mutationResult('ApplicationReturnResult', () => ApplicationType);

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly applications: ApplicationService,
    private readonly reading: CareReadingService,
  ) {}

  @Query(() => ApplicationConnection, {
    name: 'applications',
    description: 'Applications for long-term care, oldest first (长护险申请列表).',
  })
  page(
    @CurrentCaller() caller: Caller,
    @Args() page: PageArgs,
    @Args('state', { type: () => ApplicationStateEnum, nullable: true, description: 'Only in this state (状态).' })
    state?: ApplicationState | null,
  ): Promise<Connection<ApplicationType>> {
    return this.database.read(caller.scope, (tx) => this.reading.applicationPage(tx, state ?? null, page));
  }

  @Query(() => ApplicationType, { nullable: true, description: 'One application (长护险申请); null when absent.' })
  async application(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the application (申请编号).' }) id: string,
  ): Promise<ApplicationType | null> {
    return (await this.database.read(caller.scope, (tx) => this.render(tx, id))) ?? null;
  }

  @Mutation(() => ApplicationSubmitResult, { description: 'Enters an application (登记申请).' })
  applicationSubmit(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApplicationSubmitInput, description: 'The application (申请).' })
    input: ApplicationSubmitInput,
  ): Promise<ApplicationType | Refusal> {
    const draft = { ...input, guardian: input.guardian ?? null };
    const act = async (tx: Tx) => only(await this.applications.submit(tx, [draft]));
    return this.requests.perform(caller, 'applicationSubmit', input, act, this.render);
  }

  @Mutation(() => ApplicationAcceptResult, { description: 'Accepts an application (受理申请).' })
  applicationAccept(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApplicationAcceptInput, description: 'Which one (申请).' })
    input: ApplicationAcceptInput,
  ): Promise<ApplicationType | Refusal> {
    const act = async (tx: Tx) => only(await this.applications.accept(tx, [input.applicationId]));
    return this.requests.perform(caller, 'applicationAccept', input, act, this.render);
  }

  @Mutation(() => ApplicationReturnResult, { description: 'Returns an application with a reason (退回申请).' })
  applicationReturn(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApplicationReturnInput, description: 'Which one, and why (申请与原因).' })
    input: ApplicationReturnInput,
  ): Promise<ApplicationType | Refusal> {
    const act = (tx: Tx) => this.applications.return(tx, input.applicationId, input.reason);
    return this.requests.perform(caller, 'applicationReturn', input, act, this.render);
  }

  private readonly render = (tx: Tx, id: string): Promise<ApplicationType | undefined> =>
    this.reading.application(tx, id);
}
