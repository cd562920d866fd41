import { plainDate } from '@huiji/kernel';
import type { TrialBalanceLine } from '../model/trial-balance';
import { trialBalanceOf } from './trial-balance';

const line = (code: TrialBalanceLine['code'], debitFen: bigint, creditFen: bigint): TrialBalanceLine => ({
  code,
  accounts: 1n,
  debitFen,
  creditFen,
  pendingDebitFen: 0n,
  pendingCreditFen: 0n,
});

describe('a trial balance', () => {
  it('C15 stands in the order of the chart of accounts, and its two totals are sums of its lines', () => {
    const balance = trialBalanceOf(plainDate('2020-07-01'), [
      line('CARE_EXPENSE', 150_000n, 0n),
      line('FUND_CASH', 1_000_000n, 150_000n),
      line('PERSON_PAYABLE', 150_000n, 150_000n),
      line('OPENING_EQUITY', 0n, 1_000_000n),
    ]);
    expect(balance.lines.map(({ code }) => code)).toEqual([
      'FUND_CASH',
      'OPENING_EQUITY',
      'PERSON_PAYABLE',
      'CARE_EXPENSE',
    ]);
    expect([balance.totalDebitFen, balance.totalCreditFen]).toEqual([1_300_000n, 1_300_000n]);
  });
});
