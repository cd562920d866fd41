import { Injectable } from '@nestjs/common';
import { Keyset, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { AccountState, Payee, PayeeAccount, PayeeType } from '../model/bank-account';
import {
  ACCOUNT_COLUMNS,
  accountOf,
  SEALED_COLUMNS,
  sealedParams,
  type AccountDecision,
  type AccountRow,
  type SealedAccount,
} from './account-rows';

interface PayeeAccountRow extends AccountRow {
  readonly payee_type: PayeeType;
  readonly payee_id: string;
  readonly revision: number;
  readonly shared_with: bigint;
}

export interface EncryptedAccount extends Payee {
  readonly id: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly encrypted: string;
}

export interface PayeeAccountFilter {
  readonly state: AccountState | null;
  readonly payee: Payee | null;
}

const SHARED = `(SELECT count(DISTINCT (o.payee_type, o.payee_id)) FROM fund.payee_account o
  WHERE o.area = a.area AND o.account_number_index = a.account_number_index
    AND (o.payee_type, o.payee_id) <> (a.payee_type, a.payee_id) AND o.state IN ('entered', 'confirmed'))`;

const COLUMNS = `${ACCOUNT_COLUMNS}, a.payee_type, a.payee_id, a.revision, ${SHARED} AS shared_with`;

const payeeAccountOf = (row: PayeeAccountRow): PayeeAccount => ({
  ...accountOf(row),
  payeeType: row.payee_type,
  payeeId: row.payee_id,
  revision: row.revision,
  sharedWith: Number(row.shared_with),
});

const newestFirst = new Keyset<PayeeAccountRow>(
  'payee-accounts-newest-first',
  [{ sql: 'a.id', type: 'uuid', of: (row) => row.id }],
  'desc',
);

const columnsOf = (payees: readonly Payee[]): readonly [readonly string[], readonly string[]] => [
  payees.map(({ payeeType }) => payeeType),
  payees.map(({ payeeId }) => payeeId),
];

@Injectable()
export class PayeeAccountRepository {
  /** Adds the next version; undefined when one already waits to be confirmed. */
  async enter(tx: Tx, payee: Payee, account: SealedAccount, enteredBy: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO fund.payee_account (area, id, payee_type, payee_id, state, revision, ${SEALED_COLUMNS})
       SELECT $1::text, $2::uuid, $3::text, $4::uuid, 'entered',
         (SELECT coalesce(max(p.revision), 0) + 1 FROM fund.payee_account p
          WHERE p.area = $1::text AND p.payee_type = $3::text AND p.payee_id = $4::uuid),
         $5, $6, $7, $8::boolean, $9, $10, $11, $12::uuid, $13::date
       ON CONFLICT DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), payee.payeeType, payee.payeeId, ...sealedParams(account, enteredBy, tx.businessDate)],
    );
    return rows[0]?.id;
  }

  async find(tx: Tx, id: string): Promise<PayeeAccount | undefined> {
    const rows = await tx.query<PayeeAccountRow>(
      `SELECT ${COLUMNS} FROM fund.payee_account a WHERE a.area = $1 AND a.id = $2`,
      [tx.area, id],
    );
    return rows[0] && payeeAccountOf(rows[0]);
  }

  /** The account, with every version of its payee locked until the end of the transaction. */
  async lock(tx: Tx, id: string): Promise<PayeeAccount | undefined> {
    await tx.query(
      `SELECT v.id FROM fund.payee_account v
       JOIN fund.payee_account a ON a.area = v.area AND a.payee_type = v.payee_type AND a.payee_id = v.payee_id
       WHERE a.area = $1 AND v.area = $1 AND a.id = $2 ORDER BY v.id FOR UPDATE OF v`,
      [tx.area, id],
    );
    return this.find(tx, id);
  }

  async decide(tx: Tx, decision: AccountDecision): Promise<void> {
    await tx.query(
      `UPDATE fund.payee_account SET state = $3, version = version + 1, decided_by = $4, decided_on = $5, return_reason = $6
       WHERE area = $1 AND id = $2`,
      [tx.area, decision.id, decision.to, decision.decidedBy, decision.decidedOn, decision.reason],
    );
  }

  async supersede(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE fund.payee_account SET state = 'superseded', version = version + 1
       WHERE area = $1 AND id = $2 AND state = 'confirmed'`,
      [tx.area, id],
    );
  }

  /** Accounts in use, at most one per payee; payees without one are left out. */
  async current(tx: Tx, payees: readonly Payee[]): Promise<readonly PayeeAccount[]> {
    const rows = await tx.query<PayeeAccountRow>(
      `SELECT ${COLUMNS} FROM unnest($2::text[], $3::uuid[]) AS w(payee_type, payee_id)
       JOIN fund.payee_account a ON a.area = $1 AND a.payee_type = w.payee_type AND a.payee_id = w.payee_id
         AND a.state = 'confirmed'`,
      [tx.area, ...columnsOf(payees)],
    );
    return rows.map(payeeAccountOf);
  }

  /** Who entered or confirmed any version that is or was in use. */
  async editors(tx: Tx, payees: readonly Payee[]): Promise<readonly string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `SELECT DISTINCT e.person_id FROM unnest($2::text[], $3::uuid[]) AS w(payee_type, payee_id)
       JOIN fund.payee_account a ON a.area = $1 AND a.payee_type = w.payee_type AND a.payee_id = w.payee_id
         AND a.state IN ('confirmed', 'superseded')
       CROSS JOIN LATERAL (
         SELECT a.entered_by UNION SELECT a.decided_by
         UNION SELECT x.on_behalf_of FROM platform.action x
         WHERE x.area = $1 AND x.subject_type = 'payee-account' AND x.subject_id = a.id AND x.on_behalf_of IS NOT NULL
       ) AS e(person_id)
       ORDER BY e.person_id`,
      [tx.area, ...columnsOf(payees)],
    );
    return rows.map((row) => row.person_id);
  }

  async encrypted(tx: Tx, ids: readonly string[]): Promise<readonly EncryptedAccount[]> {
    return tx.query<EncryptedAccount>(
      `SELECT id, payee_type AS "payeeType", payee_id AS "payeeId", holder_name AS "holderName", bank_name AS "bankName",
         cnaps, account_number_encrypted AS encrypted
       FROM fund.payee_account WHERE area = $1 AND id = ANY($2)`,
      [tx.area, ids],
    );
  }

  async page(tx: Tx, filter: PayeeAccountFilter, page: PageRequest): Promise<Connection<PayeeAccount>> {
    const slice = newestFirst.slice(page, 5);
    const rows = await tx.query<PayeeAccountRow>(
      `SELECT ${COLUMNS} FROM fund.payee_account a
       WHERE a.area = $1 AND ($2::text IS NULL OR a.state = $2)
         AND ($3::text IS NULL OR (a.payee_type = $3 AND a.payee_id = $4::uuid)) AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [tx.area, filter.state, filter.payee?.payeeType ?? null, filter.payee?.payeeId ?? null, ...slice.params],
    );
    return newestFirst.connection(page, rows, payeeAccountOf);
  }
}
