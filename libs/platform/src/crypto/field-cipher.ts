import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { sealedBytes, type CipherName } from './sealed-bytes';

type CipherConfig = Pick<Config, 'dataKeys' | 'indexKey'> & Partial<Pick<Config, 'cipher'>>;

const SM4 = 'sm4';

/** Parts of a stored text: who holds the key, with what it was encrypted, and the bytes. */
const partsOf = (stored: string): { readonly keyId: string; readonly name: CipherName; readonly bytes: Buffer } => {
  const [keyId = '', second = '', third] = stored.split('.');
  const sm4 = third !== undefined && second === SM4;
  return {
    keyId,
    name: sm4 ? 'sm4-ctr-hmac-sm3' : 'aes-256-gcm',
    bytes: Buffer.from(sm4 ? third : second, 'base64url'),
  };
};

/**
 * Personal numbers at rest: encrypted per field, bound to what the field is (`purpose`) and to its area. Stored as
 * `keyId.base64url(…)` (AES-256-GCM) or `keyId.sm4.base64url(…)` (SM4-CTR, HMAC-SM3), so that a ring of keys can rotate.
 */
@Injectable()
export class FieldCipher {
  constructor(@Inject(CONFIG) private readonly config: CipherConfig) {}

  encrypt(purpose: string, area: string, plain: string): string {
    const first = this.config.dataKeys.entries().next().value;
    if (!first) throw new Error('the ring of data keys is empty');
    const [keyId, key] = first;
    return this.sealWith(keyId, key, purpose, area, plain);
  }

  /** Throws when the text was changed, moved to another area or field, or its key is gone. */
  decrypt(purpose: string, area: string, stored: string): string {
    const key = this.config.dataKeys.get(this.keyIdOf(stored));
    if (!key) throw new Error('no key of this id in the ring of data keys');
    return this.openWith(key, purpose, area, stored);
  }

  /** The same with a key that is not of the ring: that of one person. */
  sealWith(keyId: string, key: Buffer, purpose: string, area: string, plain: string): string {
    const name = this.config.cipher ?? 'aes-256-gcm';
    const body = sealedBytes[name].seal(key, `${purpose}|${area}`, Buffer.from(plain)).toString('base64url');
    return name === 'aes-256-gcm' ? `${keyId}.${body}` : `${keyId}.${SM4}.${body}`;
  }

  openWith(key: Buffer, purpose: string, area: string, stored: string): string {
    const { name, bytes } = partsOf(stored);
    return sealedBytes[name].open(key, `${purpose}|${area}`, bytes).toString('utf8');
  }

  /** Id of the key that a stored text needs. */
  keyIdOf(stored: string): string {
    return partsOf(stored).keyId;
  }

  /** Ids of the ring's keys, the one that encrypts first. */
  get keyIds(): readonly string[] {
    return [...this.config.dataKeys.keys()];
  }

  /** SQL pattern (~) of the texts that are encrypted as this ring encrypts now; `keyId` for another key than the first. */
  currentPattern(keyId = this.keyIds[0] ?? ''): string {
    const sm4 = this.config.cipher === 'sm4-ctr-hmac-sm3' ? `${SM4}[.]` : '';
    return `^${keyId}[.]${sm4}[A-Za-z0-9_-]+$`;
  }

  /** Finds an encrypted number without opening it: the same purpose, area and number give the same text. */
  blindIndex(purpose: string, area: string, plain: string): string {
    return createHmac('sha256', this.config.indexKey).update(`${purpose}|${area}|${plain}`).digest('base64url');
  }
}
