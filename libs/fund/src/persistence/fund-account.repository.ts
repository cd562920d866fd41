import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { FundAccount } from '../model/bank-account';
import {
  ACCOUNT_COLUMNS,
  accountOf,
  SEALED_COLUMNS,
  sealedParams,
  type AccountDecision,
  type AccountRow,
  type SealedAccount,
} from './account-rows';

interface FundAccountRow extends AccountRow {
  readonly opening_balance_fen: bigint;
  readonly opening_date: PlainDate;
}

export interface Opening {
  readonly openingBalanceFen: bigint;
  readonly openingDate: PlainDate;
}

const COLUMNS = `${ACCOUNT_COLUMNS}, a.opening_balance_fen, a.opening_date`;

const fundAccountOf = (row: FundAccountRow): FundAccount => ({
  ...accountOf(row),
  openingBalanceFen: row.opening_balance_fen,
  openingDate: row.opening_date,
});

@Injectable()
export class FundAccountRepository {
  /** Adds an entry; undefined when one already waits to be confirmed. */
  async enter(tx: Tx, opening: Opening, account: SealedAccount, enteredBy: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO fund.fund_account (area, id, state, opening_balance_fen, opening_date, ${SEALED_COLUMNS})
       VALUES ($1, $2, 'entered', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        opening.openingBalanceFen,
        opening.openingDate,
        ...sealedParams(account, enteredBy, tx.businessDate),
      ],
    );
    return rows[0]?.id;
  }

  async find(tx: Tx, id: string): Promise<FundAccount | undefined> {
    return this.one(tx, 'a.id = $2', [id]);
  }

  async lock(tx: Tx, id: string): Promise<FundAccount | undefined> {
    return this.one(tx, 'a.id = $2', [id], 'FOR UPDATE');
  }

  /** The one in use, else the one that waits to be confirmed, else none. */
  async standing(tx: Tx): Promise<FundAccount | undefined> {
    return this.one(tx, `a.state IN ('confirmed', 'entered') ORDER BY a.state LIMIT 1`, []);
  }

  async confirmed(tx: Tx): Promise<(FundAccount & { readonly encrypted: string }) | undefined> {
    const rows = await tx.query<FundAccountRow & { account_number_encrypted: string }>(
      `SELECT ${COLUMNS}, a.account_number_encrypted FROM fund.fund_account a WHERE a.area = $1 AND a.state = 'confirmed'`,
      [tx.area],
    );
    return rows[0] && { ...fundAccountOf(rows[0]), encrypted: rows[0].account_number_encrypted };
  }

  async decide(tx: Tx, decision: AccountDecision): Promise<void> {
    await tx.query(
      `UPDATE fund.fund_account SET state = $3, version = version + 1, decided_by = $4, decided_on = $5, return_reason = $6
       WHERE area = $1 AND id = $2`,
      [tx.area, decision.id, decision.to, decision.decidedBy, decision.decidedOn, decision.reason],
    );
  }

  private async one(tx: Tx, where: string, params: readonly unknown[], lock = ''): Promise<FundAccount | undefined> {
    const rows = await tx.query<FundAccountRow>(
      `SELECT ${COLUMNS} FROM fund.fund_account a WHERE a.area = $1 AND ${where} ${lock}`,
      [tx.area, ...params],
    );
    return rows[0] && fundAccountOf(rows[0]);
  }
}
