import type { FieldCipher } from '@huiji/platform';

/** How an e-mail address is found without being kept: its keyed hash, of one provider. */
export const emailIndexOf = (cipher: FieldCipher, issuerId: string, email: string): string =>
  cipher.blindIndex('oidc-email', issuerId, email.trim().toLowerCase());
