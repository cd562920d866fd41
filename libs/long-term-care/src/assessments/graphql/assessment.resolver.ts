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
import { CareReadingService } from '../../care-reading.service';
import { GradeService } from '../grade.service';
import type { AssessmentState } from '../../model/states';
import { only } from '../../model/views';
import { ObjectionService } from '../objection.service';
import { PublicityService } from '../publicity.service';
import { VisitService } from '../visit.service';
import { AssessmentConnection, AssessmentType } from './assessment.type';
import { AssessmentStateEnum } from '../../graphql/care.enums';
import {
  GradeConfirmInput,
  ObjectionDecideInput,
  ObjectionFileInput,
  PublicityStartInput,
  VisitAssignInput,
} from '../../graphql/care.input';

const VisitAssignResult = mutationResult('VisitAssignResult', () => AssessmentType);
const PublicityStartResult = mutationResult('PublicityStartResult', () => AssessmentType);
const ObjectionFileResult = mutationResult('ObjectionFileResult', () => AssessmentType);
const ObjectionDecideResult = mutationResult('ObjectionDecideResult', () => AssessmentType);
const GradeConfirmResult = mutationResult('GradeConfirmResult', () => AssessmentType);

/** What the agency does to assessments, and what anybody may read of them. */
@Resolver(() => AssessmentType)
export class AssessmentResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly reading: CareReadingService,
    private readonly visits: VisitService,
    private readonly publicity: PublicityService,
    private readonly objections: ObjectionService,
    private readonly grades: GradeService,
  ) {}

  @Query(() => AssessmentConnection, {
    description: 'Assessments, oldest first (评估列表); an assessor sees own tasks only.',
  })
  assessments(
    @CurrentCaller() caller: Caller,
    @Args() page: PageArgs,
    @Args('state', { type: () => AssessmentStateEnum, nullable: true, description: 'Only in this state (状态).' })
    state?: AssessmentState | null,
  ): Promise<Connection<AssessmentType>> {
    return this.database.read(caller.scope, (tx) => this.reading.assessmentPage(tx, caller, state ?? null, page));
  }

  @Query(() => AssessmentType, {
    nullable: true,
    description: "One assessment (评估); null when absent or somebody else's task.",
  })
  async assessment(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the assessment (评估编号).' }) id: string,
  ): Promise<AssessmentType | null> {
    return (await this.database.read(caller.scope, (tx) => this.reading.assessment(tx, caller, id))) ?? null;
  }

  @Mutation(() => VisitAssignResult, { description: 'Sends two assessors to an applicant (上门评估派单).' })
  visitAssign(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => VisitAssignInput, description: 'Who visits whom (派单).' }) input: VisitAssignInput,
  ): Promise<AssessmentType | Refusal> {
    const act = async (tx: Tx) => only(await this.visits.assign(tx, [input]));
    return this.requests.perform(caller, 'visitAssign', input, act, this.renderFor(caller));
  }

  @Mutation(() => PublicityStartResult, { description: 'Begins publicity of an assessed grade today (开始公示).' })
  publicityStart(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PublicityStartInput, description: 'Which one (评估).' }) input: PublicityStartInput,
  ): Promise<AssessmentType | Refusal> {
    const act = async (tx: Tx) => only(await this.publicity.start(tx, [input.assessmentId]));
    return this.requests.perform(caller, 'publicityStart', input, act, this.renderFor(caller));
  }

  @Mutation(() => ObjectionFileResult, { description: 'Records an objection during publicity (登记异议).' })
  objectionFile(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ObjectionFileInput, description: 'Who objects, and why (异议).' })
    input: ObjectionFileInput,
  ): Promise<AssessmentType | Refusal> {
    const act = (tx: Tx) => this.publicity.object(tx, input.assessmentId, input);
    return this.requests.perform(caller, 'objectionFile', input, act, this.renderFor(caller));
  }

  @Mutation(() => ObjectionDecideResult, {
    description: 'Decides an objection: upheld, the result is void; dismissed, publicity goes on (处理异议).',
  })
  objectionDecide(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ObjectionDecideInput, description: 'Which one, how and why (处理意见).' })
    input: ObjectionDecideInput,
  ): Promise<AssessmentType | Refusal> {
    const act = (tx: Tx) => this.objections.decide(tx, input.assessmentId, input);
    return this.requests.perform(caller, 'objectionDecide', input, act, this.renderFor(caller));
  }

  @Mutation(() => GradeConfirmResult, { description: 'Makes a result final; only this opens money (确认等级).' })
  gradeConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => GradeConfirmInput, description: 'Which one (评估).' }) input: GradeConfirmInput,
  ): Promise<AssessmentType | Refusal> {
    const act = async (tx: Tx) => only(await this.grades.confirm(tx, [input.assessmentId]));
    return this.requests.perform(caller, 'gradeConfirm', input, act, this.renderFor(caller));
  }

  private renderFor(caller: Caller) {
    return (tx: Tx, id: string): Promise<AssessmentType | undefined> => this.reading.assessment(tx, caller, id);
  }
}
