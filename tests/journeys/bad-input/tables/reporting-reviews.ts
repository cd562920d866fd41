import type { Tables } from '../case';
import type { World } from '../world';

const inState = (w: World, state: string): Promise<string> =>
  w.some('510900', 'procurement.volume_report', `state = '${state}'`);
const reportIds = { reportId: ['procurement.volume_report'] } as const;

export const reviewTables: Tables = {
  volumeReportAccept: {
    as: 'sn-first',
    base: async (w) => ({ reportId: await inState(w, 'draft') }),
    ids: reportIds,
    rows: [
      { fault: 'state', words: 'a draft', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'duplicate',
        words: 'an accepted one',
        change: async (w) => ({ reportId: await inState(w, 'accepted') }),
        code: 'WRONG_STATE',
      },
      {
        fault: 'rule',
        words: 'the level of somebody else',
        as: 'sn-recheck',
        change: async (w) => ({ reportId: await inState(w, 'submitted') }),
        code: 'NOT_YOUR_LEVEL',
      },
    ],
  },
  volumeReportReturn: {
    as: 'sn-first',
    base: async (w) => ({ reportId: await inState(w, 'draft'), reason: '请核对' }),
    ids: reportIds,
    rows: [
      { fault: 'state', words: 'a draft', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'rule',
        words: 'the level of somebody else',
        as: 'sn-recheck',
        change: async (w) => ({ reportId: await inState(w, 'submitted') }),
        code: 'NOT_YOUR_LEVEL',
      },
    ],
  },
};
