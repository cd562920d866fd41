import { importAcceptanceLines } from './orders/jobs/import-acceptance-lines.definition';
import { ImportAcceptanceLinesHandler } from './orders/jobs/import-acceptance-lines.job';
import { readVolumeReport } from './reporting/jobs/read-volume-report.definition';
import { ReadVolumeReportHandler } from './reporting/jobs/read-volume-report.job';

export const procurementJobs = [readVolumeReport, importAcceptanceLines] as const;

export const procurementJobHandlers = [ReadVolumeReportHandler, ImportAcceptanceLinesHandler] as const;
