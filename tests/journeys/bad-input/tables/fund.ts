import type { Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const CNAPS = '999900000018';
const payeeAccount = (w: World, state: string): Promise<string> =>
  w.some(SN, 'fund.payee_account', `state = '${state}'`);
const fundAccount = (w: World): Promise<string> => w.some(SN, 'fund.fund_account');
const account = {
  accountNumber: '620051090099',
  bankName: '银行',
  bankCodeVerified: true,
  cnaps: CNAPS,
  holderName: '户名',
};
const accountRows = [
  {
    fault: 'range',
    words: 'five digits',
    change: { accountNumber: '12345' },
    code: 'ACCOUNT_NUMBER_FORM',
    field: 'accountNumber',
  },
  { fault: 'range', words: 'eleven digits', change: { cnaps: '99990000001' }, code: 'CNAPS_FORM', field: 'cnaps' },
  {
    fault: 'rule',
    words: 'a check digit that does not fit',
    change: { cnaps: '123456789012', bankCodeVerified: false },
    code: 'CNAPS_CHECK_DIGIT',
    field: 'cnaps',
  },
  {
    fault: 'range',
    words: 'a holder of 141 signs',
    change: { holderName: '长'.repeat(141) },
    code: 'HOLDER_NAME_FORM',
    field: 'holderName',
  },
] as const;

export const fundTables: Tables = {
  fundAccountEnter: {
    as: 'sn-accounts',
    base: { ...account, openingBalance: '1.00', openingDate: '2020-07-01' },
    ids: {},
    rows: [
      ...accountRows,
      {
        fault: 'range',
        words: 'less than nothing',
        change: { openingBalance: '-0.01' },
        code: 'OPENING_BALANCE_NEGATIVE',
        field: 'openingBalance',
      },
      {
        fault: 'range',
        words: 'tomorrow',
        change: { openingDate: '2020-07-02' },
        code: 'OPENING_DATE_IN_FUTURE',
        field: 'openingDate',
      },
      { fault: 'duplicate', words: 'a second account', change: {}, code: 'FUND_ACCOUNT_STANDING' },
    ],
  },
  fundAccountConfirm: {
    as: 'sn-accounts-check',
    base: async (w) => ({ fundAccountId: await fundAccount(w) }),
    ids: { fundAccountId: ['fund.fund_account'] },
    rows: [{ fault: 'duplicate', words: 'a second time', change: {}, code: 'WRONG_STATE' }],
  },
  fundAccountReturn: {
    as: 'sn-accounts-check',
    base: async (w) => ({ fundAccountId: await fundAccount(w), reason: '户名不符' }),
    ids: { fundAccountId: ['fund.fund_account'] },
    rows: [{ fault: 'state', words: 'a confirmed one', change: {}, code: 'WRONG_STATE' }],
  },
  payeeAccountEnter: {
    as: 'sn-accounts',
    base: async (w) => ({
      ...account,
      payeeType: 'ORGANISATION',
      payeeId: await w.one(`SELECT payee_id FROM fund.payee_account WHERE area = $1 AND state = 'entered'`, SN),
    }),
    ids: { payeeId: ['cq-hospital'] },
    rows: [
      ...accountRows,
      { fault: 'duplicate', words: 'a second that waits', change: {}, code: 'PAYEE_ACCOUNT_WAITING' },
      { fault: 'foreign', words: 'an organisation as person', change: { payeeType: 'PERSON' }, code: 'NOT_FOUND' },
      {
        fault: 'foreign',
        words: 'a person of another area',
        change: async (w) => ({ payeeType: 'PERSON', payeeId: await w.some('500000', 'long_term_care.person') }),
        code: 'NOT_FOUND',
      },
    ],
  },
  payeeAccountConfirm: {
    as: 'sn-accounts-check',
    base: async (w) => ({ payeeAccountId: await payeeAccount(w, 'confirmed') }),
    ids: { payeeAccountId: ['fund.payee_account'] },
    rows: [{ fault: 'duplicate', words: 'a second time', change: {}, code: 'WRONG_STATE' }],
  },
  payeeAccountReturn: {
    as: 'sn-accounts-check',
    base: async (w) => ({ payeeAccountId: await payeeAccount(w, 'confirmed'), reason: '账号不符' }),
    ids: { payeeAccountId: ['fund.payee_account'] },
    rows: [{ fault: 'state', words: 'a confirmed one', change: {}, code: 'WRONG_STATE' }],
  },
};
