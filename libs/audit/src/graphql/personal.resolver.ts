import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, PageArgs, Requests, type Caller, type Connection } from '@huiji/platform';
import { ExportService } from '../personal/export.service';
import { UnmaskService } from '../personal/unmask.service';
import {
  PersonalExportApproveInput,
  PersonalExportApproveResult,
  PersonalExportConnection,
  PersonalExportRefuseInput,
  PersonalExportRefuseResult,
  PersonalExportRequestInput,
  PersonalExportRequestResult,
  PersonalExportTakeInput,
  PersonalExportTakeResult,
  PersonalNumberShowInput,
  PersonalNumberShowResult,
  type PersonalExportTakenType,
  type PersonalExportType,
  type ShownNumberType,
} from './personal.type';

@Resolver()
export class PersonalResolver {
  constructor(
    private readonly requests: Requests,
    private readonly unmask: UnmaskService,
    private readonly exports: ExportService,
  ) {}

  @Query(() => PersonalExportConnection, {
    description: 'Lists of numbers that somebody wished to take out (个人信息导出).',
  })
  personalExports(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<PersonalExportType>> {
    return this.exports.page(caller, page);
  }

  @Mutation(() => PersonalNumberShowResult, {
    description: 'Shows a masked number for two minutes; it is logged (查看完整号码).',
  })
  personalNumberShow(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonalNumberShowInput, description: 'Which number and why (号码与用途).' })
    input: PersonalNumberShowInput,
  ): Promise<ShownNumberType | Refusal> {
    const shown = this.unmask.shown.bind(this.unmask);
    return this.requests.perform(caller, 'personalNumberShow', input, (tx) => this.unmask.ask(tx, input), shown);
  }

  @Mutation(() => PersonalExportRequestResult, { description: 'Asks to take a list of numbers out (申请导出).' })
  personalExportRequest(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonalExportRequestInput, description: 'Which numbers and why (号码与用途).' })
    input: PersonalExportRequestInput,
  ): Promise<PersonalExportType | Refusal> {
    const act = this.exports.request.bind(this.exports);
    return this.requests.perform(
      caller,
      'personalExportRequest',
      input,
      (tx) => act(tx, input.columnCode, input),
      this.shown,
    );
  }

  @Mutation(() => PersonalExportApproveResult, {
    description: 'Agrees, as a second person, that a list leaves (授权导出).',
  })
  personalExportApprove(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonalExportApproveInput, description: 'Which wish (申请).' })
    input: PersonalExportApproveInput,
  ): Promise<PersonalExportType | Refusal> {
    const act = this.exports.approve.bind(this.exports);
    return this.requests.perform(caller, 'personalExportApprove', input, (tx) => act(tx, input.exportId), this.shown);
  }

  @Mutation(() => PersonalExportRefuseResult, { description: 'Refuses that a list leaves (拒绝导出).' })
  personalExportRefuse(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonalExportRefuseInput, description: 'Which wish and why (申请与原因).' })
    input: PersonalExportRefuseInput,
  ): Promise<PersonalExportType | Refusal> {
    const act = this.exports.refuse.bind(this.exports);
    const { exportId, reason } = input;
    return this.requests.perform(caller, 'personalExportRefuse', input, (tx) => act(tx, exportId, reason), this.shown);
  }

  @Mutation(() => PersonalExportTakeResult, {
    description: 'Takes an approved list, once, by whoever asked for it (导出).',
  })
  personalExportTake(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PersonalExportTakeInput, description: 'Which wish (申请).' })
    input: PersonalExportTakeInput,
  ): Promise<PersonalExportTakenType | Refusal> {
    const act = this.exports.take.bind(this.exports);
    const taken = this.exports.taken.bind(this.exports);
    return this.requests.perform(caller, 'personalExportTake', input, (tx) => act(tx, input.exportId), taken);
  }

  private readonly shown: ExportService['find'] = (tx, id) => this.exports.find(tx, id);
}
