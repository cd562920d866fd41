import {
  badInput,
  cnapsCheckDigitFits,
  ok,
  parseAccountNumber,
  parseCnaps,
  type FieldIssue,
  type Result,
} from '@huiji/kernel';
import type { BankAccountEntry, CheckedBankAccount } from '../model/bank-account';

const MOST = 140;

/** Characters that no name has and no bank message may carry. */
const CONTROL = /\p{Cc}/u;

const textIssues = (field: string, text: string, code: string): readonly FieldIssue[] =>
  text.length >= 1 && text.length <= MOST && !CONTROL.test(text)
    ? []
    : [{ field, code, facts: { most: MOST.toString() } }];

const cnapsIssues = (text: string, verified: boolean): readonly FieldIssue[] => {
  const parsed = parseCnaps(text);
  if (!parsed.ok) return [{ field: 'cnaps', code: 'CNAPS_FORM' }];
  return verified || cnapsCheckDigitFits(parsed.value) ? [] : [{ field: 'cnaps', code: 'CNAPS_CHECK_DIGIT' }];
};

/**
 * Checks an entry: names of 1…140 characters, CNAPS number of 12 digits whose check digit fits (or of which the person
 * says that the bank wrote it so: the check is empirical, so it warns and does not forbid), account number of 6…34
 * digits or letters. Every fault is named at once; none carries the number.
 */
export const checkBankAccount = (entry: BankAccountEntry): Result<CheckedBankAccount> => {
  const holderName = entry.holderName.normalize('NFC').trim();
  const bankName = entry.bankName.normalize('NFC').trim();
  const cnaps = entry.cnaps.normalize('NFKC').replace(/\s/g, '');
  const number = parseAccountNumber(entry.accountNumber);
  const issues = [
    ...textIssues('holderName', holderName, 'HOLDER_NAME_FORM'),
    ...textIssues('bankName', bankName, 'BANK_NAME_FORM'),
    ...cnapsIssues(cnaps, entry.bankCodeVerified),
    ...(number.ok ? [] : [{ field: 'accountNumber', code: 'ACCOUNT_NUMBER_FORM' }]),
  ];
  const parsed = parseCnaps(cnaps);
  if (issues.length > 0 || !number.ok || !parsed.ok) return badInput(issues);
  return ok({
    holderName,
    bankName,
    cnaps,
    cnapsCheckFits: cnapsCheckDigitFits(parsed.value),
    accountNumber: number.value,
  });
};
