import { Injectable } from '@nestjs/common';
import { areaCode } from '@huiji/kernel';
import { Database, JobHandler, type PayloadOf } from '@huiji/platform';
import { ReportService } from '../report.service';
import { readVolumeReport } from './read-volume-report.definition';

/** Reads the rows of an uploaded sheet. A report that is not waiting to be read any more is left alone. */
@Injectable()
export class ReadVolumeReportHandler extends JobHandler<typeof readVolumeReport> {
  readonly job = readVolumeReport;

  constructor(
    private readonly database: Database,
    private readonly reports: ReportService,
  ) {
    super();
  }

  async handle({ area, reportId, edition }: PayloadOf<typeof readVolumeReport>): Promise<void> {
    const scope = { area: areaCode(area), actor: { kind: 'system', name: this.job.name } } as const;
    const read = await this.database.inTransaction(scope, (tx) => this.reports.readUploaded(tx, reportId, edition));
    if (!read.ok) throw new Error(`volume report ${reportId}: ${read.refusal.code}`);
  }
}
