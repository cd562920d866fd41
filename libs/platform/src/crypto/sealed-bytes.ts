import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a field is encrypted: AES-256-GCM, or SM4-CTR with HMAC-SM3 over what was encrypted (国密). */
export const ciphers = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;
export type CipherName = (typeof ciphers)[number];

interface SealedBytes {
  /** @param bound what the ciphertext is bound to: opened under anything else, it throws */
  readonly seal: (key: Buffer, bound: string, plain: Buffer) => Buffer;
  /** Throws when a bit was changed, or key or binding are others. */
  readonly open: (key: Buffer, bound: string, sealed: Buffer) => Buffer;
}

const GCM_IV = 12;
const GCM_TAG = 16;

/** iv ‖ tag ‖ ciphertext; the tag also covers what it is bound to. */
const aesGcm: SealedBytes = {
  seal: (key, bound, plain) => {
    const iv = randomBytes(GCM_IV);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open: (key, bound, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV))
      .setAAD(Buffer.from(bound))
      .setAuthTag(sealed.subarray(GCM_IV, GCM_IV + GCM_TAG));
    return Buffer.concat([decipher.update(sealed.subarray(GCM_IV + GCM_TAG)), decipher.final()]);
  },
};

const CTR_IV = 16;
const SM3_BYTES = 32;
const SM4_KEY = 16;

const hmacSm3 = (key: Buffer, ...parts: readonly (Buffer | string)[]): Buffer => {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/** Two keys of one: to encrypt, and to vouch for what was encrypted. */
const halves = (key: Buffer): { readonly encrypt: Buffer; readonly vouch: Buffer } => ({
  encrypt: hmacSm3(key, 'huiji sm4-ctr').subarray(0, SM4_KEY),
  vouch: hmacSm3(key, 'huiji hmac-sm3'),
});

/** The length stands before the binding, so that no two bindings and bodies read alike. */
const macOf = (vouch: Buffer, bound: string, ivAndBody: Buffer): Buffer => {
  const words = Buffer.from(bound);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  return hmacSm3(vouch, length, words, ivAndBody);
};

/** iv ‖ ciphertext ‖ mac: encrypted first, vouched for then, and opened only when the mac fits. */
const sm4CtrHmacSm3: SealedBytes = {
  seal: (key, bound, plain) => {
    const { encrypt, vouch } = halves(key);
    const iv = randomBytes(CTR_IV);
    const cipher = createCipheriv('sm4-ctr', encrypt, iv);
    const ivAndBody = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([ivAndBody, macOf(vouch, bound, ivAndBody)]);
  },
  open: (key, bound, sealed) => {
    const { encrypt, vouch } = halves(key);
    const ivAndBody = sealed.subarray(0, Math.max(0, sealed.length - SM3_BYTES));
    const mac = sealed.subarray(ivAndBody.length);
    const fits = ivAndBody.length >= CTR_IV && timingSafeEqual(mac, macOf(vouch, bound, ivAndBody));
    if (!fits) throw new Error('the ciphertext was changed, or is bound to something else');
    const decipher = createDecipheriv('sm4-ctr', encrypt, ivAndBody.subarray(0, CTR_IV));
    return Buffer.concat([decipher.update(ivAndBody.subarray(CTR_IV)), decipher.final()]);
  },
};

export const sealedBytes: Readonly<Record<CipherName, SealedBytes>> = {
  'aes-256-gcm': aesGcm,
  'sm4-ctr-hmac-sm3': sm4CtrHmacSm3,
};
