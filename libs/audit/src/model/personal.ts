/** Why a number is needed (用途). */
export const purposes = ['identity-check', 'payment-problem', 'complaint', 'inspection', 'court-order'] as const;
export type Purpose = (typeof purposes)[number];

/** A wish with its purpose, coded and in words. */
export interface PurposeWords {
  readonly purpose: Purpose;
  /** 4 to 200 characters. */
  readonly words: string;
}

/** A number that is shown for a short time; `value` is null when it was erased, or the time is over. */
export interface ShownNumber {
  readonly id: string;
  readonly columnCode: string;
  readonly rowId: string;
  readonly label: string | null;
  readonly value: string | null;
  readonly erased: boolean;
  readonly showUntil: Date;
}

export type ExportState = 'requested' | 'approved' | 'refused' | 'taken';
export type ExportAction = 'approve' | 'refuse' | 'take';

/** A wish to take a list of numbers out (个人信息导出). */
export interface PersonalExport extends PurposeWords {
  readonly id: string;
  readonly columnCode: string;
  readonly state: ExportState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly refusalReason: string | null;
  readonly expiresAt: Date | null;
  readonly takenAt: Date | null;
}

/** Minutes for which a shown number stays on the screen, and for which a repeated request gets it again. */
export const SHOWN_MINUTES = 2;
/** Hours in which an approved list is taken. */
export const EXPORT_HOURS = 24;
/** Most rows of one list. */
export const EXPORT_ROWS = 5_000;
