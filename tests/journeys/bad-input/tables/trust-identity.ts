import { demonstrationPassword } from '../../../../apps/start/src/demo/logins';
import type { Tables } from '../case';

export const trustIdentityTables: Tables = {
  logInSecondFactor: {
    as: 'nobody',
    base: { ticket: 'no ticket of ours', code: '123456', deviceWords: 'a phone', deviceToken: 'none' },
    ids: {},
    texts: { ticket: 'looked-up', code: 'looked-up', deviceWords: 'optional', deviceToken: 'optional' },
    rows: [{ fault: 'foreign', words: 'a ticket nobody was given', change: {}, code: 'TICKET_OVER' }],
  },
  logInWithCode: {
    as: 'nobody',
    base: (w) => ({ code: 'none', membershipId: w.nobodyHasIt(), deviceWords: 'a phone', deviceToken: 'none' }),
    ids: { membershipId: ['catalogue', 'TICKET_OVER'] },
    texts: { code: 'looked-up', deviceWords: 'optional', deviceToken: 'optional' },
    rows: [{ fault: 'foreign', words: 'a code nobody was given', change: {}, code: 'TICKET_OVER' }],
  },
  secondFactorStart: {
    as: 'nobody',
    base: { ticket: 'no ticket of ours' },
    ids: {},
    texts: { ticket: 'looked-up' },
    rows: [{ fault: 'foreign', words: 'a ticket nobody was given', change: {}, code: 'TICKET_OVER' }],
  },
  passwordSet: {
    as: 'nobody',
    base: { linkToken: 'no link of ours', password: 'a whole new sentence' },
    ids: {},
    texts: { linkToken: 'looked-up', password: 'looked-up' },
    rows: [{ fault: 'foreign', words: 'a link nobody was given', change: {}, code: 'LINK_OVER' }],
  },
  passwordResetAsk: {
    as: 'nobody',
    base: { loginName: 'nobody-of-us' },
    ids: {},
    texts: { loginName: 'any' },
    rows: [],
  },
  passwordChange: {
    as: 'sn-assessor-1',
    base: { oldPassword: demonstrationPassword, newPassword: 'short' },
    ids: {},
    texts: { oldPassword: 'looked-up' },
    rows: [
      {
        fault: 'range',
        words: 'eleven characters',
        change: { newPassword: 'elevenchars' },
        code: 'PASSWORD_LENGTH',
        field: 'newPassword',
      },
      {
        fault: 'rule',
        words: 'a common one',
        change: { newPassword: 'password2024!' },
        code: 'PASSWORD_COMMON',
        field: 'newPassword',
      },
      {
        fault: 'rule',
        words: 'with the log-in name',
        change: { newPassword: 'I am sn-assessor-1' },
        code: 'PASSWORD_HAS_NAME',
        field: 'newPassword',
      },
      { fault: 'rule', words: 'a wrong old one', change: { oldPassword: 'wrong horse' }, code: 'OLD_PASSWORD_WRONG' },
    ],
  },
  logInEnd: {
    as: 'sn-hospital',
    base: async (w) => ({
      logInId: await w.one(
        `SELECT s.id FROM identity.session s JOIN identity.person_user u ON u.id = s.user_id WHERE u.login_name = 'sn-supplier' LIMIT 1`,
      ),
    }),
    ids: { logInId: ['catalogue'] },
    rows: [{ fault: 'foreign', words: 'the log-in of somebody else', change: {}, code: 'NOT_FOUND' }],
  },
  secondFactorEnrol: { as: 'sn-hospital', base: {}, ids: {}, rows: [] },
  secondFactorConfirm: {
    as: 'sn-assessor-2',
    base: { code: '123456' },
    ids: {},
    texts: { code: 'looked-up' },
    rows: [{ fault: 'state', words: 'nothing was begun', change: {}, code: 'CODE_WRONG' }],
  },
  recoveryCodesRenew: {
    as: 'sn-supplier',
    base: { code: '123456' },
    ids: {},
    texts: { code: 'looked-up' },
    rows: [{ fault: 'state', words: 'no second factor', change: {}, code: 'CODE_WRONG' }],
  },
};
