import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import { announce, Files, moveState, nextState, sameVersion, type Caller, type Tx } from '@huiji/platform';
import { sheetIn, XLSX_MEDIA_TYPE, type SheetTable } from '../files/sheet-file';
import { readVolumeReport } from './jobs/read-volume-report.definition';
import type { RawReportLine, ReportAction, ReportLine, ReportState } from './model/report.types';
import { CampaignRepository } from './persistence/campaign.repository';
import { ReportRepository } from './persistence/report.repository';
import type { CampaignEntity, VolumeReportEntity } from './persistence/reporting.entities';
import { ReportAnnouncer } from './report-announcer.service';
import { ReportFactsService } from './report-facts.service';
import { faultSheet } from './report-fault-sheet';
import { columnOfField, missingColumns, rawLinesOf, reportTemplate } from './report-sheet';
import { mayReport } from './rules/campaign-window';
import { readReportLines } from './rules/report-lines';
import { reportTransitions } from './rules/report-states';

/** A fault of the form, at the place of the input: a line's field, or the lines as a whole. */
const atLine = (issue: FieldIssue): FieldIssue => ({
  ...issue,
  field: issue.row === undefined ? 'lines' : `lines.${issue.field}`,
});

/** Whether the edition that is to be replaced is the one its author read. */
const sameEdition = (
  tx: Tx,
  { id, edition }: VolumeReportEntity,
  expected: number | null | undefined,
): Promise<Result<void>> =>
  sameVersion(tx, { subjectType: 'volume-report', subjectId: id, expected, current: edition });

/** Volume reports (报量表) in the hands of the hospital: template, sheet, form, submit, withdraw. */
@Injectable()
export class ReportService {
  constructor(
    private readonly rows: ReportRepository,
    private readonly campaigns: CampaignRepository,
    private readonly facts: ReportFactsService,
    private readonly files: Files,
    private readonly announcer: ReportAnnouncer,
  ) {}

  /** Makes the XLSX template of the caller's hospital and answers the file's id. Refusal NOT_FOUND. */
  async makeTemplate(tx: Tx, caller: Caller, reportId: string): Promise<Result<string>> {
    const found = await this.own(tx, caller, reportId);
    if (!found.ok) return found;
    const { report, campaign } = found.value;
    const { varieties, details } = await this.facts.factsFor(tx, campaign, report.hospitalId);
    const content = await reportTemplate(
      varieties.map((variety) => ({ ...variety, unit: details.get(variety.varietyId)?.smallestUnitZh ?? '' })),
    );
    return this.files.save(tx, {
      organisationId: report.hospitalId,
      name: `报量表-${campaign.name}.xlsx`,
      mediaType: XLSX_MEDIA_TYPE,
      content,
    });
  }

  /**
   * Takes an uploaded sheet as the next edition; a job reads its rows. Answers the report's id.
   * Refusals: NOT_FOUND (report or file), REPORTING_CLOSED, WRONG_STATE, STALE_VERSION.
   */
  async upload(
    tx: Tx,
    caller: Caller,
    input: { readonly reportId: string; readonly fileId: string; readonly expectedVersion?: number | null },
  ): Promise<Result<string>> {
    const found = await this.writable(tx, caller, input.reportId);
    if (!found.ok) return found;
    const file = await this.files.describeFor(tx, caller, input.fileId);
    if (file === undefined) return notFound('file');
    const { report } = found.value;
    const same = await sameEdition(tx, report, input.expectedVersion);
    if (!same.ok) return same;
    const edition = await this.rows.nextEdition(tx, report, file.id);
    const moved = await this.move(tx, report, 'upload', 'ReportUploaded', {
      edition,
      fileId: file.id,
      sha256: file.sha256,
    });
    if (!moved.ok) return moved;
    await announce(tx, readVolumeReport, { area: tx.area, reportId: report.id, edition });
    return ok(report.id);
  }

  /**
   * Takes lines from the form as the next edition, through the same validation as a sheet (PD-19).
   * Refusals: NOT_FOUND, REPORTING_CLOSED, WRONG_STATE, STALE_VERSION, BAD_INPUT with row, field and code.
   */
  async enter(
    tx: Tx,
    caller: Caller,
    input: {
      readonly reportId: string;
      readonly lines: readonly Omit<RawReportLine, 'row'>[];
      readonly expectedVersion?: number | null;
    },
  ): Promise<Result<string>> {
    const found = await this.writable(tx, caller, input.reportId);
    if (!found.ok) return found;
    const { report, campaign } = found.value;
    const allowed = nextState<ReportState, ReportAction>(reportTransitions, report.state, 'enter');
    if (!allowed.ok) return allowed;
    const same = await sameEdition(tx, report, input.expectedVersion);
    if (!same.ok) return same;
    const lines = input.lines.map((line, index) => ({ ...line, row: index + 1 }));
    const read = readReportLines(lines, await this.facts.factsFor(tx, campaign, report.hospitalId));
    if (!read.ok) return badInput(read.refusal.issues.map(atLine));
    const moved = await this.move(tx, report, 'enter', 'ReportEntered', { lines: lines.length });
    if (!moved.ok) return moved;
    await this.rows.insertLines(tx, report.id, await this.rows.nextEdition(tx, report, null), read.value);
    return ok(report.id);
  }

  /** Reads the rows of an uploaded edition, for the job. All lines or none; faults are kept with row and column. */
  async readUploaded(tx: Tx, reportId: string, edition: number): Promise<Result<void>> {
    const report = await this.rows.lock(tx, reportId);
    if (report === null || report.state !== 'reading' || report.edition !== edition) return ok(undefined);
    const campaign = await this.campaigns.campaign(tx, report.campaignId);
    if (campaign === null) return notFound('reporting-campaign');
    const table = await this.tableOf(tx, report);
    const read = table.ok ? await this.linesIn(tx, report, campaign, table.value) : table;
    if (!read.ok) {
      const issues: readonly FieldIssue[] =
        read.refusal.issues.length > 0 ? read.refusal.issues : [{ field: 'file', code: read.refusal.code }];
      const faults = issues.map((issue) => ({ ...issue, field: columnOfField(issue.field) }));
      await this.rows.insertFaults(tx, report.id, edition, faults);
      if (table.ok) {
        const back = await this.giveBack(tx, report, campaign, await faultSheet(table.value, faults));
        if (!back.ok) return back;
      }
      return this.move(tx, report, 'read-faulty', 'ReportFoundFaulty', { faults: faults.length });
    }
    await this.rows.insertLines(tx, report.id, edition, read.value);
    return this.move(tx, report, 'read-clean', 'ReportRead', { lines: read.value.length });
  }

  /** Submits the latest edition for review. Refusals: NOT_FOUND, REPORTING_CLOSED, WRONG_STATE, REPORT_EMPTY. */
  async submit(tx: Tx, caller: Caller, reportId: string): Promise<Result<string>> {
    const found = await this.writable(tx, caller, reportId);
    if (!found.ok) return found;
    const { report } = found.value;
    if (report.state === 'draft' && (await this.rows.lines(tx, report.id, report.edition)).length === 0)
      return refuse('rule', 'REPORT_EMPTY');
    const moved = await this.move(tx, report, 'submit', 'ReportSubmitted', { edition: report.edition });
    if (!moved.ok) return moved;
    await this.announcer.waitsForLevel(tx, report, 1);
    return ok(report.id);
  }

  /** Takes a submitted report back before it is accepted; its lines become the next edition. Refusals: NOT_FOUND, WRONG_STATE. */
  async withdraw(tx: Tx, caller: Caller, reportId: string): Promise<Result<string>> {
    const found = await this.own(tx, caller, reportId);
    if (!found.ok) return found;
    const { report } = found.value;
    const moved = await this.move(tx, report, 'withdraw', 'ReportWithdrawn', { edition: report.edition });
    if (!moved.ok) return moved;
    await this.announcer.rests(tx, report);
    await this.rows.copyLines(tx, report.id, report.edition, await this.rows.nextEdition(tx, report, report.fileId));
    return ok(report.id);
  }

  private async tableOf(tx: Tx, { fileId }: VolumeReportEntity): Promise<Result<SheetTable>> {
    const file = fileId === null ? undefined : await this.files.describe(tx, fileId);
    return file === undefined ? refuse('input', 'NOT_A_SHEET') : sheetIn(tx, this.files, file);
  }

  /** Keeps the sheet with its faults for the hospital. */
  private async giveBack(
    tx: Tx,
    report: VolumeReportEntity,
    campaign: CampaignEntity,
    content: Buffer,
  ): Promise<Result<void>> {
    const name = `报量表-${campaign.name}-错误.xlsx`;
    const draft = { organisationId: report.hospitalId, name, mediaType: XLSX_MEDIA_TYPE, content };
    const saved = await this.files.save(tx, draft);
    if (!saved.ok) return saved;
    await this.rows.setFaultFile(tx, report.id, saved.value);
    return ok(undefined);
  }

  private async linesIn(
    tx: Tx,
    report: VolumeReportEntity,
    campaign: CampaignEntity,
    table: SheetTable,
  ): Promise<Result<readonly ReportLine[]>> {
    const missing = missingColumns(table);
    if (missing.length > 0)
      return badInput(missing.map((column) => ({ field: column, row: 1, code: 'COLUMN_MISSING', facts: { column } })));
    return readReportLines(rawLinesOf(table), await this.facts.factsFor(tx, campaign, report.hospitalId));
  }

  /** The caller's own report, locked; a foreign one is not found. */
  private async own(
    tx: Tx,
    caller: Caller,
    id: string,
  ): Promise<Result<{ readonly report: VolumeReportEntity; readonly campaign: CampaignEntity }>> {
    const report = await this.rows.lock(tx, id);
    if (report === null || report.hospitalId !== caller.organisationId) return notFound('volume-report');
    const campaign = await this.campaigns.campaign(tx, report.campaignId);
    return campaign === null ? notFound('volume-report') : ok({ report, campaign });
  }

  private async writable(
    tx: Tx,
    caller: Caller,
    id: string,
  ): Promise<Result<{ readonly report: VolumeReportEntity; readonly campaign: CampaignEntity }>> {
    const found = await this.own(tx, caller, id);
    if (!found.ok) return found;
    const reopened = await this.campaigns.reopenedUntil(tx, found.value.campaign.id, found.value.report.hospitalId);
    const allowed = mayReport(found.value.campaign, reopened, tx.businessDate);
    return allowed.ok ? found : allowed;
  }

  private async move(
    tx: Tx,
    report: VolumeReportEntity,
    action: ReportAction,
    kind: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Result<void>> {
    const to = nextState(reportTransitions, report.state, action);
    if (!to.ok) return to;
    return moveState(tx, {
      table: 'procurement.volume_report',
      subjectType: 'volume-report',
      subjectId: report.id,
      from: report.state,
      to: to.value,
      kind,
      payload,
    });
  }
}
