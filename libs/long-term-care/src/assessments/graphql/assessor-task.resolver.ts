import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { CareReadingService } from '../../care-reading.service';
import { ConclusionService } from '../conclusion.service';
import { SheetService } from '../sheet.service';
import { AssessmentType } from './assessment.type';
import { ConclusionSubmitInput, SheetSaveInput, SheetSubmitInput } from '../../graphql/care.input';

const SheetSaveResult = mutationResult('SheetSaveResult', () => AssessmentType);
const SheetSubmitResult = mutationResult('SheetSubmitResult', () => AssessmentType);
const ConclusionSubmitResult = mutationResult('ConclusionSubmitResult', () => AssessmentType);

/** What an assessor does with an own task; somebody else's task is not found. */
@Resolver(() => AssessmentType)
export class AssessorTaskResolver {
  constructor(
    private readonly requests: Requests,
    private readonly reading: CareReadingService,
    private readonly sheets: SheetService,
    private readonly conclusions: ConclusionService,
  ) {}

  @Mutation(() => SheetSaveResult, { description: "Keeps the caller's own sheet as a draft (保存评估表草稿)." })
  sheetSave(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SheetSaveInput, description: 'The sheet (评估表).' }) input: SheetSaveInput,
  ): Promise<AssessmentType | Refusal> {
    const act = (tx: Tx) => this.sheets.saveOne(tx, input);
    return this.requests.perform(caller, 'sheetSave', input, act, this.renderFor(caller));
  }

  @Mutation(() => SheetSubmitResult, { description: "Submits the caller's own sheet for good (提交评估表)." })
  sheetSubmit(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SheetSubmitInput, description: 'The sheet (评估表).' }) input: SheetSubmitInput,
  ): Promise<AssessmentType | Refusal> {
    const act = (tx: Tx) => this.sheets.submitOne(tx, input);
    return this.requests.perform(caller, 'sheetSubmit', input, act, this.renderFor(caller));
  }

  @Mutation(() => ConclusionSubmitResult, {
    description: "Puts the caller's word to the joint conclusion (提交共同结论意见).",
  })
  conclusionSubmit(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ConclusionSubmitInput, description: 'The conclusion (结论).' })
    input: ConclusionSubmitInput,
  ): Promise<AssessmentType | Refusal> {
    const act = (tx: Tx) => this.conclusions.submitOne(tx, input.assessmentId, input.jointAnswers ?? null);
    return this.requests.perform(caller, 'conclusionSubmit', input, act, this.renderFor(caller));
  }

  private renderFor(caller: Caller) {
    return (tx: Tx, id: string): Promise<AssessmentType | undefined> => this.reading.assessment(tx, caller, id);
  }
}
