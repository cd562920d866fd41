import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { ciphers, sealedBytes } from './sealed-bytes';

const number = Buffer.from('11010519491231002X');
const key = randomBytes(32);

describe.each(ciphers)('a field encrypted with %s', (name) => {
  const { seal, open } = sealedBytes[name];

  it('comes back whole, and never twice the same', () => {
    const sealed = seal(key, 'identity-number|510900', number);
    expect(open(key, 'identity-number|510900', sealed)).toEqual(number);
    expect(seal(key, 'identity-number|510900', number)).not.toEqual(sealed);
    expect(sealed.includes(number.subarray(0, 6))).toBe(false);
    expect(open(key, 'x', seal(key, 'x', Buffer.alloc(0)))).toHaveLength(0);
  });

  it('opens for nothing else: another binding, another key, one bit, a piece', () => {
    const sealed = seal(key, 'identity-number|510900', number);
    expect(() => open(key, 'identity-number|500000', sealed)).toThrow();
    expect(() => open(key, 'bank-account|510900', sealed)).toThrow();
    expect(() => open(randomBytes(32), 'identity-number|510900', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, 'identity-number|510900', changed)).toThrow();
    }
    for (const length of [0, 1, 15, 31, sealed.length - 1])
      expect(() => open(key, 'identity-number|510900', sealed.subarray(0, length))).toThrow();
  });
});

describe('the algorithms are the published ones', () => {
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');

  it('SM4 (GB/T 32907, appendix A), also in CTR mode, which encrypts the counter', () => {
    const sm4 = hex('0123456789abcdeffedcba9876543210');
    const block = createCipheriv('sm4-ecb', sm4, null).setAutoPadding(false);
    expect(block.update(sm4).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    const counter = createCipheriv('sm4-ctr', sm4, sm4);
    expect(counter.update(Buffer.alloc(16)).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('SM3 (GB/T 32905, appendix A) and HMAC over it (GB/T 15852.2, appendix)', () => {
    const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
    // RFC 2104 over SM3, computed step by step.
    const padded = Buffer.concat([Buffer.from('key'), Buffer.alloc(61)]);
    const xor = (byte: number): Buffer => Buffer.from(padded.map((one) => one ^ byte));
    const inner = createHash('sm3').update(xor(0x36)).update('words').digest();
    const outer = createHash('sm3').update(xor(0x5c)).update(inner).digest('hex');
    expect(createHmac('sm3', 'key').update('words').digest('hex')).toBe(outer);
  });

  it('AES-256-GCM (NIST, the test vectors of the GCM specification, case 14)', () => {
    const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
    expect(cipher.update(Buffer.alloc(16)).toString('hex') + cipher.final('hex')).toBe(
      'cea7403d4d606b6e074ec5d3baf39d18',
    );
    expect(cipher.getAuthTag().toString('hex')).toBe('d0d1c8a799996bf0265b98b5d48ab919');
  });
});
