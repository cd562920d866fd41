import type { CampaignAction, CampaignState, ReportAction, ReportState } from '../model/report.types';

/**
 * What may happen to a volume report (报量表). Accepted is final: its edition is the base of the contracts.
 * A return or a withdrawal leads to a new edition; every edition is kept.
 */
export const reportTransitions = {
  draft: { upload: 'reading', enter: 'draft', submit: 'submitted' },
  reading: { 'read-clean': 'draft', 'read-faulty': 'faulty' },
  faulty: { upload: 'reading', enter: 'draft' },
  submitted: { withdraw: 'draft', pass: 'submitted', accept: 'accepted', return: 'returned' },
  returned: { upload: 'reading', enter: 'draft' },
  accepted: {},
} as const satisfies Record<ReportState, Partial<Record<ReportAction, ReportState>>>;

export const campaignTransitions = {
  planned: { open: 'open' },
  open: { close: 'closed' },
  closed: {},
} as const satisfies Record<CampaignState, Partial<Record<CampaignAction, CampaignState>>>;
