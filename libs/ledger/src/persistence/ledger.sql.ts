import { derivedId } from '@huiji/platform';

/**
 * Set-based work of the ledger. A posting set is two temporary tables: the postings (the caller's SELECT is read once,
 * so that what is checked is what is posted) and the accounts they touch with what they do to each, summed once.
 * Accounts are always locked in the order of their ids.
 */

/** Enough for the sorts and hash tables of a hundred thousand postings; the default writes them to disk. */
export const giveMemory = `SET LOCAL work_mem = '64MB'`;

/** Rows stand in the order of their ids. An account without an owner carries the nil id, so that joins are plain. */
export const createPostingSet = `
CREATE TEMPORARY TABLE ledger_posting (
  id uuid NOT NULL,
  code text NOT NULL,
  debit_code text NOT NULL,
  debit_owner_key uuid NOT NULL,
  credit_code text NOT NULL,
  credit_owner_key uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  reference_type text NOT NULL,
  reference_id uuid NOT NULL,
  effective_date date NOT NULL,
  pending boolean NOT NULL
) ON COMMIT DROP`;

/** One row per account; `fresh` when this set opens it. */
export const createPostingAccounts = `
CREATE TEMPORARY TABLE ledger_posting_account (
  code text NOT NULL,
  owner_key uuid NOT NULL,
  account_id uuid NOT NULL,
  fresh boolean NOT NULL,
  debits_posted bigint NOT NULL,
  credits_posted bigint NOT NULL,
  debits_pending bigint NOT NULL,
  credits_pending bigint NOT NULL
) ON COMMIT DROP`;

const NIL = `'00000000-0000-0000-0000-000000000000'::uuid`;

export const dropPostingSet = 'DROP TABLE pg_temp.ledger_posting, pg_temp.ledger_posting_account';

/** The caller's parameters come first; the base id is the parameter after them. */
export const fillPostingSet = (select: string, params: number): string => `
INSERT INTO pg_temp.ledger_posting (id, code, debit_code, debit_owner_key, credit_code, credit_owner_key, amount_fen,
  reference_type, reference_id, effective_date, pending)
SELECT ${derivedId(`$${(params + 1).toString()}::uuid`, 'n.number')}, n.code, n.debit_code,
  coalesce(n.debit_owner_id, ${NIL}), n.credit_code, coalesce(n.credit_owner_id, ${NIL}), n.amount_fen,
  n.reference_type, n.reference_id, n.effective_date, n.pending
FROM (
  SELECT s.*, row_number() OVER (ORDER BY s.reference_id, s.code, s.reference_type) AS number FROM (${select}) AS s
) AS n`;

export const analysePostingSet = 'ANALYZE pg_temp.ledger_posting';
export const analysePostingAccounts = 'ANALYZE pg_temp.ledger_posting_account';

const sum = (condition: string): string => `coalesce(sum(amount_fen) FILTER (WHERE ${condition}), 0)::bigint`;

/** What the set does to each account, by code and owner. */
const EFFECTS = `
  SELECT code, owner_key, row_number() OVER (ORDER BY code, owner_key) AS number,
    ${sum('debit AND NOT pending')} AS debits_posted, ${sum('NOT debit AND NOT pending')} AS credits_posted,
    ${sum('debit AND pending')} AS debits_pending, ${sum('NOT debit AND pending')} AS credits_pending
  FROM (
    SELECT debit_code AS code, debit_owner_key AS owner_key, true AS debit, pending, amount_fen FROM pg_temp.ledger_posting
    UNION ALL
    SELECT credit_code, credit_owner_key, false, pending, amount_fen FROM pg_temp.ledger_posting
  ) AS sides
  GROUP BY code, owner_key`;

/**
 * Names the accounts the set touches; one that is not there gets the id it will be opened with. $1 area, $2 base id.
 * Two plain joins, with an owner and without: IS NOT DISTINCT FROM would be served by no index.
 */
export const nameAccountsOfSet = `
INSERT INTO pg_temp.ledger_posting_account (code, owner_key, account_id, fresh, debits_posted, credits_posted,
  debits_pending, credits_pending)
SELECT e.code, e.owner_key, coalesce(o.id, w.id, ${derivedId('$2::uuid', 'e.number')}), o.id IS NULL AND w.id IS NULL,
  e.debits_posted, e.credits_posted, e.debits_pending, e.credits_pending
FROM (${EFFECTS}) AS e
LEFT JOIN ledger.account o ON o.area = $1 AND o.code = e.code AND o.owner_id = e.owner_key
LEFT JOIN ledger.account w ON w.area = $1 AND w.owner_id IS NULL AND w.code = e.code AND e.owner_key = ${NIL}
ORDER BY e.number`;

/**
 * Opens the accounts that were not there, without their balances, which come when the set is booked: nobody sees one
 * without the other. $1 area, $2 now. Answers how many it opened of how many were wanted: fewer when another
 * transaction opened one in the meantime.
 */
export const openAccountsOfSet = `
WITH opened AS (
  INSERT INTO ledger.account (area, id, code, owner_id, opened_at)
  SELECT $1, account_id, code, nullif(owner_key, ${NIL}), $2 FROM pg_temp.ledger_posting_account
  WHERE fresh ORDER BY account_id
  ON CONFLICT ON CONSTRAINT account_once DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM opened) AS added,
  (SELECT count(*) FROM pg_temp.ledger_posting_account WHERE fresh) AS wanted`;

/** $1 area. The accounts that another transaction opened in the meantime bear the ids it gave them. */
export const renameAccountsOfSet = `
UPDATE pg_temp.ledger_posting_account n SET account_id = a.id, fresh = false
FROM ledger.account a
WHERE n.fresh AND a.area = $1 AND a.code = n.code AND coalesce(a.owner_id, ${NIL}) = n.owner_key
  AND a.id <> n.account_id`;

/** $1 area. Waits for other postings on the same accounts; the order of ids keeps two sets from a deadlock. */
export const lockAccountsOfSet = `
SELECT count(*) AS locked FROM (
  SELECT b.account_id FROM ledger.account_balance b
  WHERE b.area = $1 AND b.account_id IN (SELECT account_id FROM pg_temp.ledger_posting_account WHERE NOT fresh)
  ORDER BY b.account_id
  FOR UPDATE
) AS locked`;

/** $1 area. What the set takes from and brings to each limited account, with the figures before it. */
export const limitedAccountsOfSet = `
SELECT e.account_id AS id, e.code, nullif(e.owner_key, ${NIL}) AS owner_id,
  coalesce(b.debits_posted_fen, 0) AS debits_posted_fen, coalesce(b.credits_posted_fen, 0) AS credits_posted_fen,
  coalesce(b.debits_pending_fen, 0) AS debits_pending_fen, coalesce(b.credits_pending_fen, 0) AS credits_pending_fen,
  e.credits_posted + e.credits_pending AS out_fen, e.debits_posted AS in_fen
FROM pg_temp.ledger_posting_account e
LEFT JOIN ledger.account_balance b ON b.area = $1 AND b.account_id = e.account_id
WHERE e.code IN ('FUND_CASH', 'PREPAID')
ORDER BY e.code, e.owner_key`;

/**
 * $1 area, $2 now. Returns one row with the number of transfers added; one that is there already is not added.
 * LEFT JOIN because a match of two columns is estimated at one row: every posting has its accounts, and a transfer
 * without them is refused by its table.
 */
export const insertTransfersOfSet = `
WITH added AS (
  INSERT INTO ledger.transfer (area, id, code, debit_account_id, credit_account_id, amount_fen, pending,
    reference_type, reference_id, effective_date, posted_at)
  SELECT $1, p.id, p.code, d.account_id, c.account_id, p.amount_fen, p.pending,
    p.reference_type, p.reference_id, p.effective_date, $2
  FROM pg_temp.ledger_posting p
  LEFT JOIN pg_temp.ledger_posting_account d ON d.owner_key = p.debit_owner_key AND d.code = p.debit_code
  LEFT JOIN pg_temp.ledger_posting_account c ON c.owner_key = p.credit_owner_key AND c.code = p.credit_code
  ORDER BY p.id
  ON CONFLICT ON CONSTRAINT transfer_once DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM added) AS added, (SELECT count(*) FROM pg_temp.ledger_posting) AS wanted`;

/** $1 area. */
export const openBalancesOfSet = `
INSERT INTO ledger.account_balance (area, account_id, code, debits_posted_fen, credits_posted_fen, debits_pending_fen,
  credits_pending_fen)
SELECT $1, account_id, code, debits_posted, credits_posted, debits_pending, credits_pending
FROM pg_temp.ledger_posting_account WHERE fresh ORDER BY account_id`;

/** $1 area. */
export const addSetToBalances = `
UPDATE ledger.account_balance b SET
  debits_posted_fen = b.debits_posted_fen + e.debits_posted,
  credits_posted_fen = b.credits_posted_fen + e.credits_posted,
  debits_pending_fen = b.debits_pending_fen + e.debits_pending,
  credits_pending_fen = b.credits_pending_fen + e.credits_pending
FROM pg_temp.ledger_posting_account e
WHERE b.area = $1 AND b.account_id = e.account_id AND NOT e.fresh`;
