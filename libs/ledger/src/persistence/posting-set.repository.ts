import { Injectable } from '@nestjs/common';
import { assert, type PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
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

/** Many transfers in a handful of statements. `begin…` makes the set, `end…` drops it; both in one transaction. */
@Injectable()
export class PostingSetRepository {
  async beginPosting(tx: Tx, select: string, params: readonly unknown[]): Promise<void> {
    await tx.query(posting.giveMemory);
    await tx.query(posting.createPostingSet);
    await tx.query(posting.createPostingAccounts);
    await tx.query(posting.fillPostingSet(select, params.length), [...params, tx.newId()]);
    await tx.query(posting.analysePostingSet);
    await tx.query(posting.nameAccountsOfSet, [tx.area, tx.newId()]);
    await tx.query(posting.analysePostingAccounts);
    const { added, wanted } = onlyRow(await tx.query<Added>(posting.openAccountsOfSet, [tx.area, tx.now]));
    if (added < wanted) await tx.query(posting.renameAccountsOfSet, [tx.area]);
    await tx.query(posting.lockAccountsOfSet, [tx.area]);
  }

  async limitedEffects(tx: Tx): Promise<readonly LimitedEffect[]> {
    const rows = await tx.query<AccountRow & { out_fen: bigint; in_fen: bigint }>(posting.limitedAccountsOfSet, [
      tx.area,
    ]);
    return rows.map((row) => ({ account: accountOf(row), outFen: row.out_fen, inFen: row.in_fen }));
  }

  async endPosting(tx: Tx): Promise<Added> {
    const count = onlyRow(await tx.query<Added>(posting.insertTransfersOfSet, [tx.area, tx.now]));
    if (count.added === count.wanted) {
      await tx.query(posting.addSetToBalances, [tx.area]);
      await tx.query(posting.openBalancesOfSet, [tx.area]);
    }
    await tx.query(posting.dropPostingSet);
    return count;
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
