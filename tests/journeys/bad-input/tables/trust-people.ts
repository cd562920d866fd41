import type { Tables } from '../case';
import type { World } from '../world';

const person = (w: World, login: string): Promise<string> =>
  w.one('SELECT id FROM identity.person_user WHERE login_name = $1', login);
const membership = (w: World, login: string): Promise<string> =>
  w.one(
    'SELECT m.id FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = $1',
    login,
  );
const oneself = { fault: 'rule', words: 'oneself', code: 'OWN_ADMINISTRATION' } as const;
const ofPerson = async (w: World) => ({ personId: await person(w, 'sn-hospital') });
const me = async (w: World) => ({ personId: await person(w, 'sn-admin') });

export const trustPeopleTables: Tables = {
  personInvite: {
    as: 'sn-admin',
    base: async (w) => ({
      loginName: 'sn-clerk',
      displayName: '某 人',
      roles: [{ organisationId: await w.organisation('sn-hospital'), role: 'HOSPITAL' }],
    }),
    ids: { 'roles.organisationId': ['catalogue', 'LOGIN_NAME_TAKEN'] },
    rows: [
      { fault: 'duplicate', words: 'a name that is taken', change: {}, code: 'LOGIN_NAME_TAKEN' },
      {
        fault: 'range',
        words: 'a name of one letter',
        change: { loginName: 'a' },
        code: 'LOGIN_NAME_FORM',
        field: 'loginName',
      },
      { fault: 'range', words: 'no role', change: { roles: [] }, code: 'ROLES_WANTED', field: 'roles' },
      {
        fault: 'foreign',
        words: 'an organisation of the other area',
        change: async (w) => ({
          loginName: 'a-new-name',
          roles: [{ organisationId: await w.organisation('cq-hospital'), role: 'HOSPITAL' }],
        }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'rule',
        words: 'a clerk of a hospital',
        change: async (w) => ({
          loginName: 'a-new-name',
          roles: [{ organisationId: await w.organisation('sn-hospital'), role: 'AGENCY_CLERK' }],
        }),
        code: 'ROLE_ORGANISATION',
      },
    ],
  },
  personReset: {
    as: 'sn-admin',
    base: me,
    ids: { personId: ['catalogue'] },
    rows: [
      { ...oneself, change: {} },
      {
        fault: 'foreign',
        words: 'a person of the other area',
        change: async (w) => ({ personId: await person(w, 'cq-hospital') }),
        code: 'NOT_FOUND',
      },
    ],
  },
  personDisable: { as: 'sn-admin', base: me, ids: { personId: ['catalogue'] }, rows: [{ ...oneself, change: {} }] },
  personEnable: {
    as: 'sn-admin',
    base: ofPerson,
    ids: { personId: ['catalogue'] },
    rows: [{ fault: 'state', words: 'one whose door is open', change: {}, code: 'WRONG_STATE' }],
  },
  roleGive: {
    as: 'sn-admin',
    base: async (w) => ({
      ...(await ofPerson(w)),
      organisationId: await w.organisation('sn-hospital'),
      role: 'HOSPITAL',
    }),
    ids: { personId: ['catalogue'], organisationId: ['cq-hospital'] },
    rows: [
      { fault: 'duplicate', words: 'a role that is held', change: {}, code: 'ROLE_HELD' },
      {
        fault: 'rule',
        words: 'another role for an administrator',
        change: async (w) => ({
          personId: await person(w, 'sn-admin-2'),
          organisationId: await w.organisation('sn-clerk'),
          role: 'AUDITOR',
        }),
        code: 'ADMINISTRATOR_ALONE',
      },
      { fault: 'rule', words: 'a supplier at a hospital', change: { role: 'SUPPLIER' }, code: 'ROLE_ORGANISATION' },
    ],
  },
  roleEnd: {
    as: 'sn-admin',
    base: async (w) => ({ membershipId: await membership(w, 'sn-admin') }),
    ids: { membershipId: ['identity.membership'] },
    rows: [{ ...oneself, change: {} }],
  },
  secondFactorResetPropose: {
    as: 'sn-admin',
    base: me,
    ids: { personId: ['catalogue'] },
    rows: [{ ...oneself, change: {} }],
  },
  proposalConfirm: {
    as: 'sn-admin',
    base: (w) => ({ proposalId: w.nobodyHasIt() }),
    ids: { proposalId: ['catalogue'] },
    rows: [],
  },
  proposalRefuse: {
    as: 'sn-admin',
    base: (w) => ({ proposalId: w.nobodyHasIt() }),
    ids: { proposalId: ['catalogue'] },
    rows: [],
  },
  delegationMake: {
    as: 'sn-clerk',
    base: async (w) => ({
      delegateMembershipId: await membership(w, 'sn-clerk'),
      fromDate: '2020-07-01',
      untilDate: '2020-07-02',
      reason: '休假',
    }),
    ids: { delegateMembershipId: ['identity.membership'] },
    rows: [
      { fault: 'rule', words: 'oneself', change: {}, code: 'NOT_FOUND' },
      {
        fault: 'foreign',
        words: 'somebody of another organisation',
        change: async (w) => ({ delegateMembershipId: await membership(w, 'sn-hospital') }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'rule',
        words: 'an administrator',
        change: async (w) => ({ delegateMembershipId: await membership(w, 'sn-admin') }),
        code: 'DELEGATION_ROLE',
      },
      {
        fault: 'range',
        words: 'yesterday',
        change: { fromDate: '2020-06-30' },
        code: 'DELEGATION_IN_PAST',
        field: 'fromDate',
      },
      {
        fault: 'range',
        words: '91 days',
        change: { untilDate: '2020-09-29' },
        code: 'DELEGATION_TOO_LONG',
        field: 'untilDate',
      },
      {
        fault: 'range',
        words: 'an end before the beginning',
        change: { untilDate: '2020-06-30' },
        code: 'DELEGATION_ENDS_FIRST',
        field: 'untilDate',
      },
    ],
  },
  delegationRevoke: {
    as: 'sn-clerk',
    base: (w) => ({ delegationId: w.nobodyHasIt() }),
    ids: { delegationId: ['catalogue'] },
    rows: [],
  },
  apiKeyMake: {
    as: 'sn-hospital',
    base: async (w) => ({
      organisationId: await w.organisation('sn-supplier'),
      name: '系统',
      scopes: ['FILES'],
      days: 30,
    }),
    ids: { organisationId: ['cq-hospital'] },
    rows: [
      { fault: 'foreign', words: 'another organisation', change: {}, code: 'NOT_FOUND' },
      { fault: 'range', words: 'no scope', change: { scopes: [] }, code: 'KEY_SCOPES', field: 'scopes' },
      { fault: 'range', words: 'more than a year', change: { days: 367 }, code: 'KEY_DAYS', field: 'days' },
      { fault: 'range', words: 'no day', change: { days: 0 }, code: 'KEY_DAYS', field: 'days' },
      {
        fault: 'rule',
        words: 'a key for the agency',
        as: 'sn-admin',
        change: async (w) => ({ organisationId: await w.organisation('sn-clerk') }),
        code: 'KEY_ORGANISATION',
      },
    ],
  },
  apiKeyRevoke: {
    as: 'sn-hospital',
    base: (w) => ({ apiKeyId: w.nobodyHasIt() }),
    ids: { apiKeyId: ['catalogue'] },
    rows: [],
  },
  oidcIssuerSave: {
    as: 'sn-admin',
    base: {
      slug: 'A',
      name: '统一身份',
      issuerUrl: 'https://id.example.org',
      clientId: 'huiji',
      clientSecret: 'secret',
      consoleOrigin: 'https://huiji.example.org',
    },
    ids: {},
    rows: [
      { fault: 'range', words: 'a slug in capitals', change: {}, code: 'ISSUER_SLUG', field: 'slug' },
      {
        fault: 'rule',
        words: 'http to elsewhere',
        change: { issuerUrl: 'http://id.example.org' },
        code: 'ISSUER_ADDRESS',
        field: 'issuerUrl',
      },
      {
        fault: 'rule',
        words: 'a file',
        change: { issuerUrl: 'file:///etc/passwd' },
        code: 'ISSUER_ADDRESS',
        field: 'issuerUrl',
      },
    ],
  },
  oidcIssuerEnd: {
    as: 'sn-admin',
    base: (w) => ({ issuerId: w.nobodyHasIt() }),
    ids: { issuerId: ['catalogue'] },
    rows: [],
  },
  oidcLinkSet: {
    as: 'sn-admin',
    base: async (w) => ({
      ...(await ofPerson(w)),
      issuerId: w.nobodyHasIt(),
      subject: 'subject',
      email: 'a@example.org',
    }),
    ids: { personId: ['catalogue'], issuerId: ['catalogue'] },
    texts: { subject: 'looked-up', email: 'looked-up' },
    rows: [{ fault: 'foreign', words: 'a provider nobody entered', change: {}, code: 'NOT_FOUND' }],
  },
};
