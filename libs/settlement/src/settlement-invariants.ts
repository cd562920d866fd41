import { foldInvariant, type Invariant } from '@huiji/platform';

import { livePaymentStates } from './rules/payment-states';

const live = `(${livePaymentStates.map((state) => `'${state}'`).join(', ')})`;

/** What the ledger must hold for a payment in each state. */
const money: Invariant = {
  id: 'settlement-payments-are-their-transfers',
  words:
    'paid is a posted transfer, rejected a voided one, under way a pending one, returned a posted one and its reverse, of the same amount; before release there is none',
  sql: `SELECT y.id, y.state, y.amount_fen, t.outgoing, t.amount_fen AS transferred, t.returned
        FROM settlement.payment y
        LEFT JOIN LATERAL (
          SELECT max(v.status) FILTER (WHERE v.code = 'PAYMENT') AS outgoing,
            sum(v.amount_fen) FILTER (WHERE v.code = 'PAYMENT') AS amount_fen,
            sum(v.amount_fen) FILTER (WHERE v.code = 'PAYMENT_RETURN') AS returned
          FROM ledger.transfer_v1 v
          WHERE v.area = $1 AND v.reference_type = 'payment' AND v.reference_id = y.id) t ON true
        WHERE y.area = $1 AND (
          t.outgoing IS DISTINCT FROM CASE
            WHEN y.state IN ('paid', 'returned') THEN 'posted' WHEN y.state = 'rejected' THEN 'voided'
            WHEN y.state IN ('planned', 'withdrawn') THEN NULL ELSE 'pending' END
          OR (t.outgoing IS NOT NULL AND t.amount_fen <> y.amount_fen)
          OR t.returned IS DISTINCT FROM CASE WHEN y.state = 'returned' THEN y.amount_fen END)`,
};

const obligations: Invariant = {
  id: 'settlement-payables-are-obligations',
  words: 'every payable has exactly one posted obligation of its amount in the ledger',
  sql: `SELECT p.id, p.amount_fen, t.count, t.sum FROM settlement.payable p
        LEFT JOIN LATERAL (
          SELECT count(*) AS count, sum(v.amount_fen) AS sum FROM ledger.transfer_v1 v
          WHERE v.area = $1 AND v.reference_type = 'payable' AND v.reference_id = p.id AND v.status = 'posted') t ON true
        WHERE p.area = $1 AND (t.count <> 1 OR t.sum <> p.amount_fen)`,
};

const payableStates: Invariant = {
  id: 'settlement-payables-follow-payments',
  words: 'a payable is paid when a payment of it is, in a batch when one is under way, else open; never two at once',
  sql: `SELECT p.id, p.state, y.live, y.paid FROM settlement.payable p
        LEFT JOIN LATERAL (
          SELECT count(*) FILTER (WHERE q.state IN ${live}) AS live, count(*) FILTER (WHERE q.state = 'paid') AS paid
          FROM settlement.payment q WHERE q.area = $1 AND q.payable_id = p.id) y ON true
        WHERE p.area = $1 AND (y.live > 1 OR p.state <> CASE
          WHEN y.paid = 1 THEN 'paid' WHEN y.live = 1 THEN 'batched' ELSE 'open' END)`,
};

const seals: Invariant = {
  id: 'settlement-seals-hold',
  words: 'count, sum and hash of every locked batch are those of its lines, and each amount is that of its payable',
  sql: `SELECT b.id, b.line_count, f.count, b.sum_fen, f.sum_fen AS found_fen FROM settlement.batch b
        LEFT JOIN LATERAL (
          SELECT count(*) AS count, sum(y.amount_fen) AS sum_fen, bool_and(y.amount_fen = p.amount_fen) AS same,
            encode(sha256(convert_to(string_agg(
              concat_ws('|', y.line_no, y.payable_id, y.amount_fen, y.payee_type, y.payee_id, y.payee_account_id),
              E'\\n' ORDER BY y.line_no), 'UTF8')), 'hex') AS sha256
          FROM settlement.payment y JOIN settlement.payable p ON p.area = $1 AND p.id = y.payable_id
          WHERE y.area = $1 AND y.batch_id = b.id) f ON true
        WHERE b.area = $1 AND b.seal_sha256 IS NOT NULL
          AND (b.line_count <> f.count OR b.sum_fen <> f.sum_fen OR b.seal_sha256 <> f.sha256 OR NOT f.same)`,
};

const batches: Invariant = {
  id: 'settlement-payments-have-batches',
  words: 'every payment is in a batch that has come as far as the payment has',
  sql: `SELECT y.id, y.state, b.state AS batch_state FROM settlement.payment y
        LEFT JOIN settlement.batch b ON b.area = $1 AND b.id = y.batch_id
        WHERE y.area = $1 AND (b.id IS NULL
          OR (y.state = 'planned') <> (b.state IN ('draft', 'locked', 'in-review'))
          OR (y.state = 'withdrawn') <> (b.state IN ('returned', 'discarded'))
          OR (b.state = 'settled' AND y.state NOT IN ('paid', 'rejected', 'returned'))
          OR (b.state IN ('sent', 'settled') AND y.state = 'ready'))`,
};

const chains: Invariant = {
  id: 'settlement-payments-are-linked',
  words: 'a further payment of a payable names the one before it, which no longer moves money',
  sql: `SELECT y.id FROM settlement.payment y
        LEFT JOIN settlement.payment q ON q.area = $1 AND q.id = y.previous_payment_id
        WHERE y.area = $1 AND y.attempt > 1
          AND (q.id IS NULL OR q.payable_id <> y.payable_id OR q.attempt <> y.attempt - 1
            OR q.state NOT IN ('rejected', 'returned', 'withdrawn'))`,
};

const invoices: Invariant = {
  id: 'settlement-invoices-are-their-matches',
  words: 'an invoice is its lines, each line its matches, and exactly the confirmed ones have a payable of their total',
  sql: `SELECT i.id, i.state FROM settlement.invoice i
        LEFT JOIN settlement.payable p ON p.area = $1 AND p.kind = 'supplier-invoice' AND p.source_id = i.id
        WHERE i.area = $1 AND (
          (i.state = 'confirmed') <> (p.id IS NOT NULL) OR p.amount_fen <> i.total_fen
          OR i.total_fen <> (SELECT coalesce(sum(l.amount_fen), 0) FROM settlement.invoice_line l
                             WHERE l.area = $1 AND l.invoice_id = i.id)
          OR EXISTS (SELECT FROM settlement.invoice_line l
            LEFT JOIN LATERAL (SELECT sum(m.quantity) AS quantity, sum(m.amount_fen) AS amount_fen
              FROM settlement.invoice_match m WHERE m.area = $1 AND m.invoice_id = i.id AND m.line_no = l.line_no) m ON true
            WHERE l.area = $1 AND l.invoice_id = i.id
              AND (m.quantity IS DISTINCT FROM l.quantity OR m.amount_fen IS DISTINCT FROM l.amount_fen)))`,
};

const uses: Invariant = {
  id: 'settlement-accepted-lines-are-used-once',
  words: 'what is taken of an accepted line is the sum of the matches of live invoices',
  sql: `SELECT u.acceptance_line_id, u.matched_quantity, m.taken FROM settlement.accepted_line_use u
        FULL JOIN (SELECT k.acceptance_line_id, sum(k.quantity) AS taken FROM settlement.invoice_match k
          JOIN settlement.invoice i ON i.area = $1 AND i.id = k.invoice_id AND i.state <> 'withdrawn'
          WHERE k.area = $1 GROUP BY k.acceptance_line_id) m ON m.acceptance_line_id = u.acceptance_line_id
        WHERE coalesce(u.area, $1) = $1 AND coalesce(u.matched_quantity, 0) <> coalesce(m.taken, 0)`,
};

/** Promises about invoices, payables and payments of an area, checked by `npm run verify`. */
export const settlementInvariants: readonly Invariant[] = [
  money,
  obligations,
  payableStates,
  seals,
  batches,
  chains,
  invoices,
  uses,
  foldInvariant('settlement.invoice', 'invoice'),
  foldInvariant('settlement.payable', 'payable'),
  foldInvariant('settlement.batch', 'payment-batch'),
  foldInvariant('settlement.payment', 'payment'),
];
