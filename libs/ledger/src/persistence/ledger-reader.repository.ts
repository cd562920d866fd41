import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import { Keyset, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { AccountCode, LedgerAccount } from '../model/account';
import type { AccountEntry } from '../model/transfer';
import type { TrialBalanceLine } from '../model/trial-balance';
import { ACCOUNT_COLUMNS, accountOf, type AccountRow } from './account.repository';
import { TRANSFER_COLUMNS, transferOf, WITH_RESOLUTION, type TransferRow } from './transfer.repository';
import { trialBalanceAt } from './trial-balance.sql';

type EntryRow = TransferRow & {
  readonly side: 'debit' | 'credit';
  readonly counter_id: string;
  readonly counter_code: AccountCode;
  readonly counter_owner_id: string | null;
};

const OTHER = { debit: 'credit', credit: 'debit' } as const;

interface LineRow {
  readonly code: AccountCode;
  readonly accounts: bigint;
  readonly debit_fen: bigint;
  readonly credit_fen: bigint;
  readonly pending_debit_fen: bigint;
  readonly pending_credit_fen: bigint;
}

const entryKey = new Keyset<EntryRow>(
  'ledger-entries-newest-first',
  [
    { sql: 't.effective_date', type: 'date', of: (row) => row.effective_date },
    { sql: 't.id', type: 'uuid', of: (row) => row.id },
  ],
  'desc',
);

const accountKey = new Keyset<AccountRow>('ledger-accounts', [{ sql: 'a.id', type: 'uuid', of: (row) => row.id }]);

@Injectable()
export class LedgerReaderRepository {
  /** Entries of one account, newest first: one index range per side, joined and cut to the page. */
  async entries(tx: Tx, accountId: string, page: PageRequest): Promise<Connection<AccountEntry>> {
    const slice = entryKey.slice(page, 3);
    const side = (name: 'debit' | 'credit'): string => `
      (SELECT ${TRANSFER_COLUMNS}, '${name}' AS side,
         c.id AS counter_id, c.code AS counter_code, c.owner_id AS counter_owner_id
       FROM ${WITH_RESOLUTION}
       JOIN ledger.account c ON c.area = t.area AND c.id = t.${OTHER[name]}_account_id
       WHERE t.area = $1 AND t.${name}_account_id = $2 AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()})`;
    const rows = await tx.query<EntryRow>(
      `SELECT * FROM (${side('debit')} UNION ALL ${side('credit')}) AS t
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [tx.area, accountId, ...slice.params],
    );
    return entryKey.connection(page, rows, (row) => ({
      ...transferOf(row),
      accountId,
      side: row.side,
      counter: { accountId: row.counter_id, code: row.counter_code, ownerId: row.counter_owner_id },
    }));
  }

  async accounts(tx: Tx, code: AccountCode, page: PageRequest): Promise<Connection<LedgerAccount>> {
    const slice = accountKey.slice(page, 3);
    const rows = await tx.query<AccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM ledger.account a
       JOIN ledger.account_balance b ON b.area = a.area AND b.account_id = a.id
       WHERE a.area = $1 AND a.code = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [tx.area, code, ...slice.params],
    );
    return accountKey.connection(page, rows, accountOf);
  }

  async trialBalance(tx: Tx, at: PlainDate): Promise<readonly TrialBalanceLine[]> {
    const rows = await tx.query<LineRow>(trialBalanceAt, [tx.area, at]);
    return rows.map((row) => ({
      code: row.code,
      accounts: row.accounts,
      debitFen: row.debit_fen,
      creditFen: row.credit_fen,
      pendingDebitFen: row.pending_debit_fen,
      pendingCreditFen: row.pending_credit_fen,
    }));
  }
}
