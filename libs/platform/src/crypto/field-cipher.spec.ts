import { randomBytes } from 'node:crypto';
import { FieldCipher } from './field-cipher';

const number = '11010519491231002X';
const keys = (ids: readonly string[]): Map<string, Buffer> => new Map(ids.map((id) => [id, randomBytes(32)]));

describe('personal numbers at rest', () => {
  const ring = keys(['k2', 'k1']);
  const cipher = new FieldCipher({ dataKeys: ring, indexKey: randomBytes(32) });

  it('come back whole, and no two ciphertexts are alike', () => {
    const first = cipher.encrypt('identity-number', '510900', number);
    expect(cipher.decrypt('identity-number', '510900', first)).toBe(number);
    expect(cipher.encrypt('identity-number', '510900', number)).not.toBe(first);
    expect(first).not.toContain(number.slice(0, 6));
    expect(first.startsWith('k2.')).toBe(true);
  });

  it('are bound to their field and their area', () => {
    const sealed = cipher.encrypt('identity-number', '510900', number);
    expect(() => cipher.decrypt('identity-number', '500000', sealed)).toThrow();
    expect(() => cipher.decrypt('account-number', '510900', sealed)).toThrow();
  });

  it('are refused when a single character was changed', () => {
    const sealed = cipher.encrypt('identity-number', '510900', number);
    const at = sealed.length - 3;
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => cipher.decrypt('identity-number', '510900', changed)).toThrow();
  });

  it('written under an older key are read as long as the ring holds it', () => {
    const older = new FieldCipher({ dataKeys: new Map([...ring].reverse()), indexKey: randomBytes(32) });
    const sealed = older.encrypt('identity-number', '510900', number);
    expect(sealed.startsWith('k1.')).toBe(true);
    expect(cipher.decrypt('identity-number', '510900', sealed)).toBe(number);
    const poorer = new FieldCipher({ dataKeys: keys(['k9']), indexKey: randomBytes(32) });
    expect(() => poorer.decrypt('identity-number', '510900', sealed)).toThrow('no key of this id');
  });

  it('are found by a blind index that differs by area and field', () => {
    const index = cipher.blindIndex('identity-number', '510900', number);
    expect(cipher.blindIndex('identity-number', '510900', number)).toBe(index);
    expect(cipher.blindIndex('identity-number', '500000', number)).not.toBe(index);
    expect(cipher.blindIndex('account-number', '510900', number)).not.toBe(index);
  });
});
