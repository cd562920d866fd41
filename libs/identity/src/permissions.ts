import { type Permissions, accountKeepers, desk, workers } from '@huiji/platform';

/** Who may do what with log-ins and the trail (登录与操作记录). */
export const identityPermissions = {
  me: { ...workers('own'), administrator: 'own' },
  actions: { ...desk, ...accountKeepers, auditor: 'area' },
  logIn: 'public',
  logInIssuers: 'public',
  logInSecondFactor: 'public',
  logInWithCode: 'public',
  passwordResetAsk: 'public',
  passwordSet: 'public',
  secondFactorStart: 'public',
  refresh: 'public',
  signOut: 'public',
} satisfies Permissions;
