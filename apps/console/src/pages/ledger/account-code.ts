import { zh } from '../../i18n/zh';

export type AccountCode = keyof typeof zh.ledger.codes;

/** The account code of an address, undefined when there is no such account. */
export const accountCodeOf = (text: string | undefined): AccountCode | undefined =>
  text !== undefined && text in zh.ledger.codes ? (text as AccountCode) : undefined;
