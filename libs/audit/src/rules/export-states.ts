import type { ExportAction, ExportState } from '../model/personal';

/** What may happen to a wish to take a list out (个人信息导出). */
export const exportTransitions = {
  requested: { approve: 'approved', refuse: 'refused' },
  approved: { take: 'taken' },
  refused: {},
  taken: {},
} as const satisfies Record<ExportState, Partial<Record<ExportAction, ExportState>>>;
