import { demonstrationPassword } from '../../../../apps/start/src/demo/logins';
import type { Tables } from '../case';

export const identityTables: Tables = {
  logIn: {
    as: 'nobody',
    base: async (w) => ({
      loginName: 'sn-clerk',
      password: demonstrationPassword,
      deviceWords: 'Firefox',
      deviceToken: 'none',
      membershipId: await w.one(
        `SELECT m.id FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = 'sn-clerk'`,
      ),
    }),
    ids: { membershipId: ['catalogue', 'NO_MEMBERSHIP'] },
    texts: { loginName: 'looked-up', password: 'looked-up', deviceWords: 'optional', deviceToken: 'optional' },
    rows: [
      { fault: 'foreign', words: 'an unknown name', change: { loginName: 'nobody-of-us' }, code: 'LOG_IN_REFUSED' },
      { fault: 'rule', words: 'a wrong password', change: { password: 'wrong horse' }, code: 'LOG_IN_REFUSED' },
      {
        fault: 'foreign',
        words: 'the membership of somebody else',
        change: async (w) => ({
          membershipId: await w.one(
            `SELECT m.id FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = 'sn-first'`,
          ),
        }),
        code: 'NO_MEMBERSHIP',
      },
    ],
  },
  refresh: {
    as: 'nobody',
    base: (w) => ({ refreshToken: 'no token of ours', membershipId: w.nobodyHasIt() }),
    ids: { membershipId: ['catalogue', 'SESSION_OVER'] },
    texts: { refreshToken: 'looked-up' },
    rows: [{ fault: 'foreign', words: 'a token nobody was given', change: {}, code: 'SESSION_OVER' }],
  },
  signOut: {
    as: 'nobody',
    base: { refreshToken: 'no token of ours', everywhere: true },
    ids: {},
    texts: { refreshToken: 'any' },
    rows: [],
  },
};
