import type { Tables } from '../case';

export const flowTables: Tables = {
  areaDateAdvance: {
    as: 'sn-clerk',
    base: { days: 0 },
    ids: {},
    rows: [
      { fault: 'range', words: 'no day', change: {}, code: 'DAYS_TO_ADVANCE', field: 'days' },
      { fault: 'range', words: 'a day back', change: { days: -1 }, code: 'DAYS_TO_ADVANCE', field: 'days' },
      { fault: 'range', words: '401 days', change: { days: 401 }, code: 'DAYS_TO_ADVANCE', field: 'days' },
    ],
  },
};
