import type { NoticeFacts } from '../model/notice';

/** Eleven digits and more in a row, blanks and hyphens between them or not: telephone, identity and account numbers. */
const LONG_NUMBER = /\d(?:[ \-]?\d){9,}[\dXx]/g;

/**
 * Facts as they may leave the product: words that people typed (a reason, a name) lose every number that is long enough
 * to be a telephone, identity or account number. Amounts and dates are ours and stay.
 */
export const safeFacts = (facts: NoticeFacts): NoticeFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [
      name,
      name === 'amount' ? text : text.replace(LONG_NUMBER, '＊＊＊').slice(0, 500),
    ]),
  );
