/**
 * Set-based work of the ledger. A posting set is a temporary table: the caller's SELECT is read once, so that what is
 * checked is what is posted. Accounts are always locked in the order of their ids.
 */

/** An id (UUIDv8) made of a base id and a number: the same set gives the same ids, and they sort after the base. */
const derivedId = (base: string, n: string): string => {
  const hash = `md5(${base}::text || ':' || ${n})`;
  return `(left(replace(${base}::text, '-', ''), 12) || '8' || substr(${hash}, 1, 3) || 'a' || substr(${hash}, 4, 15))::uuid`;
};

export const createPostingSet = `
CREATE TEMPORARY TABLE ledger_posting (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  debit_code text NOT NULL,
  debit_owner_id uuid,
  credit_code text NOT NULL,
  credit_owner_id uuid,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  reference_type text NOT NULL,
  reference_id uuid NOT NULL,
  effective_date date NOT NULL,
  pending boolean NOT NULL
) ON COMMIT DROP`;

/** The accounts the set touches, by code and owner; accounts without an owner carry the nil id. */
export const createPostingAccounts = `
CREATE TEMPORARY TABLE ledger_posting_account (
  code text NOT NULL,
  owner_key uuid NOT NULL,
  account_id uuid NOT NULL PRIMARY KEY
) ON COMMIT DROP`;

const NIL = `'00000000-0000-0000-0000-000000000000'::uuid`;
const ownerKey = (owner: string): string => `coalesce(${owner}, ${NIL})`;

export const dropPostingSet = 'DROP TABLE pg_temp.ledger_posting, pg_temp.ledger_posting_account';

/** The caller's parameters come first; the base id is the parameter after them. */
export const fillPostingSet = (select: string, params: number): string => `
INSERT INTO pg_temp.ledger_posting (id, code, debit_code, debit_owner_id, credit_code, credit_owner_id, amount_fen,
  reference_type, reference_id, effective_date, pending)
SELECT ${derivedId(`$${(params + 1).toString()}::uuid`, 'n.number')}, n.code, n.debit_code, n.debit_owner_id,
  n.credit_code, n.credit_owner_id, n.amount_fen, n.reference_type, n.reference_id, n.effective_date, n.pending
FROM (
  SELECT s.*, row_number() OVER (ORDER BY s.reference_type, s.reference_id, s.code, s.debit_code, s.debit_owner_id,
    s.credit_code, s.credit_owner_id) AS number
  FROM (${select}) AS s
) AS n`;

export const analysePostingSet = 'ANALYZE pg_temp.ledger_posting';
export const analysePostingAccounts = 'ANALYZE pg_temp.ledger_posting_account';

const WANTED = `wanted AS (
  SELECT debit_code AS code, debit_owner_id AS owner_id FROM pg_temp.ledger_posting
  UNION SELECT credit_code, credit_owner_id FROM pg_temp.ledger_posting
)`;

/** Opens the accounts of the set that are not there yet, with their balances of zero. $1 area, $2 base id, $3 now. */
export const openAccountsOfSet = `
WITH ${WANTED}, absent AS (
  SELECT w.code, w.owner_id, row_number() OVER (ORDER BY w.code, w.owner_id) AS number
  FROM wanted w
  WHERE NOT EXISTS (
    SELECT FROM ledger.account a
    WHERE a.area = $1 AND a.code = w.code AND a.owner_id = w.owner_id)
  AND NOT EXISTS (
    SELECT FROM ledger.account a
    WHERE a.area = $1 AND a.code = w.code AND a.owner_id IS NULL AND w.owner_id IS NULL)
), opened AS (
  INSERT INTO ledger.account (area, id, code, owner_id, opened_at)
  SELECT $1, ${derivedId('$2::uuid', 'number')}, code, owner_id, $3 FROM absent ORDER BY number
  ON CONFLICT ON CONSTRAINT account_once DO NOTHING
  RETURNING area, id, code
)
INSERT INTO ledger.account_balance (area, account_id, code) SELECT area, id, code FROM opened`;

/** $1 area. Two plain joins instead of one with IS NOT DISTINCT FROM, which no index serves. */
export const nameAccountsOfSet = `
WITH ${WANTED}
INSERT INTO pg_temp.ledger_posting_account (code, owner_key, account_id)
SELECT w.code, w.owner_id, a.id FROM wanted w
JOIN ledger.account a ON a.area = $1 AND a.code = w.code AND a.owner_id = w.owner_id
UNION ALL
SELECT w.code, ${NIL}, a.id FROM wanted w
JOIN ledger.account a ON a.area = $1 AND a.code = w.code AND a.owner_id IS NULL AND w.owner_id IS NULL`;

/** $1 area. Waits for other postings on the same accounts; the order of ids keeps two sets from a deadlock. */
export const lockAccountsOfSet = `
SELECT count(*) AS locked FROM (
  SELECT b.account_id FROM ledger.account_balance b
  WHERE b.area = $1 AND b.account_id IN (SELECT account_id FROM pg_temp.ledger_posting_account)
  ORDER BY b.account_id
  FOR UPDATE
) AS locked`;

/** What the set does to each account: summed by code and owner first, so that each account is joined once. */
const EFFECTS = `
  SELECT n.account_id, d.* FROM (
    SELECT code, owner_key,
      coalesce(sum(amount_fen) FILTER (WHERE debit AND NOT pending), 0)::bigint AS debits_posted,
      coalesce(sum(amount_fen) FILTER (WHERE NOT debit AND NOT pending), 0)::bigint AS credits_posted,
      coalesce(sum(amount_fen) FILTER (WHERE debit AND pending), 0)::bigint AS debits_pending,
      coalesce(sum(amount_fen) FILTER (WHERE NOT debit AND pending), 0)::bigint AS credits_pending
    FROM (
      SELECT debit_code AS code, ${ownerKey('debit_owner_id')} AS owner_key, true AS debit, pending, amount_fen
      FROM pg_temp.ledger_posting
      UNION ALL
      SELECT credit_code, ${ownerKey('credit_owner_id')}, false, pending, amount_fen FROM pg_temp.ledger_posting
    ) AS sides
    GROUP BY code, owner_key
  ) AS d
  JOIN pg_temp.ledger_posting_account n ON n.code = d.code AND n.owner_key = d.owner_key`;

/** $1 area. What the set takes from and brings to each limited account, with the figures before it. */
export const limitedAccountsOfSet = `
SELECT a.id, a.code, a.owner_id, b.debits_posted_fen, b.credits_posted_fen, b.debits_pending_fen, b.credits_pending_fen,
  e.credits_posted + e.credits_pending AS out_fen, e.debits_posted AS in_fen
FROM (${EFFECTS}) AS e
JOIN ledger.account a ON a.area = $1 AND a.id = e.account_id
JOIN ledger.account_balance b ON b.area = $1 AND b.account_id = e.account_id
WHERE e.code IN ('FUND_CASH', 'PREPAID')
ORDER BY a.code, a.owner_id`;

/** $1 area, $2 now. Returns one row with the number of transfers added; one that is there already is not added. */
export const insertTransfersOfSet = `
WITH added AS (
  INSERT INTO ledger.transfer (area, id, code, debit_account_id, credit_account_id, amount_fen, pending,
    reference_type, reference_id, effective_date, posted_at)
  SELECT $1, p.id, p.code, d.account_id, c.account_id, p.amount_fen, p.pending,
    p.reference_type, p.reference_id, p.effective_date, $2
  FROM pg_temp.ledger_posting p
  JOIN pg_temp.ledger_posting_account d ON d.code = p.debit_code AND d.owner_key = ${ownerKey('p.debit_owner_id')}
  JOIN pg_temp.ledger_posting_account c ON c.code = p.credit_code AND c.owner_key = ${ownerKey('p.credit_owner_id')}
  ON CONFLICT ON CONSTRAINT transfer_once DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM added) AS added, (SELECT count(*) FROM pg_temp.ledger_posting) AS wanted`;

/** $1 area. */
export const addSetToBalances = `
UPDATE ledger.account_balance b SET
  debits_posted_fen = b.debits_posted_fen + e.debits_posted,
  credits_posted_fen = b.credits_posted_fen + e.credits_posted,
  debits_pending_fen = b.debits_pending_fen + e.debits_pending,
  credits_pending_fen = b.credits_pending_fen + e.credits_pending
FROM (${EFFECTS}) AS e
WHERE b.area = $1 AND b.account_id = e.account_id`;
