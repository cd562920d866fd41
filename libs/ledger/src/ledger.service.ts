import { Injectable } from '@nestjs/common';
import { fen, formatYuan, maxDate, notFound, ok, present, refuse, type PlainDate, type Result } from '@huiji/kernel';
import type { Connection, PageRequest, Tx } from '@huiji/platform';
import type { AccountCode, AccountRef, BalancedAccount, LedgerAccount } from './model/account';
import type { TrialBalance } from './model/trial-balance';
import type { AccountEntry, Outcome, Posting, Reference, Transfer } from './model/transfer';
import { AccountRepository } from './persistence/account.repository';
import { LedgerReaderRepository } from './persistence/ledger-reader.repository';
import { PostingSetRepository } from './persistence/posting-set.repository';
import { TransferRepository } from './persistence/transfer.repository';
import { availableFen, balanceFen, shortfallFen } from './rules/balance';
import { assertPosting } from './rules/posting';
import { trialBalanceOf } from './rules/trial-balance';

const balanced = (account: LedgerAccount): BalancedAccount => ({
  ...account,
  balanceFen: balanceFen(account.code, account),
});

const overdrawn = (account: LedgerAccount, wantedFen: bigint) =>
  refuse('rule', 'ACCOUNT_OVERDRAWN', {
    account: account.code,
    available: formatYuan(fen(availableFen(account.code, account) ?? 0n)),
    wanted: formatYuan(fen(wantedFen)),
    missing: formatYuan(fen(shortfallFen(account.code, account, wantedFen) ?? 0n)),
  });

/**
 * The double-entry ledger of an area (复式记账). Money is never edited: a transfer is added, a pending one is resolved
 * by one more row, a correction is a transfer the other way.
 */
@Injectable()
export class LedgerService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transfers: TransferRepository,
    private readonly sets: PostingSetRepository,
    private readonly reader: LedgerReaderRepository,
  ) {}

  /**
   * Adds one transfer and returns its id. Accounts are opened when first used.
   * Refuses ACCOUNT_OVERDRAWN (with the figures in yuan) when FUND_CASH or PREPAID would fall below zero, pending
   * amounts counted, and ALREADY_POSTED when this document has a posting of this code already.
   */
  async post(tx: Tx, posting: Posting): Promise<Result<string>> {
    assertPosting(posting);
    const [debit, credit] = await this.locked(tx, posting.debit, posting.credit);
    if (shortfallFen(credit.code, credit, posting.amountFen) !== undefined) return overdrawn(credit, posting.amountFen);
    const id = await this.transfers.add(tx, posting, { debitId: debit.id, creditId: credit.id });
    return id === undefined
      ? refuse('conflict', 'ALREADY_POSTED', { reference: posting.reference.type, code: posting.code })
      : ok(id);
  }

  /**
   * Ends a pending transfer: posted on `effectiveDate` (the day the bank booked it, never before the transfer itself
   * counts), or voided.
   * Refuses NOT_FOUND, TRANSFER_NOT_PENDING, and TRANSFER_RESOLVED with the outcome it has already.
   */
  async resolve(
    tx: Tx,
    transferId: string,
    outcome: Outcome,
    effectiveDate: PlainDate = tx.businessDate,
  ): Promise<Result<void>> {
    const transfer = await this.transfers.find(tx, transferId);
    if (!transfer) return notFound('transfer');
    if (!transfer.pending) return refuse('state', 'TRANSFER_NOT_PENDING');
    await this.accounts.lockByIds(tx, [transfer.debitAccountId, transfer.creditAccountId]);
    const bookedOn = maxDate(effectiveDate, transfer.effectiveDate);
    if (await this.transfers.resolve(tx, transfer, outcome, bookedOn)) return ok(undefined);
    const now = await this.transfers.find(tx, transferId);
    return refuse('state', 'TRANSFER_RESOLVED', { outcome: now?.status ?? outcome });
  }

  /**
   * Adds a set of transfers, each as `post` would, in a fixed number of statements; returns how many.
   * `select` yields, by name: code, debit_code, debit_owner_id, credit_code, credit_owner_id, amount_fen,
   * reference_type, reference_id, effective_date, pending. All are added or none; refusals as for `post`.
   */
  async postSelected(tx: Tx, select: string, params: readonly unknown[]): Promise<Result<bigint>> {
    const set = await this.sets.beginPosting(tx, select, params);
    for (const { account, outFen, inFen } of await this.sets.limitedEffects(tx))
      if (shortfallFen(account.code, account, outFen, inFen) !== undefined) return overdrawn(account, outFen);
    const { added, wanted } = await this.sets.endPosting(tx, set);
    return added === wanted ? ok(added) : refuse('conflict', 'ALREADY_POSTED', { count: (wanted - added).toString() });
  }

  /**
   * Ends, in one way, the pending transfers of many documents; returns how many transfers there were.
   * `select` yields (code, reference_type, reference_id). All or none; refuses TRANSFER_RESOLVED.
   */
  async resolveSelected(
    tx: Tx,
    outcome: Outcome,
    effectiveDate: PlainDate,
    select: string,
    params: readonly unknown[],
  ): Promise<Result<bigint>> {
    const { added, wanted } = await this.sets.resolve(tx, outcome, effectiveDate, select, params);
    return added === wanted ? ok(added) : refuse('state', 'TRANSFER_RESOLVED', { count: (wanted - added).toString() });
  }

  /** Booked and pending sums at the end of a business day. */
  async trialBalance(tx: Tx, at: PlainDate): Promise<TrialBalance> {
    return trialBalanceOf(at, await this.reader.trialBalance(tx, at));
  }

  /** An account by what it is; undefined when nothing was ever posted to it. */
  async account(tx: Tx, ref: AccountRef): Promise<BalancedAccount | undefined> {
    const account = await this.accounts.find(tx, ref);
    return account && balanced(account);
  }

  async accountById(tx: Tx, id: string): Promise<BalancedAccount | undefined> {
    const account = await this.accounts.findById(tx, id);
    return account && balanced(account);
  }

  async accountsOf(tx: Tx, code: AccountCode, page: PageRequest): Promise<Connection<BalancedAccount>> {
    const found = await this.reader.accounts(tx, code, page);
    return { ...found, edges: found.edges.map(({ cursor, node }) => ({ cursor, node: balanced(node) })) };
  }

  /** Entries of an account, newest first. */
  entriesOf(tx: Tx, accountId: string, page: PageRequest): Promise<Connection<AccountEntry>> {
    return this.reader.entries(tx, accountId, page);
  }

  /** What the ledger holds for a document: where "paid" is read from, never typed in. */
  transfersOf(tx: Tx, reference: Reference): Promise<readonly Transfer[]> {
    return this.transfers.ofReference(tx, reference);
  }

  /** Both accounts, opened when new and locked in one order. */
  private async locked(
    tx: Tx,
    debit: AccountRef,
    credit: AccountRef,
  ): Promise<readonly [LedgerAccount, LedgerAccount]> {
    const first = await this.accounts.lock(tx, [debit, credit]);
    if (first.length < 2) await this.accounts.open(tx, [debit, credit]);
    const both = first.length < 2 ? await this.accounts.lock(tx, [debit, credit]) : first;
    const of = (ref: AccountRef): LedgerAccount =>
      present(
        both.find(({ code, ownerId }) => code === ref.code && ownerId === (ref.ownerId ?? null)),
        `the account ${ref.code}`,
      );
    return [of(debit), of(credit)];
  }
}
