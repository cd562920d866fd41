import { application } from '../../../../apps/start/src/demo/care/applicants';
import type { Made, Row, Tables } from '../case';
import type { World } from '../world';

const CQ = '500000';
const applied = (w: World, state: string): Promise<string> =>
  w.some(CQ, 'long_term_care.application', `state = '${state}'`);
const assessor = (w: World, expert: boolean, offset: number): Promise<string> =>
  w.one(
    'SELECT id FROM long_term_care.assessor WHERE area = $1 AND expert = $2 ORDER BY id OFFSET $3',
    CQ,
    expert,
    offset,
  );
const wrong = (words: string, change: Made): Row => ({ fault: 'state', words, change, code: 'WRONG_STATE' });
const applicationIds = { applicationId: ['here-only'] } as const;
const person = application(700);
const submit = {
  claimedGrade: person.claimedGrade,
  disabledSince: '2020-01-01',
  fullName: person.fullName,
  identityNumber: person.identityNumber,
  insured: true,
  street: person.street,
  treatmentRecord: person.treatmentRecord,
  guardian: { name: '王小明', relation: '子女' },
};

export const applicationTables: Tables = {
  applicationSubmit: {
    as: 'cq-clerk',
    base: submit,
    ids: {},
    takes: ['disabledSince'],
    rows: [
      {
        fault: 'range',
        words: 'grade 6',
        change: { claimedGrade: 6 },
        code: 'GRADE_OUT_OF_RANGE',
        field: 'claimedGrade',
      },
      {
        fault: 'range',
        words: 'disabled since last month',
        change: { disabledSince: '2022-02-01' },
        code: 'DISABLED_TOO_SHORT',
        field: 'disabledSince',
      },
      {
        fault: 'range',
        words: 'disabled since tomorrow',
        change: { disabledSince: '2022-03-02' },
        code: 'CARE_DATE_IN_FUTURE',
        field: 'disabledSince',
      },
      {
        fault: 'range',
        words: 'a check digit that does not fit',
        change: { identityNumber: '500103195001010011' },
        code: 'IDENTITY_CHECK_DIGIT',
        field: 'identityNumber',
      },
      {
        fault: 'range',
        words: 'a birth on 30 February',
        change: { identityNumber: '500103195002300011' },
        code: 'IDENTITY_BIRTH_DATE',
        field: 'identityNumber',
      },
      { fault: 'rule', words: 'not insured', change: { insured: false }, code: 'NOT_INSURED', field: 'insured' },
      {
        fault: 'duplicate',
        words: 'a person whose application is open',
        change: (): Record<string, unknown> => {
          const { fullName, identityNumber } = application(14);
          return { fullName, identityNumber };
        },
        code: 'OPEN_APPLICATION_EXISTS',
      },
      {
        fault: 'rule',
        words: 'another name for a known number',
        change: { identityNumber: application(14).identityNumber, fullName: '李四' },
        code: 'NAME_DIFFERS',
        field: 'fullName',
      },
    ],
  },
  applicationAccept: {
    as: 'cq-clerk',
    base: async (w) => ({ applicationId: await applied(w, 'accepted') }),
    ids: applicationIds,
    rows: [
      { ...wrong('a second time', {}), fault: 'duplicate' },
      wrong('a returned one', async (w) => ({ applicationId: await applied(w, 'returned') })),
    ],
  },
  applicationReturn: {
    as: 'cq-clerk',
    base: async (w) => ({ applicationId: await applied(w, 'returned'), reason: '材料不全' }),
    ids: applicationIds,
    rows: [
      { ...wrong('a second time', {}), fault: 'duplicate' },
      wrong('a concluded one', async (w) => ({ applicationId: await applied(w, 'concluded') })),
    ],
  },
  visitAssign: {
    as: 'cq-clerk',
    base: async (w) => ({
      applicationId: await w.some(
        CQ,
        'long_term_care.application',
        `state = 'accepted' AND NOT EXISTS (SELECT FROM long_term_care.assessment a WHERE a.application_id = t.id)`,
      ),
      assessorIds: [await assessor(w, true, 0), await assessor(w, false, 0)],
      visitOn: '2022-03-02',
      visitPlace: '家中',
    }),
    ids: { ...applicationIds, assessorIds: ['here-only'] },
    takes: ['visitOn'],
    rows: [
      {
        fault: 'missing',
        words: 'one assessor',
        change: async (w) => ({ assessorIds: [await assessor(w, true, 0)] }),
        code: 'TWO_ASSESSORS_NEEDED',
        field: 'assessorIds',
      },
      {
        fault: 'duplicate',
        words: 'the same assessor twice',
        change: async (w) => ({ assessorIds: [await assessor(w, true, 0), await assessor(w, true, 0)] }),
        code: 'SAME_ASSESSOR',
        field: 'assessorIds',
      },
      {
        fault: 'rule',
        words: 'no expert',
        change: async (w) => ({ assessorIds: [await assessor(w, false, 0), await assessor(w, false, 1)] }),
        code: 'NO_EXPERT',
        field: 'assessorIds',
      },
      {
        fault: 'range',
        words: 'before the application',
        change: { visitOn: '2022-01-01' },
        code: 'VISIT_BEFORE_APPLICATION',
        field: 'visitOn',
      },
      {
        fault: 'duplicate',
        words: 'a visit that was assigned',
        change: async (w) => ({
          applicationId: await w.some(
            CQ,
            'long_term_care.application',
            `state = 'accepted' AND EXISTS (SELECT FROM long_term_care.assessment a WHERE a.application_id = t.id)`,
          ),
        }),
        code: 'VISIT_ASSIGNED',
      },
      wrong('one that waits for acceptance', async (w) => ({ applicationId: await applied(w, 'submitted') })),
    ],
  },
};
