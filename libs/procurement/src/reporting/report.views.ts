import type { Organisation, Product, Variety } from '@huiji/catalog';
import type { PlainDate } from '@huiji/kernel';
import type { CampaignState, ReportState } from './model/report.types';

export interface ReviewLevelView {
  readonly level: number;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface CampaignView {
  readonly id: string;
  readonly periodId: string;
  readonly name: string;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly floor: bigint;
  readonly state: CampaignState;
  readonly levels: readonly ReviewLevelView[];
  readonly counts: readonly { readonly state: ReportState; readonly reports: number }[];
}

export interface ReportView {
  readonly id: string;
  readonly campaign: CampaignView;
  readonly hospital: Organisation;
  readonly state: ReportState;
  readonly edition: number;
  readonly passedLevels: number;
  /** The level that decides next; null when nobody has it. */
  readonly waitingFor: ReviewLevelView | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  /** Why it was returned last; null when it was not. */
  readonly returnReason: string | null;
  readonly reopenedUntil: PlainDate | null;
  /** Whether the hospital may write today. */
  readonly writable: boolean;
  readonly lineCount: number;
  readonly faultCount: number;
  readonly faultFileId: string | null;
}

export interface ReportLineView {
  readonly row: number;
  readonly variety: Variety;
  readonly product: Product | null;
  readonly quantity: bigint;
  readonly reason: string | null;
}

export interface ReportFaultView {
  readonly row?: number;
  readonly field: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}
