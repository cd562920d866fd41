import type { Invariant } from '@huiji/platform';

/** Booked and pending sums of every account, recomputed from the transfers; $1 is the area. */
const recomputed = `
SELECT account_id,
  sum(CASE WHEN debit AND booked THEN amount_fen ELSE 0 END) AS debits_posted,
  sum(CASE WHEN NOT debit AND booked THEN amount_fen ELSE 0 END) AS credits_posted,
  sum(CASE WHEN debit AND held THEN amount_fen ELSE 0 END) AS debits_pending,
  sum(CASE WHEN NOT debit AND held THEN amount_fen ELSE 0 END) AS credits_pending
FROM (
  SELECT s.account_id, s.debit, t.amount_fen,
    (NOT t.pending OR r.outcome IS NOT DISTINCT FROM 'posted') AS booked, (t.pending AND r.outcome IS NULL) AS held
  FROM ledger.transfer t
  LEFT JOIN ledger.transfer_resolution r ON r.area = $1 AND r.transfer_id = t.id
  CROSS JOIN LATERAL (VALUES (t.debit_account_id, true), (t.credit_account_id, false)) AS s(account_id, debit)
  WHERE t.area = $1
) AS sides
GROUP BY account_id`;

/** Promises about the money of an area, checked by `npm run verify`. */
export const ledgerInvariants: readonly Invariant[] = [
  {
    id: 'ledger-balances-recompute',
    words: 'every balance is the sum of the transfers of its account',
    sql: `SELECT coalesce(b.account_id, s.account_id) AS account_id, b.debits_posted_fen, s.debits_posted,
            b.credits_posted_fen, s.credits_posted, b.debits_pending_fen, s.debits_pending, b.credits_pending_fen, s.credits_pending
          FROM (SELECT * FROM ledger.account_balance WHERE area = $1) b
          FULL JOIN (${recomputed}) s ON s.account_id = b.account_id
          WHERE (coalesce(b.debits_posted_fen, 0), coalesce(b.credits_posted_fen, 0), coalesce(b.debits_pending_fen, 0), coalesce(b.credits_pending_fen, 0))
            IS DISTINCT FROM (coalesce(s.debits_posted, 0), coalesce(s.credits_posted, 0), coalesce(s.debits_pending, 0), coalesce(s.credits_pending, 0))`,
  },
  {
    id: 'ledger-debits-equal-credits',
    words: 'booked debits equal booked credits, and pending debits pending credits, over all accounts',
    sql: `SELECT sum(debits_posted_fen) AS debits, sum(credits_posted_fen) AS credits,
            sum(debits_pending_fen) AS pending_debits, sum(credits_pending_fen) AS pending_credits
          FROM ledger.account_balance WHERE area = $1
          HAVING sum(debits_posted_fen) <> sum(credits_posted_fen) OR sum(debits_pending_fen) <> sum(credits_pending_fen)`,
  },
  {
    id: 'ledger-transfers-have-accounts',
    words: 'both accounts of every transfer exist, and every account has a balance of its code',
    sql: `SELECT t.id FROM ledger.transfer t WHERE t.area = $1 AND (
            NOT EXISTS (SELECT FROM ledger.account a WHERE a.area = $1 AND a.id = t.debit_account_id)
            OR NOT EXISTS (SELECT FROM ledger.account a WHERE a.area = $1 AND a.id = t.credit_account_id))
          UNION ALL
          SELECT a.id FROM ledger.account a LEFT JOIN ledger.account_balance b ON b.area = $1 AND b.account_id = a.id
          WHERE a.area = $1 AND b.code IS DISTINCT FROM a.code`,
  },
  {
    id: 'ledger-resolutions-are-of-pending',
    words: 'only a pending transfer has a resolution, and not before it began to count',
    sql: `SELECT r.transfer_id FROM ledger.transfer_resolution r
          LEFT JOIN ledger.transfer t ON t.area = $1 AND t.id = r.transfer_id
          WHERE r.area = $1 AND (t.id IS NULL OR NOT t.pending OR r.effective_date < t.effective_date)`,
  },
  {
    id: 'ledger-nothing-pends-for-ever',
    words: 'no transfer is pending for more than 90 days of business: somebody must ask the bank',
    sql: `SELECT t.id, t.reference_type, t.reference_id, t.effective_date FROM ledger.transfer t
          JOIN platform.area p ON p.area = t.area
          WHERE t.area = $1 AND t.pending AND t.effective_date < p.business_date - 90
            AND NOT EXISTS (SELECT FROM ledger.transfer_resolution r WHERE r.area = $1 AND r.transfer_id = t.id)`,
  },
];
