import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, type Caller } from '@huiji/platform';
import { CareReadingService } from '../../care-reading.service';
import { ConclusionService } from '../conclusion.service';
import { PublicityService } from '../publicity.service';
import {
  AnswerSheetType,
  AssessmentType,
  ConclusionType,
  ConclusionVoteType,
  PublicityType,
  ResultLetterType,
} from './assessment.type';
import { sheetView, voteView } from '../../graphql/care.view';

/** The parts of an assessment that are read only when asked for; each asks again what the caller may see. */
@Resolver(() => AssessmentType)
export class AssessmentPartsResolver {
  constructor(
    private readonly database: Database,
    private readonly reading: CareReadingService,
    private readonly conclusions: ConclusionService,
    private readonly publicities: PublicityService,
  ) {}

  @ResolveField(() => AnswerSheetType, {
    nullable: true,
    description: "The caller's own sheet (本人评估表); null for others.",
  })
  mySheet(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<AnswerSheetType | null> {
    return this.database.read(caller.scope, async (tx) => {
      const sheet = await this.reading.mySheet(tx, caller, id);
      return sheet ? sheetView(sheet) : null;
    });
  }

  @ResolveField(() => [AnswerSheetType], {
    description:
      'Sheets the caller may read now (可见评估表): of the other assessor, and for everybody else, only when both are in.',
  })
  sheets(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<AnswerSheetType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.reading.sheetsOf(tx, caller, id)).map(sheetView));
  }

  @ResolveField(() => [ConclusionVoteType], { description: 'What has been put to the joint conclusion (结论意见).' })
  votes(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<ConclusionVoteType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.conclusions.votes(tx, [id])).map(voteView));
  }

  @ResolveField(() => ConclusionType, { nullable: true, description: 'The joint conclusion (共同结论).' })
  conclusion(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<ConclusionType | null> {
    return this.database.read(caller.scope, async (tx) => (await this.conclusions.of(tx, [id]))[0] ?? null);
  }

  @ResolveField(() => PublicityType, { nullable: true, description: 'What is or was shown in public (公示).' })
  publicity(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<PublicityType | null> {
    return this.database.read(caller.scope, async (tx) => (await this.publicities.of(tx, [id]))[0] ?? null);
  }

  @ResolveField(() => ResultLetterType, {
    nullable: true,
    description: 'Data of the result letter (结果告知书); null before the final result.',
  })
  resultLetter(@CurrentCaller() caller: Caller, @Parent() { id }: AssessmentType): Promise<ResultLetterType | null> {
    return this.database.read(caller.scope, (tx) => this.reading.letter(tx, caller, id));
  }
}
