import { Injectable } from '@nestjs/common';
import { keptReason, reasonIssues } from '@huiji/approval';
import { badInput, notFound, ok, present, refuse, type Result } from '@huiji/kernel';
import { nextState, personOf, recordAction, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import { AccountVault } from './account-vault';
import {
  payeeKey,
  type AccountAction,
  type AccountState,
  type BankAccountEntry,
  type PayableAccount,
  type Payee,
  type PayeeAccount,
} from './model/bank-account';
import { PayeeDirectories } from './payee-directories.service';
import { PayeeAccountRepository } from './persistence/payee-account.repository';
import { accountTransitions } from './rules/account-states';
import { checkBankAccount } from './rules/bank-account-issues';
import { visiblePayees, type Viewer } from './rules/visible-payees';

const SUBJECT = 'payee-account';

/** What a reader asks for; payee type and id count together. */
export interface PayeeAccountWish extends PageRequest {
  readonly state?: AccountState | null;
  readonly payeeType?: Payee['payeeType'] | null;
  readonly payeeId?: string | null;
}

/**
 * Accounts of those who are paid (收款账户): entered by one person, confirmed by another, never edited. A change is a
 * new version; the old one is superseded when the new one is confirmed.
 */
@Injectable()
export class PayeeAccountService {
  constructor(
    private readonly rows: PayeeAccountRepository,
    private readonly directories: PayeeDirectories,
    private readonly vault: AccountVault,
  ) {}

  /**
   * Enters a version and returns its id. Refuses NOT_FOUND (no such payee in the area), BAD_INPUT by field, and
   * PAYEE_ACCOUNT_WAITING while another version of this payee waits to be confirmed.
   */
  async enter(tx: Tx, payee: Payee, entry: BankAccountEntry): Promise<Result<string>> {
    const checked = checkBankAccount(entry);
    if (!checked.ok) return checked;
    if (!(await this.directories.exists(tx, payee))) return notFound('payee');
    const sealed = await this.vault.seal(tx, checked.value, payee);
    const id = await this.rows.enter(tx, payee, sealed, personOf(tx));
    if (id === undefined) return refuse('conflict', 'PAYEE_ACCOUNT_WAITING');
    // Only these two: what came in holds the number.
    const whose: Payee = { payeeType: payee.payeeType, payeeId: payee.payeeId };
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: id,
      kind: 'PayeeAccountEntered',
      to: 'entered',
      payload: { ...whose, cnaps: sealed.cnaps, cnapsCheckFits: sealed.cnapsCheckFits, number: sealed.masked },
    });
    return ok(id);
  }

  /** Puts a version into use; the one before it is superseded. Refuses NOT_FOUND, WRONG_STATE, ACCOUNT_OWN_ENTRY. */
  async confirm(tx: Tx, id: string): Promise<Result<string>> {
    const account = await this.decidable(tx, id, 'confirm');
    if (!account.ok) return account;
    const [current] = await this.rows.current(tx, [account.value]);
    if (current) await this.supersede(tx, current, id);
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
      kind: 'PayeeAccountConfirmed',
      from: 'entered',
      to: 'confirmed',
    });
    return ok(id);
  }

  /** Sends a version back with a reason. Refuses BAD_INPUT (no reason), NOT_FOUND, WRONG_STATE, ACCOUNT_OWN_ENTRY. */
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
      kind: 'PayeeAccountReturned',
      from: 'entered',
      to: 'returned',
      reason: words,
    });
    return ok(id);
  }

  /** The account in use of each payee, by `payeeKey`; payees without one are left out. */
  async currentFor(tx: Tx, payees: readonly Payee[]): Promise<ReadonlyMap<string, PayeeAccount>> {
    const accounts = await this.rows.current(tx, payees);
    return new Map(accounts.map((account) => [payeeKey(account), account]));
  }

  /** Everybody who entered or confirmed an account that these payees are or were paid to; none of them may review. */
  editorsOf(tx: Tx, payees: readonly Payee[]): Promise<readonly string[]> {
    return this.rows.editors(tx, payees);
  }

  /** Accounts with their numbers opened, by id: for a bank message only, never for a screen or a log. */
  async opened(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, PayableAccount>> {
    const rows = await this.rows.encrypted(tx, accountIds);
    const numbers = await this.vault.openEach(tx, rows);
    return new Map(
      rows.map(({ id, encrypted: _, ...account }, index) => [
        id,
        { ...account, payeeAccountId: id, accountNumber: present(numbers[index], 'a number') },
      ]),
    );
  }

  find(tx: Tx, id: string): Promise<PayeeAccount | undefined> {
    return this.rows.find(tx, id);
  }

  /** A page of accounts, newest first; a hospital or supplier sees its own only, whatever it asks for. */
  pageFor(tx: Tx, viewer: Viewer, wish: PayeeAccountWish): Promise<Connection<PayeeAccount>> {
    return this.rows.page(tx, { state: wish.state ?? null, payee: visiblePayees(viewer, wish) }, wish);
  }

  private async decidable(tx: Tx, id: string, action: 'confirm' | 'return'): Promise<Result<PayeeAccount>> {
    const account = await this.rows.lock(tx, id);
    if (!account) return notFound(SUBJECT);
    const next = nextState<AccountState, AccountAction>(accountTransitions, account.state, action);
    if (!next.ok) return next;
    return account.enteredBy === personOf(tx) ? refuse('rule', 'ACCOUNT_OWN_ENTRY') : ok(account);
  }

  private async supersede(tx: Tx, current: PayeeAccount, by: string): Promise<void> {
    await this.rows.supersede(tx, current.id);
    await recordAction(tx, {
      subjectType: SUBJECT,
      subjectId: current.id,
      kind: 'PayeeAccountSuperseded',
      from: 'confirmed',
      to: 'superseded',
      payload: { by },
    });
  }
}
