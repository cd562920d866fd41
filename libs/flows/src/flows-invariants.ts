import type { Invariant } from '@huiji/platform';
import { paidForReturnedSql } from './units-return.sql';

/** Promises that only hold between domains, checked by `npm run verify`. */
export const flowsInvariants: readonly Invariant[] = [
  {
    id: 'flows-returned-goods-are-not-invoiced',
    words: 'of every accepted line, live invoices claim at most what was accepted and not returned',
    sql: paidForReturnedSql,
  },
];
