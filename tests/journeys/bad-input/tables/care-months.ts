import type { Tables } from '../case';
import type { World } from '../world';

const CQ = '500000';
/** Somebody whose care is chosen; somebody who has a grade and no care yet; somebody without a grade. */
const inCare = (w: World): Promise<string> =>
  w.one('SELECT person_id FROM long_term_care.care_mode WHERE area = $1 ORDER BY 1 LIMIT 1', CQ);
const graded = (w: World): Promise<string> =>
  w.one(
    `SELECT person_id FROM long_term_care.care_entitlement e WHERE area = $1
     AND NOT EXISTS (SELECT FROM long_term_care.care_mode m WHERE m.person_id = e.person_id) ORDER BY 1 LIMIT 1`,
    CQ,
  );
const ungraded = (w: World): Promise<string> =>
  w.some(
    CQ,
    'long_term_care.person',
    'NOT EXISTS (SELECT FROM long_term_care.care_entitlement e WHERE e.person_id = t.id)',
  );

export const careMonthTables: Tables = {
  careModeChoose: {
    as: 'cq-clerk',
    base: async (w) => ({
      personId: await graded(w),
      mode: 'INSTITUTION',
      startsOn: '2022-03-01',
      providerId: await w.organisation('cq-hospital'),
    }),
    ids: { personId: ['here-only'], providerId: ['sn-hospital'] },
    takes: ['startsOn'],
    rows: [
      {
        fault: 'rule',
        words: 'without a grade',
        change: async (w) => ({ personId: await ungraded(w), mode: 'HOME_VISITS', providerId: null }),
        code: 'NO_ENTITLEMENT',
        field: 'personId',
      },
      {
        fault: 'duplicate',
        words: 'a day that has a mode',
        change: async (w) => ({
          personId: await inCare(w),
          mode: 'HOME_VISITS',
          providerId: null,
          startsOn: '2021-11-01',
        }),
        code: 'MODE_OVERLAPS',
        field: 'startsOn',
      },
      {
        fault: 'state',
        words: 'a month that is paid',
        change: async (w) => ({
          personId: await inCare(w),
          mode: 'HOME_VISITS',
          providerId: null,
          startsOn: '2022-02-10',
        }),
        code: 'CARE_MONTH_CLOSED',
        field: 'startsOn',
      },
    ],
  },
  stopEventRecord: {
    as: 'cq-clerk',
    base: async (w) => ({
      personId: await inCare(w),
      kind: 'HOSPITAL_STAY',
      startsOn: '2022-02-20',
      endsOn: '2022-02-19',
    }),
    ids: { personId: ['catalogue', 'CARE_DATES_REVERSED'] },
    takes: ['startsOn'],
    rows: [
      {
        fault: 'range',
        words: 'discharged before admission',
        change: {},
        code: 'CARE_DATES_REVERSED',
        field: 'endsOn',
      },
      {
        fault: 'range',
        words: 'tomorrow',
        change: { startsOn: '2022-03-02', endsOn: null },
        code: 'CARE_DATE_IN_FUTURE',
        field: 'startsOn',
      },
      {
        fault: 'rule',
        words: 'the end of a death',
        change: { kind: 'DEATH', endsOn: '2022-02-21' },
        code: 'END_NOT_ALLOWED',
        field: 'endsOn',
      },
      {
        fault: 'foreign',
        words: 'nobody of this area',
        change: (w) => ({ personId: w.nobodyHasIt(), endsOn: null }),
        code: 'NOT_FOUND',
      },
    ],
  },
  subsidyRunCreate: {
    as: 'cq-clerk',
    base: { month: '2022-03' },
    ids: {},
    rows: [
      { fault: 'state', words: 'a month that is not over', change: {}, code: 'CARE_MONTH_NOT_OVER' },
      {
        fault: 'duplicate',
        words: 'a month that is computed',
        change: { month: '2022-02' },
        code: 'NO_SUBSIDY_TO_PAY',
      },
      {
        fault: 'missing',
        words: 'a month before anybody had care',
        change: { month: '2020-01' },
        code: 'NO_SUBSIDY_TO_PAY',
      },
    ],
  },
  subsidyRunDiscard: {
    as: 'cq-clerk',
    base: (w) => ({ runId: w.nobodyHasIt(), reason: '重新核定' }),
    ids: { runId: ['here-only'] },
    rows: [
      {
        fault: 'missing',
        words: 'no reason',
        change: { reason: ' ' },
        code: 'CARE_REASON_MISSING',
        field: 'reason',
      },
      {
        fault: 'foreign',
        words: 'a run of savings',
        change: async (w) => ({ runId: await w.some(CQ, 'savings.run') }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'foreign',
        words: 'a run of another area',
        as: 'sn-clerk',
        change: async (w) => ({ runId: await w.some(CQ, 'long_term_care.subsidy_run') }),
        code: 'NOT_FOUND',
      },
    ],
  },
  subsidyRunHandOver: {
    as: 'cq-clerk',
    base: (w) => ({ runId: w.nobodyHasIt() }),
    ids: { runId: ['here-only'] },
    rows: [
      {
        fault: 'foreign',
        words: 'a run of savings',
        change: async (w) => ({ runId: await w.some(CQ, 'savings.run') }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'foreign',
        words: 'a run of another area',
        as: 'sn-clerk',
        change: async (w) => ({ runId: await w.some(CQ, 'long_term_care.subsidy_run') }),
        code: 'NOT_FOUND',
      },
    ],
  },
};
