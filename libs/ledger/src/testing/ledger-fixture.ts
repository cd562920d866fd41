import { ok, plainDate, type Result } from '@huiji/kernel';
import type { TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';
import { LedgerService } from '../ledger.service';
import type { Posting } from '../model/transfer';
import { AccountRepository } from '../persistence/account.repository';
import { LedgerReaderRepository } from '../persistence/ledger-reader.repository';
import { PostingSetRepository } from '../persistence/posting-set.repository';
import { TransferRepository } from '../persistence/transfer.repository';

/** The service with its own repositories, as the module wires it. */
export const ledgerService = (): LedgerService =>
  new LedgerService(
    new AccountRepository(),
    new TransferRepository(),
    new PostingSetRepository(),
    new LedgerReaderRepository(),
  );

/** A stable id for a name in a test: the same name is the same owner or document. */
export const idOf = (name: string): string => {
  const hex = Buffer.from(name.padEnd(16, '.')).toString('hex').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

export const day = plainDate('2020-07-01');

/** The opening balance of a fund. */
export const opening = (amountFen: bigint, name = 'opening'): Posting => ({
  code: 'OPENING_BALANCE',
  debit: { code: 'FUND_CASH' },
  credit: { code: 'OPENING_EQUITY' },
  amountFen,
  reference: { type: 'fund-account', id: idOf(name) },
  effectiveDate: day,
});

/** A payment of a supplier, pending until the bank answers. */
export const payment = (name: string, amountFen: bigint, supplier = 'supplier'): Posting => ({
  code: 'PAYMENT',
  debit: { code: 'SUPPLIER_PAYABLE', ownerId: idOf(supplier) },
  credit: { code: 'FUND_CASH' },
  amountFen,
  reference: { type: 'payment', id: idOf(name) },
  effectiveDate: day,
  pending: true,
});

/** What a supplier is owed for an invoice. */
export const obligation = (name: string, amountFen: bigint, supplier = 'supplier'): Posting => ({
  code: 'SUPPLIER_INVOICE',
  debit: { code: 'HOSPITAL_RECOVERABLE', ownerId: idOf('hospital') },
  credit: { code: 'SUPPLIER_PAYABLE', ownerId: idOf(supplier) },
  amountFen,
  reference: { type: 'payable', id: idOf(name) },
  effectiveDate: day,
});

/** The value of a result that must be one. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`);
  return result.value;
};

/** Runs work in one committed transaction of the area and returns its value. */
export const act = async <T>(db: TestDatabase, area: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> =>
  valueOf(await db.database.inTransaction(db.scope(area), work));

export const read = <T>(db: TestDatabase, area: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.database.read(db.scope(area), work);

/** Every promise of the ledger that stored data breaks. */
export const broken = async (
  db: TestDatabase,
  area: string,
  invariants: readonly { readonly id: string; readonly sql: string }[],
): Promise<string[]> => {
  const found: string[] = [];
  for (const { id, sql } of invariants) {
    const rows = await read(db, area, (tx) => tx.query(sql, [area]));
    if (rows.length > 0) found.push(id);
  }
  return found;
};

export const done = ok(undefined);
