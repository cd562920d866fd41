import { mutationResult } from '@huiji/platform';
import { CampaignType, ReportTemplateType, ReportType } from './report.types';

export const CampaignPlanResult = mutationResult('ReportingCampaignPlanResult', () => CampaignType);
export const CampaignOpenResult = mutationResult('ReportingCampaignOpenResult', () => CampaignType);
export const CampaignCloseResult = mutationResult('ReportingCampaignCloseResult', () => CampaignType);
export const CampaignReopenResult = mutationResult('ReportingCampaignReopenResult', () => CampaignType);
export const ReportTemplateMakeResult = mutationResult('VolumeReportTemplateMakeResult', () => ReportTemplateType);
export const ReportUploadResult = mutationResult('VolumeReportUploadResult', () => ReportType);
export const ReportEnterResult = mutationResult('VolumeReportEnterResult', () => ReportType);
export const ReportSubmitResult = mutationResult('VolumeReportSubmitResult', () => ReportType);
export const ReportWithdrawResult = mutationResult('VolumeReportWithdrawResult', () => ReportType);
export const ReportAcceptResult = mutationResult('VolumeReportAcceptResult', () => ReportType);
export const ReportReturnResult = mutationResult('VolumeReportReturnResult', () => ReportType);
