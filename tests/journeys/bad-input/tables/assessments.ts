import { answersFor } from '../../../../apps/start/src/demo/care/answers';
import type { Made, Row, Tables } from '../case';
import type { World } from '../world';

const CQ = '500000';
const assessed = (w: World, state: string): Promise<string> =>
  w.some(CQ, 'long_term_care.assessment', `state = '${state}'`);
/** An assessment of an assessor, by log-in, in a state. */
const task = (w: World, login: string, state: string): Promise<string> =>
  w.one(
    `SELECT t.id FROM long_term_care.assessment t
     JOIN long_term_care.assessment_assessor s ON s.area = t.area AND s.assessment_id = t.id
     JOIN long_term_care.assessor a ON a.area = s.area AND a.id = s.assessor_id
     JOIN identity.person_user u ON u.id = a.user_id
     WHERE t.area = $1 AND u.login_name = $2 AND t.state = $3 ORDER BY t.id DESC LIMIT 1`,
    CQ,
    login,
    state,
  );
const wrong = (words: string, change: Made): Row => ({ fault: 'state', words, change, code: 'WRONG_STATE' });
const assessmentIds = { assessmentId: ['here-only'] } as const;
const answers = Object.entries(answersFor(4, 1)).map(([item, score]) => ({ item, score }));

const sheetRows: readonly Row[] = [
  { fault: 'state', words: 'a version that nobody has', change: { expectedVersion: 99 }, code: 'STALE_VERSION' },
  {
    fault: 'range',
    words: 'a score the item does not have',
    change: { answers: [{ item: 'eating', score: 3 }] },
    code: 'SCORE_NOT_AN_OPTION',
    field: 'answers.eating',
  },
  {
    fault: 'foreign',
    words: 'an item the instrument does not have',
    change: { answers: [{ item: 'flying', score: 0 }] },
    code: 'UNKNOWN_ITEM',
    field: 'answers.flying',
  },
  {
    fault: 'duplicate',
    words: 'one item twice',
    change: {
      answers: [
        { item: 'eating', score: 0 },
        { item: 'eating', score: 5 },
      ],
    },
    code: 'ANSWER_TWICE',
    field: 'answers.eating',
  },
  {
    fault: 'foreign',
    words: 'the task of another pair',
    as: 'cq-assessor-1',
    change: {},
    code: 'NOT_FOUND',
  },
  wrong('a sheet that was submitted', async (w) => ({ assessmentId: await task(w, 'cq-assessor-5', 'concluded') })),
];

export const assessmentTables: Tables = {
  sheetSave: {
    as: 'cq-assessor-5',
    base: async (w) => ({
      assessmentId: await task(w, 'cq-assessor-5', 'visiting'),
      answers,
      guardianPresent: true,
      expectedVersion: 0,
    }),
    ids: assessmentIds,
    texts: { 'answers.item': 'looked-up' },
    rows: sheetRows,
  },
  sheetSubmit: {
    as: 'cq-assessor-5',
    base: async (w) => ({
      assessmentId: await task(w, 'cq-assessor-5', 'visiting'),
      answers,
      guardianPresent: true,
      expectedVersion: 0,
    }),
    ids: assessmentIds,
    texts: { 'answers.item': 'looked-up' },
    rows: [
      ...sheetRows,
      {
        fault: 'missing',
        words: 'a blank answer',
        change: { answers: answers.slice(1) },
        code: 'ANSWER_MISSING',
        field: `answers.${answers[0]?.item ?? ''}`,
      },
      {
        fault: 'missing',
        words: 'nobody says whether family was there',
        change: { guardianPresent: null },
        code: 'GUARDIAN_PRESENCE_MISSING',
        field: 'guardianPresent',
      },
    ],
  },
  conclusionSubmit: {
    as: 'cq-assessor-1',
    base: async (w) => ({ assessmentId: await task(w, 'cq-assessor-1', 'joint'), jointAnswers: answers }),
    ids: assessmentIds,
    texts: { 'jointAnswers.item': 'looked-up' },
    rows: [
      {
        fault: 'rule',
        words: 'answers where the sheets agree',
        change: {},
        code: 'JOINT_ANSWERS_NOT_NEEDED',
        field: 'jointAnswers',
      },
      { fault: 'foreign', words: 'the task of another pair', as: 'cq-assessor-5', change: {}, code: 'NOT_FOUND' },
      wrong('before both sheets are in', async (w) => ({
        assessmentId: await task(w, 'cq-assessor-1', 'in-publicity'),
        jointAnswers: null,
      })),
    ],
  },
  publicityStart: {
    as: 'cq-clerk',
    base: async (w) => ({ assessmentId: await assessed(w, 'in-publicity') }),
    ids: assessmentIds,
    rows: [
      { ...wrong('a second time', {}), fault: 'duplicate' },
      wrong('before it is concluded', async (w) => ({ assessmentId: await assessed(w, 'visiting') })),
      {
        fault: 'rule',
        words: 'a grade that opens nothing',
        change: async (w) => ({
          assessmentId: await w.some(CQ, 'long_term_care.assessment', `state = 'concluded' AND assessed_grade < 3`),
        }),
        code: 'GRADE_NOT_ELIGIBLE',
      },
    ],
  },
  objectionFile: {
    as: 'cq-clerk',
    base: async (w) => ({ assessmentId: await assessed(w, 'confirmed'), objectorName: '王小明', reason: '不实' }),
    ids: assessmentIds,
    rows: [
      wrong('after publicity', {}),
      wrong('before publicity', async (w) => ({ assessmentId: await assessed(w, 'visiting') })),
    ],
  },
  objectionDecide: {
    as: 'cq-approval',
    base: async (w) => ({ assessmentId: await assessed(w, 'in-publicity'), upheld: true, reason: '复核意见' }),
    ids: assessmentIds,
    rows: [wrong('nobody objected', {})],
  },
  gradeConfirm: {
    as: 'cq-approval',
    base: async (w) => ({ assessmentId: await assessed(w, 'confirmed') }),
    ids: assessmentIds,
    rows: [
      { ...wrong('a second time', {}), fault: 'duplicate' },
      wrong('while it is public', async (w) => ({ assessmentId: await assessed(w, 'in-publicity') })),
    ],
  },
  instrumentConfirm: {
    as: 'cq-approval',
    base: async (w) => ({
      key: await w.one('SELECT instrument_key FROM long_term_care.assessment WHERE area = $1 LIMIT 1', CQ),
      version: await w.one('SELECT instrument_version FROM long_term_care.assessment WHERE area = $1 LIMIT 1', CQ),
      officerName: '张三',
      document: '官方文本',
    }),
    ids: {},
    texts: { key: 'looked-up', version: 'looked-up' },
    rows: [{ fault: 'foreign', words: 'a version there is not', change: { version: '1999' }, code: 'NOT_FOUND' }],
  },
};
