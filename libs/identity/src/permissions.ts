import { type Permissions, accountKeepers, desk, workers } from '@huiji/platform';

const everybody = { ...workers('own'), administrator: 'own' } as const;
const administrators = { administrator: 'area' } as const;
const keyHolders = { hospital: 'organisation', supplier: 'organisation', administrator: 'area' } as const;

/** Who may do what with log-ins and the trail (登录与操作记录). */
export const identityPermissions = {
  me: { ...workers('own'), administrator: 'own' },
  actions: { ...desk, ...accountKeepers, auditor: 'area' },
  actionsCsv: { ...desk, auditor: 'area' },
  logIn: 'public',
  logInIssuers: 'public',
  logInSecondFactor: 'public',
  logInWithCode: 'public',
  passwordResetAsk: 'public',
  passwordSet: 'public',
  secondFactorStart: 'public',
  refresh: 'public',
  signOut: 'public',
  myAccount: everybody,
  passwordChange: everybody,
  logInEnd: everybody,
  secondFactorEnrol: everybody,
  secondFactorConfirm: everybody,
  recoveryCodesRenew: everybody,
  delegations: { ...workers('own'), administrator: 'area' },
  colleagues: workers('organisation'),
  delegationMake: workers('own'),
  delegationRevoke: { ...workers('own'), administrator: 'area' },
  accounts: administrators,
  personInvite: administrators,
  personReset: administrators,
  personDisable: administrators,
  personEnable: administrators,
  roleGive: administrators,
  roleEnd: administrators,
  roleProposals: administrators,
  secondFactorResetPropose: administrators,
  proposalConfirm: administrators,
  proposalRefuse: administrators,
  apiKeys: keyHolders,
  apiKeyMake: keyHolders,
  apiKeyRevoke: keyHolders,
  oidcIssuers: administrators,
  oidcIssuerSave: administrators,
  oidcIssuerEnd: administrators,
  oidcLinkSet: administrators,
} satisfies Permissions;
