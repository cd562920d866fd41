import type { Quantity, Quotient } from '@huiji/kernel';

/** States of a reporting campaign (报量窗口). */
export const campaignStates = ['planned', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];
export type CampaignAction = 'open' | 'close';

/** States of a volume report (报量表). */
export const reportStates = ['draft', 'reading', 'faulty', 'submitted', 'accepted', 'returned'] as const;
export type ReportState = (typeof reportStates)[number];
export type ReportAction =
  'upload' | 'read-clean' | 'read-faulty' | 'enter' | 'submit' | 'withdraw' | 'pass' | 'accept' | 'return';

/** One line as somebody wrote it, in a sheet or in the form: text until the rule has read it. */
export interface RawReportLine {
  /** 1-based row of the sheet, or of the form's list. */
  readonly row: number;
  /** Generic name (通用名) or id of the variety. */
  readonly variety: string;
  /** Code or id of a product when the need is reported by brand; empty: by generic name. */
  readonly product: string;
  /** Yearly need in smallest units. */
  readonly quantity: string;
  /** Why the need is below the floor; may be empty. */
  readonly reason: string;
}

/** What the rule must know of a variety of the round. */
export interface ReportableVariety {
  readonly varietyId: string;
  readonly genericNameZh: string;
  /** Mean of the two years before, exact; null where no use is recorded. */
  readonly previousMean: Quotient | null;
  readonly products: readonly { readonly productId: string; readonly code: string }[];
}

/** A line that passed: yearly need in smallest units, by generic name (productId null) or by brand. */
export interface ReportLine {
  readonly row: number;
  readonly varietyId: string;
  readonly productId: string | null;
  readonly quantity: Quantity;
  readonly reason: string | null;
}
