import type { FieldIssue } from '@huiji/kernel';
import type { IssuerWish } from '../model/oidc';

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/** An address without question, fragment or user: https, or, outside production, of this very machine. */
const isAddress = (text: string, production: boolean): boolean =>
  text.length <= 300 &&
  /^https?:\/\/[^\s?#@]+$/.test(text) &&
  (text.startsWith('https://') || (!production && LOOPBACK.test(text)));

const within = (text: string, longest: number): boolean => text.trim().length >= 1 && text.length <= longest;

/**
 * What is wrong with a wished provider: ISSUER_SLUG, ISSUER_NAME, ISSUER_ADDRESS (https; this machine's own http outside
 * production), ISSUER_CLIENT.
 */
export const issuerIssues = (wish: IssuerWish, production: boolean): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(wish.slug)) issues.push({ field: 'slug', code: 'ISSUER_SLUG' });
  if (!within(wish.name, 100)) issues.push({ field: 'name', code: 'ISSUER_NAME' });
  if (!isAddress(wish.issuerUrl, production)) issues.push({ field: 'issuerUrl', code: 'ISSUER_ADDRESS' });
  if (!isAddress(wish.consoleOrigin, production) || /^https?:\/\/.*\//.test(wish.consoleOrigin))
    issues.push({ field: 'consoleOrigin', code: 'ISSUER_ADDRESS' });
  if (!within(wish.clientId, 200)) issues.push({ field: 'clientId', code: 'ISSUER_CLIENT' });
  if (!within(wish.clientSecret, 500)) issues.push({ field: 'clientSecret', code: 'ISSUER_CLIENT' });
  return issues;
};
