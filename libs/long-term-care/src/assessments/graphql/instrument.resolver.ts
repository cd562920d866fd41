import { Args, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { PlainDate, Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  mutationResult,
  PlainDateScalar,
  Requests,
  UuidScalar,
  type Caller,
  type Tx,
} from '@huiji/platform';
import { AssessorService } from '../assessor.service';
import { InstrumentService } from '../instrument.service';
import { InstrumentConfirmInput } from '../../graphql/care.input';
import { instrumentView } from '../../graphql/care.view';
import { AssessmentInstrumentType } from './instrument.type';

@ObjectType('Assessor', { description: 'An assessor or assessment expert of the roster (评估员、评估专家).' })
export class AssessorType {
  @Field(() => UuidScalar, { description: 'Id of the assessor (评估员编号).' })
  id!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => UuidScalar, { description: 'Institution (所属机构).' })
  organisationId!: string;

  @Field(() => Boolean, { description: 'Whether an assessment expert (是否评估专家).' })
  expert!: boolean;

  @Field(() => PlainDateScalar, { description: 'Last day of the certificate (证书有效期止).' })
  certificateExpiresOn!: PlainDate;
}

const InstrumentConfirmResult = mutationResult('InstrumentConfirmResult', () => AssessmentInstrumentType);

@Resolver(() => AssessmentInstrumentType)
export class InstrumentResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly instruments: InstrumentService,
    private readonly assessors: AssessorService,
  ) {}

  @Query(() => [AssessmentInstrumentType], {
    name: 'instruments',
    description: 'Assessment instruments with their questions and how they stand in the area (评估标准).',
  })
  list(@CurrentCaller() caller: Caller): Promise<AssessmentInstrumentType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.instruments.standings(tx)).map(instrumentView));
  }

  @Query(() => [AssessorType], { name: 'assessors', description: 'The roster of assessors, by name (评估员名册).' })
  roster(@CurrentCaller() caller: Caller): Promise<readonly AssessorType[]> {
    return this.database.read(caller.scope, (tx) => this.assessors.list(tx));
  }

  @Mutation(() => InstrumentConfirmResult, {
    description: 'Confirms an instrument against its official document (核对评估标准).',
  })
  instrumentConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => InstrumentConfirmInput, description: 'Who compared what (核对).' })
    input: InstrumentConfirmInput,
  ): Promise<AssessmentInstrumentType | Refusal> {
    const act = (tx: Tx) => this.instruments.confirm(tx, input, input);
    return this.requests.perform(caller, 'instrumentConfirm', input, act, async (tx) => {
      const standing = await this.instruments.standing(tx, input);
      return standing.ok ? instrumentView(standing.value) : undefined;
    });
  }
}
