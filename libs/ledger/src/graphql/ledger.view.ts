import { fen } from '@huiji/kernel';
import type { Connection } from '@huiji/platform';
import type { BalancedAccount } from '../model/account';
import type { AccountEntry } from '../model/transfer';
import type { TrialBalance } from '../model/trial-balance';
import type { LedgerAccountType, LedgerEntryType, TrialBalanceType } from './ledger.type';

export const accountView = (account: BalancedAccount): LedgerAccountType => ({
  id: account.id,
  code: account.code,
  ownerId: account.ownerId,
  balance: fen(account.balanceFen),
  debitsPosted: fen(account.debitsPostedFen),
  creditsPosted: fen(account.creditsPostedFen),
  debitsPending: fen(account.debitsPendingFen),
  creditsPending: fen(account.creditsPendingFen),
});

export const entryView = (entry: AccountEntry): LedgerEntryType => ({
  id: entry.id,
  code: entry.code,
  side: entry.side,
  amount: fen(entry.amountFen),
  status: entry.status,
  effectiveDate: entry.effectiveDate,
  bookedOn: entry.bookedOn,
  reference: entry.reference,
  counterAccountId: entry.counter.accountId,
  counterCode: entry.counter.code,
  counterOwnerId: entry.counter.ownerId,
});

export const trialBalanceView = (balance: TrialBalance): TrialBalanceType => ({
  at: balance.at,
  lines: balance.lines.map((line) => ({
    code: line.code,
    accounts: line.accounts,
    debit: fen(line.debitFen),
    credit: fen(line.creditFen),
    pendingDebit: fen(line.pendingDebitFen),
    pendingCredit: fen(line.pendingCreditFen),
  })),
  totalDebit: fen(balance.totalDebitFen),
  totalCredit: fen(balance.totalCreditFen),
});

/** The same page with every node shown. */
export const viewPage = <Inside, View>(page: Connection<Inside>, view: (inside: Inside) => View): Connection<View> => ({
  pageInfo: page.pageInfo,
  edges: page.edges.map(({ cursor, node }) => ({ cursor, node: view(node) })),
});
