import { ok, refuse, type Result } from '../result';
import { mod11Hybrid10 } from './check-digits';

/** 联行号 of a bank's branch in CNAPS: 12 digits. */
export type Cnaps = string & { readonly __brand: 'Cnaps' };

/** Refuses CNAPS_FORM (12 digits). The check digit is empirical, so it only warns: `cnapsCheckDigitFits`. */
export const parseCnaps = (text: string): Result<Cnaps> =>
  /^\d{12}$/.test(text) ? ok(text as Cnaps) : refuse('input', 'CNAPS_FORM', { text: text.slice(0, 40) });

/** Whether the 12th digit is the ISO 7064 MOD 11,10 digit of the first eleven. False is a warning to a person. */
export const cnapsCheckDigitFits = (code: Cnaps): boolean => mod11Hybrid10(code.slice(0, 11)) === code[11];

/** A bank account number: 6…34 digits or Latin letters (ISO 20022 Max34Text), blanks removed. Refuses ACCOUNT_NUMBER_FORM. */
export const parseAccountNumber = (text: string): Result<string> => {
  const compact = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z]{6,34}$/.test(compact) ? ok(compact) : refuse('input', 'ACCOUNT_NUMBER_FORM');
};

/** Last four stay: "****6789". */
export const maskAccountNumber = (account: string): string => `****${account.slice(-4)}`;
