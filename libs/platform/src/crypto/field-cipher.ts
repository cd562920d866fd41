import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Personal numbers at rest: AES-256-GCM per field, bound to what the field is (`purpose`) and to its area.
 * Stored as `keyId.base64url(iv ‖ tag ‖ ciphertext)`, so that a ring of keys can rotate.
 */
@Injectable()
export class FieldCipher {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataKeys' | 'indexKey'>) {}

  encrypt(purpose: string, area: string, plain: string): string {
    const first = this.config.dataKeys.entries().next().value;
    if (!first) throw new Error('the ring of data keys is empty');
    const [keyId, key] = first;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(`${purpose}|${area}`));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${keyId}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Throws when the text was changed, moved to another area or field, or its key is gone. */
  decrypt(purpose: string, area: string, stored: string): string {
    const [keyId = '', body = ''] = stored.split('.');
    const key = this.config.dataKeys.get(keyId);
    if (!key) throw new Error('no key of this id in the ring of data keys');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(`${purpose}|${area}`))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** Finds an encrypted number without opening it: the same purpose, area and number give the same text. */
  blindIndex(purpose: string, area: string, plain: string): string {
    return createHmac('sha256', this.config.indexKey).update(`${purpose}|${area}|${plain}`).digest('base64url');
  }
}
