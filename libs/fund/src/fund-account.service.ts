import { Injectable } from '@nestjs/common';
import { keptReason, reasonIssues } from '@huiji/approval';
import { badInput, notFound, ok, refuse, type PlainDate, type Result } from '@huiji/kernel';
import { LedgerService } from '@huiji/ledger';
import { nextState, personOf, recordAction, type Tx } from '@huiji/platform';
import { AccountVault } from './account-vault';
import type { AccountAction, AccountState, BankAccountEntry, FundAccount, PayingAccount } from './model/bank-account';
import { FundAccountRepository } from './persistence/fund-account.repository';
import { accountTransitions } from './rules/account-states';
import { checkBankAccount } from './rules/bank-account-issues';
import { openingIssues } from './rules/opening-issues';

const SUBJECT = 'fund-account';

export interface FundAccountEntry extends BankAccountEntry {
  /** Fen, ≥ 0. */
  readonly openingBalanceFen: bigint;
  /** Not after the business date. */
  readonly openingDate: PlainDate;
}

/** The account the fund pays from (基金支出户) and its opening balance: entered by one person, confirmed by another. */
@Injectable()
export class FundAccountService {
  constructor(
    private readonly rows: FundAccountRepository,
    private readonly vault: AccountVault,
    private readonly ledger: LedgerService,
  ) {}

  /** Refuses BAD_INPUT by field, FUND_ACCOUNT_STANDING while one is in use or waits to be confirmed. */
  async enter(tx: Tx, entry: FundAccountEntry): Promise<Result<string>> {
    const checked = checkBankAccount(entry);
    const issues = [
      ...(checked.ok ? [] : checked.refusal.issues),
      ...openingIssues(entry.openingBalanceFen, entry.openingDate, tx.businessDate),
    ];
    if (!checked.ok || issues.length > 0) return badInput(issues);
    if (await this.rows.standing(tx)) return refuse('conflict', 'FUND_ACCOUNT_STANDING');
    const sealed = await this.vault.seal(tx, checked.value);
    const id = await this.rows.enter(tx, entry, sealed, personOf(tx));
    if (id === undefined) return refuse('conflict', 'FUND_ACCOUNT_STANDING');
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: id,
      kind: 'FundAccountEntered',
      to: 'entered',
      payload: { openingBalanceFen: entry.openingBalanceFen, openingDate: entry.openingDate, number: sealed.masked },
    });
    return ok(id);
  }

  /**
   * Puts the account into use and books its opening balance: Dr FUND_CASH / Cr OPENING_EQUITY.
   * Refuses NOT_FOUND, WRONG_STATE, ACCOUNT_OWN_ENTRY.
   */
  async confirm(tx: Tx, id: string): Promise<Result<string>> {
    const account = await this.decidable(tx, id, 'confirm');
    if (!account.ok) return account;
    await this.rows.decide(tx, {
      id,
      to: 'confirmed',
      decidedBy: personOf(tx),
      decidedOn: tx.businessDate,
      reason: null,
    });
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: id,
      kind: 'FundAccountConfirmed',
      from: 'entered',
      to: 'confirmed',
    });
    const { openingBalanceFen, openingDate } = account.value;
    if (openingBalanceFen === 0n) return ok(id);
    const posted = await this.ledger.post(tx, {
      code: 'OPENING_BALANCE',
      debit: { code: 'FUND_CASH' },
      credit: { code: 'OPENING_EQUITY' },
      amountFen: openingBalanceFen,
      reference: { type: SUBJECT, id },
      effectiveDate: openingDate,
    });
    return posted.ok ? ok(id) : posted;
  }

  /** Sends the entry back with a reason. Refuses BAD_INPUT (no reason), NOT_FOUND, WRONG_STATE, ACCOUNT_OWN_ENTRY. */
  async return(tx: Tx, id: string, reason: string): Promise<Result<string>> {
    const issues = reasonIssues('return', reason);
    if (issues.length > 0) return badInput(issues);
    const account = await this.decidable(tx, id, 'return');
    if (!account.ok) return account;
    const words = keptReason(reason);
    await this.rows.decide(tx, {
      id,
      to: 'returned',
      decidedBy: personOf(tx),
      decidedOn: tx.businessDate,
      reason: words,
    });
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: id,
      kind: 'FundAccountReturned',
      from: 'entered',
      to: 'returned',
      reason: words,
    });
    return ok(id);
  }

  /** The account in use, else the one that waits to be confirmed. */
  standing(tx: Tx): Promise<FundAccount | undefined> {
    return this.rows.standing(tx);
  }

  find(tx: Tx, id: string): Promise<FundAccount | undefined> {
    return this.rows.find(tx, id);
  }

  /** The account in use with its number opened, for a bank message only. Refuses FUND_ACCOUNT_ABSENT. */
  async paying(tx: Tx): Promise<Result<PayingAccount>> {
    const account = await this.rows.confirmed(tx);
    if (!account) return refuse('state', 'FUND_ACCOUNT_ABSENT');
    return ok({
      fundAccountId: account.id,
      holderName: account.holderName,
      bankName: account.bankName,
      cnaps: account.cnaps,
      accountNumber: await this.vault.open(tx, account.encrypted),
    });
  }

  private async decidable(tx: Tx, id: string, action: 'confirm' | 'return'): Promise<Result<FundAccount>> {
    const account = await this.rows.lock(tx, id);
    if (!account) return notFound(SUBJECT);
    const next = nextState<AccountState, AccountAction>(accountTransitions, account.state, action);
    if (!next.ok) return next;
    return account.enteredBy === personOf(tx) ? refuse('rule', 'ACCOUNT_OWN_ENTRY') : ok(account);
  }
}
