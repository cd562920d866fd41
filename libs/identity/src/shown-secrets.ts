import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher, personOf, type Tx } from '@huiji/platform';

/** Minutes within which the very same request shows its secret again: an answer may be lost on its way. */
const SHOWN_MINUTES = 10;

/**
 * Secrets that are shown to whoever asked for them, and kept as hashes only. They are made of the request itself by a key
 * that the database does not know, so that the same request gives the same result; after ten minutes it gives none.
 */
@Injectable()
export class ShownSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  /** 32 bytes of the request of this transaction, for one purpose. */
  bytes(tx: Tx, purpose: string): Buffer {
    if (tx.requestId === null) throw new Error('a secret is shown to a request only');
    const keyed = this.cipher.blindIndex(`shown:${purpose}`, tx.area, `${personOf(tx)} ${tx.requestId}`);
    return createHash('sha256').update(keyed).digest();
  }

  /** The same as a token of 43 letters. */
  token(tx: Tx, purpose: string): string {
    return this.bytes(tx, purpose).toString('base64url');
  }

  /** What may stand in the plain hash of a request instead of a secret that people choose. */
  keyed(purpose: string, secret: string): string {
    return this.cipher.blindIndex(`keyed:${purpose}`, '', secret);
  }

  /** Whether what was made then may still be shown. */
  showable(tx: Tx, madeAt: Date): boolean {
    return tx.now.getTime() - madeAt.getTime() <= SHOWN_MINUTES * 60_000;
  }
}
