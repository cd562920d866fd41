import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import {
  connectionOf,
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
import type { SavingsSheet } from '../model/sheet';
import { SavingsSheetService } from '../savings-sheet.service';
import { SavingsSheetAnswerInput, SavingsSheetConfirmInput, SavingsSheetObjectInput } from './savings.input';
import { lineView, sheetView } from './savings.view';
import { SavingsLineType, SavingsSheetType } from './sheet.type';

const SavingsSheetConnection = connectionOf(SavingsSheetType);
const SavingsSheetConfirmResult = mutationResult('SavingsSheetConfirmResult', () => SavingsSheetType);
const SavingsSheetObjectResult = mutationResult('SavingsSheetObjectResult', () => SavingsSheetType);
const SavingsSheetAnswerResult = mutationResult('SavingsSheetAnswerResult', () => SavingsSheetType);

/** A hospital sees its own sheets only; the agency and the auditor see the area's. */
const hospitalOf = (caller: Caller): string | null => (caller.role === 'hospital' ? caller.organisationId : null);

@Resolver(() => SavingsSheetType)
export class SavingsSheetResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly sheets: SavingsSheetService,
  ) {}

  @Query(() => SavingsSheetConnection, { description: 'Sheets of retained savings, newest first (结余留用清单列表).' })
  savingsSheets(
    @CurrentCaller() caller: Caller,
    @Args() page: PageArgs,
    @Args('runId', { type: () => UuidScalar, nullable: true, description: 'Only those of one calculation (核算批次).' })
    runId: string | null,
  ): Promise<Connection<SavingsSheetType>> {
    const filter = { runId: runId ?? null, hospitalId: hospitalOf(caller) };
    return this.database.read(caller.scope, async (tx) => viewed(await this.sheets.page(tx, filter, page)));
  }

  @Query(() => SavingsSheetType, { nullable: true, description: 'One sheet; null when absent or not yours (清单).' })
  savingsSheet(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Its id (编号).' }) id: string,
  ): Promise<SavingsSheetType | undefined> {
    return this.database.read(caller.scope, (tx) => this.render(caller)(tx, id));
  }

  @ResolveField(() => [SavingsLineType], { description: 'Its lines with inputs, sources and calculation (清单明细).' })
  lines(
    @CurrentCaller() caller: Caller,
    @Parent() sheet: SavingsSheetType & { readonly plain: SavingsSheet },
  ): Promise<SavingsLineType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.sheets.lines(tx, sheet.plain)).map(lineView));
  }

  @Mutation(() => SavingsSheetConfirmResult, { description: 'The hospital confirms its sheet (医疗机构确认清单).' })
  savingsSheetConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsSheetConfirmInput, description: 'Which sheet (清单).' })
    input: SavingsSheetConfirmInput,
  ): Promise<SavingsSheetType | Refusal> {
    const act = (tx: Tx) => this.sheets.confirm(tx, caller.organisationId, input.sheetId);
    return this.requests.perform(caller, 'savingsSheetConfirm', input, act, this.render(caller));
  }

  @Mutation(() => SavingsSheetObjectResult, {
    description: 'The hospital objects to its sheet within its working days (医疗机构提出异议).',
  })
  savingsSheetObject(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsSheetObjectInput, description: 'Which sheet and why (清单及异议).' })
    input: SavingsSheetObjectInput,
  ): Promise<SavingsSheetType | Refusal> {
    const act = (tx: Tx) => this.sheets.object(tx, caller.organisationId, input.sheetId, input.objection);
    return this.requests.perform(caller, 'savingsSheetObject', input, act, this.render(caller));
  }

  @Mutation(() => SavingsSheetAnswerResult, {
    description: 'The agency answers an objection; the sheet is open again (答复异议).',
  })
  savingsSheetAnswer(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsSheetAnswerInput, description: 'Which sheet and the reason (清单及理由).' })
    input: SavingsSheetAnswerInput,
  ): Promise<SavingsSheetType | Refusal> {
    const act = (tx: Tx) => this.sheets.answer(tx, input.sheetId, input.reason);
    return this.requests.perform(caller, 'savingsSheetAnswer', input, act, this.render(caller));
  }

  private render(caller: Caller) {
    return async (tx: Tx, id: string): Promise<SavingsSheetType | undefined> => {
      const sheet = await this.sheets.find(tx, id, hospitalOf(caller));
      return sheet && sheetView(sheet);
    };
  }
}

const viewed = ({ edges, pageInfo }: Connection<SavingsSheet>): Connection<SavingsSheetType> => ({
  edges: edges.map(({ cursor, node }) => ({ cursor, node: sheetView(node) })),
  pageInfo,
});
