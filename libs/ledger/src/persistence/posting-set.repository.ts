import { Injectable } from '@nestjs/common';
import { assert, type PlainDate } from '@huiji/kernel';
import { violatedConstraint, type Tx } from '@huiji/platform';
import type { LedgerAccount } from '../model/account';
import type { Outcome } from '../model/transfer';
import { accountOf, type AccountRow } from './account.repository';
import * as posting from './ledger.sql';
import * as resolution from './resolution.sql';

/** What a set does to an account that may not be overdrawn. */
export interface LimitedEffect {
  readonly account: LedgerAccount;
  readonly outFen: bigint;
  readonly inFen: bigint;
}

/** How many rows a set had, and how many of them were new. */
export interface Added {
  readonly wanted: bigint;
  readonly added: bigint;
}

const onlyRow = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  assert(row !== undefined && rows.length === 1, 'a count is one row');
  return row;
};

/** Sets larger than this are analysed, so that the planner knows how large. */
const SMALL = 100n;

/** A posting set between its making and its booking. */
export interface OpenSet {
  readonly wanted: bigint;
  /** Base of the ids of the accounts that the set opened; undefined when all were there. */
  readonly opened: string | undefined;
}

/** Many transfers in a handful of statements. `begin…` makes the set, `end…` drops it; both in one transaction. */
@Injectable()
export class PostingSetRepository {
  /** Reads the postings, opens the accounts that are not there, sums what happens to each and locks them. */
  async beginPosting(tx: Tx, select: string, params: readonly unknown[]): Promise<OpenSet> {
    const accounts = tx.newId();
    await tx.query(posting.giveMemory);
    await tx.query(posting.createPostingSet);
    await tx.query(posting.createEffects);
    await tx.query(posting.fillPostingSet(select, params.length), [...params, tx.newId(), tx.area, accounts]);
    const { wanted, unnamed } = onlyRow(
      await tx.query<{ wanted: bigint; unnamed: bigint }>(posting.countPostingSet, [accounts]),
    );
    if (unnamed > 0n) await this.openAccounts(tx, accounts, unnamed);
    if (wanted > SMALL) await tx.query(posting.analysePostingSet);
    await tx.query(posting.sumEffects);
    if (wanted > SMALL) await tx.query(posting.analyseEffects);
    await tx.query(posting.lockAccountsOfSet, [tx.area]);
    return { wanted, opened: unnamed > 0n ? accounts : undefined };
  }

  private async openAccounts(tx: Tx, accounts: string, sides: bigint): Promise<void> {
    const { opened } = onlyRow(
      await tx.query<{ opened: bigint }>(posting.openAccountsOfSet, [tx.area, accounts, tx.now]),
    );
    if (opened < sides) await tx.query(posting.nameAccountsOfSet, [tx.area, accounts]);
  }

  async limitedEffects(tx: Tx): Promise<readonly LimitedEffect[]> {
    const rows = await tx.query<AccountRow & { out_fen: bigint; in_fen: bigint }>(posting.limitedAccountsOfSet, [
      tx.area,
    ]);
    return rows.map((row) => ({ account: accountOf(row), outFen: row.out_fen, inFen: row.in_fen }));
  }

  /** Books the set: balances, then transfers. Adds none of them when one is there already, and tells how many are new. */
  async endPosting(tx: Tx, { wanted, opened }: OpenSet): Promise<Added> {
    await tx.query('SAVEPOINT ledger_booking');
    try {
      await tx.query(posting.addSetToBalances, [tx.area]);
      if (opened !== undefined) await tx.query(posting.openBalancesOfSet, [tx.area, opened]);
      await tx.query(posting.insertTransfersOfSet, [tx.area, tx.now]);
    } catch (error) {
      if (violatedConstraint(error) !== 'transfer_once') throw error;
      await tx.query('ROLLBACK TO SAVEPOINT ledger_booking');
      const { added } = onlyRow(await tx.query<{ added: bigint }>(posting.countNewOfSet, [tx.area]));
      await tx.query(posting.dropPostingSet);
      return { wanted, added };
    }
    await tx.query('RELEASE SAVEPOINT ledger_booking');
    await tx.query(posting.dropPostingSet);
    return { wanted, added: wanted };
  }

  /** Resolves every pending transfer of the documents that `select` yields, all in one way. */
  async resolve(
    tx: Tx,
    outcome: Outcome,
    effectiveDate: PlainDate,
    select: string,
    params: readonly unknown[],
  ): Promise<Added> {
    await tx.query(resolution.createResolutionSet);
    await tx.query(resolution.fillResolutionSet(select, params.length), [...params, tx.area]);
    await tx.query(resolution.analyseResolutionSet);
    await tx.query(resolution.lockAccountsOfResolutionSet, [tx.area]);
    const count = onlyRow(
      await tx.query<Added>(resolution.insertResolutionsOfSet, [tx.area, outcome, effectiveDate, tx.now]),
    );
    if (count.added === count.wanted)
      await tx.query(resolution.takeResolutionSetFromPending, [tx.area, outcome === 'posted']);
    await tx.query(resolution.dropResolutionSet);
    return count;
  }
}
