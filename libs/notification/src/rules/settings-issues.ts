import type { FieldIssue } from '@huiji/kernel';

const MAIL =
  /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
const MOBILE = /^1[3-9]\d{9}$/;

/** A mail address as mail servers take it, at most 254 characters, in ASCII. */
export const mailIssues = (field: string, address: string): readonly FieldIssue[] =>
  address.length <= 254 && /^[\x21-\x7e]+$/.test(address) && MAIL.test(address)
    ? []
    : [{ field, code: 'NOT_A_MAIL_ADDRESS' }];

/** A mobile number of mainland China, 11 digits. */
export const mobileIssues = (field: string, number: string): readonly FieldIssue[] =>
  MOBILE.test(number) ? [] : [{ field, code: 'NOT_A_MOBILE_NUMBER' }];
