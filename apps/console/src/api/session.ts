import { useSyncExternalStore } from 'react';

export type Role =
  | 'AGENCY_CLERK'
  | 'AGENCY_FIRST_REVIEW'
  | 'AGENCY_RECHECK'
  | 'AGENCY_APPROVAL'
  | 'AGENCY_ACCOUNTS'
  | 'AGENCY_ACCOUNTS_CHECK'
  | 'HOSPITAL'
  | 'SUPPLIER'
  | 'ASSESSOR'
  | 'AUDITOR'
  | 'ADMINISTRATOR';

/** The role as lists of roles in the schema write it: AGENCY_FIRST_REVIEW is agency-first-review. */
export const roleCode = (role: Role): string => role.toLowerCase().replaceAll('_', '-');

/** One log-in of one membership. It lives in the tab, so two tabs may be two people of the demonstration. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const storageKey = 'huiji.session';
const listeners = new Set<() => void>();

const stored = (): Session | undefined => {
  const text = sessionStorage.getItem(storageKey);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Session;
  } catch {
    return undefined;
  }
};

let current: Session | undefined = stored();

export const session = {
  get: (): Session | undefined => current,
  set: (next: Session | undefined): void => {
    current = next;
    if (next) sessionStorage.setItem(storageKey, JSON.stringify(next));
    else sessionStorage.removeItem(storageKey);
    listeners.forEach((listener) => {
      listener();
    });
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The log-in of this tab, undefined before log-in. */
export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, session.get);
