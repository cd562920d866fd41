import { derivedId } from '@huiji/platform';
import { accountCodes, accountNatures } from '../model/account';

/**
 * Set-based work of the ledger. A posting set is two temporary tables: the postings (the caller's SELECT is read once,
 * so that what is checked is what is posted) and what they do to each account. Accounts are always locked in the order
 * of their ids. Joins that name accounts are outer joins: a match of several columns is estimated at one row, and an
 * outer join is never estimated below the rows it keeps.
 */

/** Enough for the sorts and hash tables of a hundred thousand postings; the default writes them to disk. */
export const giveMemory = `SET LOCAL work_mem = '64MB'`;

/** An account that is not open yet bears a provisional id: of the base of the set, and the number of its posting. */
export const createPostingSet = `
CREATE TEMPORARY TABLE ledger_posting (
  id uuid NOT NULL,
  code text NOT NULL,
  debit_account_id uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  pending boolean NOT NULL,
  reference_type text NOT NULL,
  reference_id uuid NOT NULL,
  effective_date date NOT NULL,
  debit_code text NOT NULL,
  debit_owner_id uuid,
  credit_code text NOT NULL,
  credit_owner_id uuid
) ON COMMIT DROP`;

export const createEffects = `
CREATE TEMPORARY TABLE ledger_posting_effect (
  account_id uuid NOT NULL,
  code text NOT NULL,
  debits_posted bigint NOT NULL,
  credits_posted bigint NOT NULL,
  debits_pending bigint NOT NULL,
  credits_pending bigint NOT NULL
) ON COMMIT DROP`;

export const dropPostingSet = 'DROP TABLE pg_temp.ledger_posting, pg_temp.ledger_posting_effect';

const withoutOwner = accountCodes
  .filter((code) => !accountNatures[code].perOwner)
  .map((code) => `('${code}')`)
  .join(', ');

/** The few accounts without an owner, read first: IS NOT DISTINCT FROM in a join would be served by no index. */
const FUND_ACCOUNTS = (area: string): string => `
fund_account AS MATERIALIZED (
  SELECT c.code, a.id FROM (VALUES ${withoutOwner}) AS c(code)
  JOIN ledger.account a ON a.area = ${area} AND a.code = c.code AND a.owner_id IS NULL
)`;

/** Joins the accounts of both sides of `p`: debit as d or df, credit as c or cf. */
const ACCOUNTS = (p: string, area: string): string =>
  (['debit', 'credit'] as const)
    .map((side) => {
      const [owned, fund] = [side.slice(0, 1), `${side.slice(0, 1)}f`];
      return `
LEFT JOIN ledger.account ${owned}
  ON ${owned}.area = ${area} AND ${owned}.code = ${p}.${side}_code AND ${owned}.owner_id = ${p}.${side}_owner_id
LEFT JOIN fund_account ${fund} ON ${fund}.code = ${p}.${side}_code AND ${p}.${side}_owner_id IS NULL`;
    })
    .join('');

/** Whether an account id is one of the set's own: $n its base. */
const ofBase = (account: string, base: string): string =>
  `${account} BETWEEN ${derivedId(`${base}::uuid`, '0')} AND ${derivedId(`${base}::uuid`, '4294967295')}`;

/** The caller's parameters come first; base of postings, area and base of accounts are the parameters after them. */
export const fillPostingSet = (select: string, params: number): string => {
  const [base, area, accounts] = [1, 2, 3].map((n) => `$${(params + n).toString()}`) as [string, string, string];
  const provisional = (number: string): string => derivedId(`${accounts}::uuid`, number);
  return `
WITH ${FUND_ACCOUNTS(area)}
INSERT INTO pg_temp.ledger_posting (id, code, debit_account_id, credit_account_id, amount_fen, pending, reference_type,
  reference_id, effective_date, debit_code, debit_owner_id, credit_code, credit_owner_id)
SELECT ${derivedId(`${base}::uuid`, 'n.number')}, n.code, coalesce(d.id, df.id, ${provisional('2 * n.number')}),
  coalesce(c.id, cf.id, ${provisional('2 * n.number + 1')}), n.amount_fen, n.pending, n.reference_type, n.reference_id,
  n.effective_date, n.debit_code, n.debit_owner_id, n.credit_code, n.credit_owner_id
FROM (
  SELECT s.*, row_number() OVER (ORDER BY s.reference_id, s.code, s.reference_type) AS number FROM (${select}) AS s
) AS n ${ACCOUNTS('n', area)}`;
};

/** How many postings there are, and how many of their sides are on accounts that are not open. $1 base of accounts. */
export const countPostingSet = `
SELECT count(*) AS wanted,
  count(*) FILTER (WHERE ${ofBase('debit_account_id', '$1')}) + count(*) FILTER (WHERE ${ofBase('credit_account_id', '$1')}) AS unnamed
FROM pg_temp.ledger_posting`;

export const analysePostingSet = 'ANALYZE pg_temp.ledger_posting (debit_account_id, credit_account_id)';
export const analyseEffects = 'ANALYZE pg_temp.ledger_posting_effect (account_id)';

/**
 * Opens the accounts that are not there, each with the first of its provisional ids, and without their balances, which
 * come with the figures: nobody sees one without the other. One that another transaction opens at this moment is
 * waited for and left; the order of owners keeps two sets from a deadlock. $1 area, $2 base of accounts, $3 now.
 */
export const openAccountsOfSet = `
WITH opened AS (
  INSERT INTO ledger.account (area, id, code, owner_id, opened_at)
  SELECT DISTINCT ON (owner_id, code) $1, account_id, code, owner_id, $3::timestamptz FROM (
    SELECT debit_code AS code, debit_owner_id AS owner_id, debit_account_id AS account_id FROM pg_temp.ledger_posting
    WHERE ${ofBase('debit_account_id', '$2')}
    UNION ALL
    SELECT credit_code, credit_owner_id, credit_account_id FROM pg_temp.ledger_posting
    WHERE ${ofBase('credit_account_id', '$2')}
  ) AS absent
  ORDER BY owner_id, code, account_id
  ON CONFLICT ON CONSTRAINT account_once DO NOTHING
  RETURNING 1
)
SELECT count(*) AS opened FROM opened`;

/**
 * Gives the account its true id where a provisional one was not taken: because several postings share the account, or
 * another transaction opened it. $1 area, $2 base of accounts.
 */
export const nameAccountsOfSet = `
WITH ${FUND_ACCOUNTS('$1')}, named AS (
  SELECT q.id, coalesce(d.id, df.id) AS debit_id, coalesce(c.id, cf.id) AS credit_id
  FROM pg_temp.ledger_posting q ${ACCOUNTS('q', '$1')}
  WHERE ${ofBase('q.debit_account_id', '$2')} OR ${ofBase('q.credit_account_id', '$2')}
)
UPDATE pg_temp.ledger_posting p SET debit_account_id = named.debit_id, credit_account_id = named.credit_id
FROM named WHERE named.id = p.id`;

const sum = (condition: string): string => `coalesce(sum(amount_fen) FILTER (WHERE ${condition}), 0)::bigint`;

/** What the set does to each account, in the order of their ids. */
export const sumEffects = `
INSERT INTO pg_temp.ledger_posting_effect (account_id, code, debits_posted, credits_posted, debits_pending, credits_pending)
SELECT account_id, code, ${sum('debit AND NOT pending')}, ${sum('NOT debit AND NOT pending')},
  ${sum('debit AND pending')}, ${sum('NOT debit AND pending')}
FROM (
  SELECT debit_account_id AS account_id, debit_code AS code, true AS debit, pending, amount_fen FROM pg_temp.ledger_posting
  UNION ALL
  SELECT credit_account_id, credit_code, false, pending, amount_fen FROM pg_temp.ledger_posting
) AS sides
GROUP BY account_id, code
ORDER BY account_id`;

/** $1 area. Waits for other postings on the same accounts; the order of ids keeps two sets from a deadlock. */
export const lockAccountsOfSet = `
SELECT count(*) AS locked FROM (
  SELECT b.account_id FROM ledger.account_balance b
  WHERE b.area = $1 AND b.account_id IN (SELECT account_id FROM pg_temp.ledger_posting_effect)
  ORDER BY b.account_id
  FOR UPDATE
) AS locked`;

/** $1 area. What the set takes from and brings to each limited account, with the figures before it. */
export const limitedAccountsOfSet = `
SELECT e.account_id AS id, e.code, a.owner_id,
  coalesce(b.debits_posted_fen, 0) AS debits_posted_fen, coalesce(b.credits_posted_fen, 0) AS credits_posted_fen,
  coalesce(b.debits_pending_fen, 0) AS debits_pending_fen, coalesce(b.credits_pending_fen, 0) AS credits_pending_fen,
  e.credits_posted + e.credits_pending AS out_fen, e.debits_posted AS in_fen
FROM pg_temp.ledger_posting_effect e
LEFT JOIN ledger.account a ON a.area = $1 AND a.id = e.account_id
LEFT JOIN ledger.account_balance b ON b.area = $1 AND b.account_id = e.account_id
WHERE e.code IN ('FUND_CASH', 'PREPAID')
ORDER BY e.code, a.owner_id`;

/** $1 area. Accounts that have no balance yet are passed over here. */
export const addSetToBalances = `
UPDATE ledger.account_balance b SET
  debits_posted_fen = b.debits_posted_fen + e.debits_posted,
  credits_posted_fen = b.credits_posted_fen + e.credits_posted,
  debits_pending_fen = b.debits_pending_fen + e.debits_pending,
  credits_pending_fen = b.credits_pending_fen + e.credits_pending
FROM pg_temp.ledger_posting_effect e
WHERE b.area = $1 AND b.account_id = e.account_id`;

/** The balances of the accounts this set opened. $1 area, $2 base of accounts. */
export const openBalancesOfSet = `
INSERT INTO ledger.account_balance (area, account_id, code, debits_posted_fen, credits_posted_fen, debits_pending_fen,
  credits_pending_fen)
SELECT $1, account_id, code, debits_posted, credits_posted, debits_pending, credits_pending
FROM pg_temp.ledger_posting_effect
WHERE ${ofBase('account_id', '$2')}
ORDER BY account_id`;

/** $1 area, $2 now. A document that has its posting already is refused by transfer_once. */
export const insertTransfersOfSet = `
INSERT INTO ledger.transfer (area, id, code, debit_account_id, credit_account_id, amount_fen, pending, reference_type,
  reference_id, effective_date, posted_at)
SELECT $1, id, code, debit_account_id, credit_account_id, amount_fen, pending, reference_type, reference_id,
  effective_date, $2
FROM pg_temp.ledger_posting
ORDER BY id`;

/** $1 area. How many transfers of the set could be added: each document once, and not those that are there. */
export const countNewOfSet = `
SELECT count(*) AS added FROM (
  SELECT DISTINCT p.reference_id, p.code FROM pg_temp.ledger_posting p
  WHERE NOT EXISTS (
    SELECT FROM ledger.transfer t WHERE t.area = $1 AND t.reference_id = p.reference_id AND t.code = p.code)
) AS fresh`;
