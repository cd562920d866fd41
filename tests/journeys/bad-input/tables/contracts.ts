import type { Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const planned = async (w: World) => ({
  periodId: await w.some(SN, 'procurement.agreement_period', `state = 'planned'`),
});
const inForce = async (w: World) => ({
  periodId: await w.some(SN, 'procurement.agreement_period', `state = 'in-force'`),
});
const periodIds = { periodId: ['procurement.agreement_period'] } as const;

export const contractTables: Tables = {
  agreedVolumesCompute: {
    as: 'sn-clerk',
    base: planned,
    ids: periodIds,
    rows: [
      { fault: 'rule', words: 'while hospitals report', change: {}, code: 'CAMPAIGN_NOT_CLOSED' },
      { fault: 'duplicate', words: 'a second time', change: inForce, code: 'WRONG_STATE' },
    ],
  },
  contractsMake: {
    as: 'sn-clerk',
    base: async (w) => ({
      ...(await planned(w)),
      distributors: [
        {
          manufacturerId: await w.one(`SELECT manufacturer_id FROM procurement.award WHERE area = $1 ORDER BY 1`, SN),
          supplierId: await w.organisation('sn-supplier'),
        },
      ],
    }),
    ids: {
      ...periodIds,
      'distributors.manufacturerId': ['catalogue', 'WRONG_STATE'],
      'distributors.supplierId': ['cq-supplier', 'WRONG_STATE'],
    },
    rows: [
      { fault: 'state', words: 'before volumes are computed', change: {}, code: 'WRONG_STATE' },
      { fault: 'duplicate', words: 'contracts in force', change: inForce, code: 'WRONG_STATE' },
    ],
  },
  contractsSign: {
    as: 'sn-hospital',
    base: planned,
    ids: periodIds,
    rows: [
      { fault: 'state', words: 'before contracts are made', change: {}, code: 'NOT_FOUND' },
      { fault: 'duplicate', words: 'signed ones', change: inForce, code: 'NOT_FOUND' },
      { fault: 'duplicate', words: 'signed ones, as supplier', as: 'sn-supplier', change: inForce, code: 'NOT_FOUND' },
    ],
  },
  contractsSignOnPaper: {
    as: 'sn-clerk',
    base: async (w) => ({ ...(await planned(w)), note: '档案' }),
    ids: periodIds,
    rows: [
      { fault: 'state', words: 'before contracts are made', change: {}, code: 'WRONG_STATE' },
      { fault: 'duplicate', words: 'contracts in force', change: inForce, code: 'WRONG_STATE' },
    ],
  },
  contractsActivate: {
    as: 'sn-clerk',
    base: planned,
    ids: periodIds,
    rows: [
      { fault: 'state', words: 'before contracts are made', change: {}, code: 'WRONG_STATE' },
      { fault: 'duplicate', words: 'contracts in force', change: inForce, code: 'WRONG_STATE' },
    ],
  },
};
