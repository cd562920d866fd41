import type { Made, Row, Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const batch = (w: World, state: string): Promise<string> => w.some(SN, 'settlement.batch', `state = '${state}'`);
const payment = (w: World, state: string): Promise<string> => w.some(SN, 'settlement.payment', `state = '${state}'`);
const batchIds = { batchId: ['settlement.batch'] } as const;
const wrong = (words: string, change: Made): Row => ({ fault: 'state', words, change, code: 'WRONG_STATE' });

export const batchTables: Tables = {
  batchCreate: {
    as: 'sn-clerk',
    base: async (w) => ({
      kinds: ['SUPPLIER_INVOICE'],
      dueBy: '2019-01-01',
      payableIds: [await w.some(SN, 'settlement.payable', `state = 'open'`)],
    }),
    ids: { payableIds: ['settlement.payable', 'BATCH_CHOICE_TWICE'] },
    rows: [
      { fault: 'rule', words: 'chosen in two ways', change: {}, code: 'BATCH_CHOICE_TWICE', field: 'payableIds' },
      {
        fault: 'missing',
        words: 'none of them',
        change: { payableIds: [], dueBy: null, kinds: null },
        code: 'BATCH_EMPTY_CHOICE',
        field: 'payableIds',
      },
      {
        fault: 'foreign',
        words: 'an absent one',
        change: (w) => ({ payableIds: [w.nobodyHasIt()], dueBy: null, kinds: null }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'foreign',
        words: 'one of another area',
        change: async (w) => ({ payableIds: [await w.some('500000', 'settlement.payable')], dueBy: null, kinds: null }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'state',
        words: 'a paid one',
        change: async (w) => ({
          payableIds: [await w.some(SN, 'settlement.payable', `state = 'paid'`)],
          dueBy: null,
          kinds: null,
        }),
        code: 'PAYABLE_NOT_OPEN',
      },
      {
        fault: 'missing',
        words: 'nothing is due',
        change: { payableIds: null, kinds: null, dueBy: '2019-01-01' },
        code: 'NOTHING_TO_PAY',
      },
    ],
  },
  batchLock: {
    as: 'sn-clerk',
    base: async (w) => ({ batchId: await batch(w, 'settled') }),
    ids: batchIds,
    rows: [
      wrong('a settled one', {}),
      { ...wrong('one under review', async (w) => ({ batchId: await batch(w, 'in-review') })), fault: 'duplicate' },
    ],
  },
  batchDiscard: {
    as: 'sn-clerk',
    base: async (w) => ({ batchId: await batch(w, 'settled') }),
    ids: batchIds,
    rows: [
      wrong('a settled one', {}),
      wrong('one under review', async (w) => ({ batchId: await batch(w, 'in-review') })),
    ],
  },
  batchReview: {
    as: 'sn-recheck',
    base: async (w) => ({
      batchId: await batch(w, 'in-review'),
      step: 'RECHECK',
      decision: 'RETURN',
      reason: '请核对',
    }),
    ids: batchIds,
    rows: [
      { fault: 'rule', words: 'the step of another role', change: { step: 'APPROVAL' }, code: 'NOT_YOUR_STEP' },
      {
        fault: 'state',
        words: 'before its turn',
        as: 'sn-approval',
        change: { step: 'APPROVAL', decision: 'PASS' },
        code: 'STEP_NOT_DUE',
      },
      {
        fault: 'duplicate',
        words: 'a second time',
        as: 'sn-first',
        change: { step: 'FIRST_REVIEW', decision: 'PASS' },
        code: 'SAME_PERSON',
      },
      {
        fault: 'missing',
        words: 'a return without a reason',
        change: { reason: null },
        code: 'RETURN_REASON_MISSING',
        field: 'reason',
      },
      wrong('a settled one', async (w) => ({ batchId: await batch(w, 'settled') })),
    ],
  },
  paymentStatusQuery: {
    as: 'sn-clerk',
    base: async (w) => ({ paymentId: await payment(w, 'paid') }),
    ids: { paymentId: ['settlement.payment'] },
    rows: [
      { fault: 'state', words: 'a paid one', change: {}, code: 'PAYMENT_NOT_UNKNOWN' },
      {
        fault: 'state',
        words: 'one that was not sent',
        change: async (w) => ({ paymentId: await payment(w, 'planned') }),
        code: 'PAYMENT_NOT_UNKNOWN',
      },
    ],
  },
};
