import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  FieldIssueType,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { ReportReader } from '../report.reader';
import { ReportService } from '../report.service';
import type { ReportFaultView, ReportLineView, ReportView } from '../report.views';
import { ReviewService } from '../review.service';
import { ReportEnterInput, ReportInput, ReportPageArgs, ReportReturnInput, ReportUploadInput } from './report.inputs';
import * as results from './report.results';
import { ReportConnection, ReportLineType, ReportType, type ReportTemplateType } from './report.types';

const input = { description: 'What is asked (请求内容).' };
@Resolver(() => ReportType)
export class ReportResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly reports: ReportService,
    private readonly reviews: ReviewService,
    private readonly reader: ReportReader,
  ) {}

  @Query(() => ReportConnection, { description: 'Volume reports by hospital (报量表): a hospital sees its own.' })
  volumeReports(@CurrentCaller() caller: Caller, @Args() page: ReportPageArgs): Promise<Connection<ReportView>> {
    const filter = { campaignId: page.campaignId ?? null, state: page.state ?? null };
    return this.database.read(caller.scope, (tx) => this.reader.reportPage(tx, caller, filter, page));
  }

  @Query(() => ReportType, { nullable: true, description: 'One volume report (报量表); null: not found.' })
  volumeReport(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id (编号).' }) id: string,
  ): Promise<ReportView | undefined> {
    return this.database.read(caller.scope, (tx) => this.reader.report(tx, caller, id));
  }

  @ResolveField(() => [ReportLineType], { description: 'Lines of the latest edition (明细).' })
  lines(@CurrentCaller() caller: Caller, @Parent() report: ReportView): Promise<readonly ReportLineView[]> {
    return this.database.read(caller.scope, (tx) => this.reader.lines(tx, report));
  }

  @ResolveField(() => [FieldIssueType], {
    description:
      'Faults of the latest sheet, the first thousand (错误清单): row, column, what is wrong, how to mend it.',
  })
  faults(@CurrentCaller() caller: Caller, @Parent() report: ReportView): Promise<readonly ReportFaultView[]> {
    return this.database.read(caller.scope, (tx) => this.reader.faults(tx, report));
  }

  @Mutation(() => results.ReportTemplateMakeResult, {
    description: "Makes the hospital's XLSX template with its use of two years (生成报量模板).",
  })
  volumeReportTemplateMake(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportInput,
  ): Promise<ReportTemplateType | Refusal> {
    const make = (tx: Tx): Promise<Result<string>> => this.reports.makeTemplate(tx, caller, wanted.reportId);
    return this.requests.perform(caller, 'volumeReportTemplateMake', wanted, make, (_tx, fileId) =>
      Promise.resolve({ fileId }),
    );
  }

  @Mutation(() => results.ReportUploadResult, {
    description: 'Uploads a sheet as the next edition; it is read in the background (上传报量表).',
  })
  volumeReportUpload(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportUploadInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportUpload', wanted, (tx) => this.reports.upload(tx, caller, wanted));
  }

  @Mutation(() => results.ReportEnterResult, {
    description: 'Enters lines as the next edition, checked like a sheet (填写报量).',
  })
  volumeReportEnter(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportEnterInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportEnter', wanted, (tx) => this.reports.enter(tx, caller, wanted));
  }

  @Mutation(() => results.ReportSubmitResult, { description: 'Submits a report for review (提交报量表).' })
  volumeReportSubmit(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportSubmit', wanted, (tx) => this.reports.submit(tx, caller, wanted.reportId));
  }

  @Mutation(() => results.ReportWithdrawResult, {
    description: 'Takes a submitted report back before it is accepted (撤回报量表).',
  })
  volumeReportWithdraw(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportWithdraw', wanted, (tx) =>
      this.reports.withdraw(tx, caller, wanted.reportId),
    );
  }

  @Mutation(() => results.ReportAcceptResult, {
    description: 'Passes the open review level; the last one accepts the report (审核通过).',
  })
  volumeReportAccept(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportAccept', wanted, (tx) => this.reviews.accept(tx, caller, wanted.reportId));
  }

  @Mutation(() => results.ReportReturnResult, { description: 'Sends a report back with a reason (退回报量表).' })
  volumeReportReturn(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ReportReturnInput,
  ): Promise<ReportView | Refusal> {
    return this.perform(caller, 'volumeReportReturn', wanted, (tx) => this.reviews.return(tx, caller, wanted));
  }

  private perform(
    caller: Caller,
    name: string,
    wanted: ReportInput,
    act: (tx: Tx) => Promise<Result<string>>,
  ): Promise<ReportView | Refusal> {
    return this.requests.perform(caller, name, wanted, act, (tx, id) => this.reader.report(tx, caller, id));
  }
}
