import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { AccountCode, AccountRef, LedgerAccount } from '../model/account';

export interface AccountRow {
  readonly id: string;
  readonly code: AccountCode;
  readonly owner_id: string | null;
  readonly debits_posted_fen: bigint;
  readonly credits_posted_fen: bigint;
  readonly debits_pending_fen: bigint;
  readonly credits_pending_fen: bigint;
}

export const ACCOUNT_COLUMNS = `a.id, a.code, a.owner_id, b.debits_posted_fen, b.credits_posted_fen,
  b.debits_pending_fen, b.credits_pending_fen`;

export const accountOf = (row: AccountRow): LedgerAccount => ({
  id: row.id,
  code: row.code,
  ownerId: row.owner_id,
  debitsPostedFen: row.debits_posted_fen,
  creditsPostedFen: row.credits_posted_fen,
  debitsPendingFen: row.debits_pending_fen,
  creditsPendingFen: row.credits_pending_fen,
});

const FROM = `FROM ledger.account a JOIN ledger.account_balance b ON b.area = a.area AND b.account_id = a.id`;

/** One condition per account; a missing owner is compared by IS NULL, so that the unique index serves both. */
const anyOf = (refs: readonly AccountRef[], params: unknown[]): string =>
  refs
    .map(({ code, ownerId }) => {
      const at = `$${params.push(code).toString()}`;
      return ownerId === undefined
        ? `(a.code = ${at} AND a.owner_id IS NULL)`
        : `(a.code = ${at} AND a.owner_id = $${params.push(ownerId).toString()})`;
    })
    .join(' OR ');

@Injectable()
export class AccountRepository {
  /** The accounts that exist, locked in the order of their ids until the end of the transaction. */
  async lock(tx: Tx, refs: readonly AccountRef[]): Promise<readonly LedgerAccount[]> {
    const params: unknown[] = [tx.area];
    const rows = await tx.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} ${FROM}
       WHERE a.area = $1 AND b.area = $1 AND (${anyOf(refs, params)}) ORDER BY b.account_id FOR UPDATE OF b`,
      params,
    );
    return rows.map(accountOf);
  }

  async lockByIds(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT account_id FROM ledger.account_balance WHERE area = $1 AND account_id = ANY($2)
       ORDER BY account_id FOR UPDATE`,
      [tx.area, ids],
    );
  }

  /** Opens accounts; one that another transaction opened first is left as it is. */
  async open(tx: Tx, refs: readonly AccountRef[]): Promise<void> {
    await tx.query(
      `WITH opened AS (
         INSERT INTO ledger.account (area, id, code, owner_id, opened_at)
         SELECT $1, w.id, w.code, w.owner_id, $5
         FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS w(id, code, owner_id)
         ON CONFLICT ON CONSTRAINT account_once DO NOTHING
         RETURNING area, id, code)
       INSERT INTO ledger.account_balance (area, account_id, code) SELECT area, id, code FROM opened`,
      [
        tx.area,
        refs.map(() => tx.newId()),
        refs.map(({ code }) => code),
        refs.map(({ ownerId }) => ownerId ?? null),
        tx.now,
      ],
    );
  }

  async find(tx: Tx, ref: AccountRef): Promise<LedgerAccount | undefined> {
    const params: unknown[] = [tx.area];
    const rows = await tx.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} ${FROM} WHERE a.area = $1 AND b.area = $1 AND ${anyOf([ref], params)}`,
      params,
    );
    return rows[0] && accountOf(rows[0]);
  }

  async findById(tx: Tx, id: string): Promise<LedgerAccount | undefined> {
    const rows = await tx.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} ${FROM} WHERE a.area = $1 AND b.area = $1 AND a.id = $2`,
      [tx.area, id],
    );
    return rows[0] && accountOf(rows[0]);
  }
}
