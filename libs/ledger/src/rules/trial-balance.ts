import type { PlainDate } from '@huiji/kernel';
import { accountCodes } from '../model/account';
import type { TrialBalance, TrialBalanceLine } from '../model/trial-balance';

/** Puts the lines in the order of the chart of accounts and sums them. Balanced when both totals are equal. */
export const trialBalanceOf = (at: PlainDate, lines: readonly TrialBalanceLine[]): TrialBalance => ({
  at,
  lines: [...lines].sort((a, b) => accountCodes.indexOf(a.code) - accountCodes.indexOf(b.code)),
  totalDebitFen: lines.reduce((sum, line) => sum + line.debitFen, 0n),
  totalCreditFen: lines.reduce((sum, line) => sum + line.creditFen, 0n),
});
