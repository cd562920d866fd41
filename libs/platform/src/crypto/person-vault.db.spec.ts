import { randomBytes } from 'node:crypto';
import { ok } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '../database/tx';
import { FieldCipher } from './field-cipher';
import { PersonVault } from './person-vault';

const [one, two] = ['0190c6a4-5c1e-7b1a-9f00-000000000001', '0190c6a4-5c1e-7b1a-9f00-000000000002'] as const;
const purpose = 'identity-number';

describe('X2 personal values under the key of their person', () => {
  let db: TestDatabase;
  const ring = new Map([['k1', randomBytes(32)]]);
  const indexKey = randomBytes(32);
  const cipher = new FieldCipher({ dataKeys: ring, indexKey });
  const vault = new PersonVault(cipher);
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
  });
  afterAll(() => db.close());

  const inArea = async <T>(work: (tx: Tx) => Promise<T>, area = '510900'): Promise<T> => {
    const done = await db.database.inTransaction(db.scope(area), async (tx) => ok(await work(tx)));
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };
  const sealed = async (personId: string, plain: string): Promise<string> => {
    const [stored = ''] = await inArea((tx) => vault.seal(tx, [{ personId, purpose, plain }]));
    return stored;
  };
  const opened = async (personId: string, stored: string, area?: string) =>
    (await inArea((tx) => vault.open(tx, [{ personId, purpose, stored }]), area))[0];

  it('come back for their person only; the key itself is stored encrypted', async () => {
    const [mine, other] = [await sealed(one, '11010519491231002X'), await sealed(two, 'other')];
    expect(await opened(one, mine)).toBe('11010519491231002X');
    expect(await opened(two, other)).toBe('other');
    await expect(opened(two, mine)).rejects.toThrow();
    expect(mine.startsWith('person.')).toBe(true);
    const keys = await db.ownerQuery<{ wrapped_key: string }>('SELECT wrapped_key FROM platform.person_key');
    expect(keys.map((key) => key.wrapped_key.slice(0, 3))).toEqual(['k1.', 'k1.']);
  });

  it('a key moved to another person opens nothing', async () => {
    const mine = await sealed(one, 'mine');
    await db.ownerQuery(`UPDATE platform.person_key SET wrapped_key = (SELECT wrapped_key FROM platform.person_key WHERE person_id = '${one}')
      WHERE person_id = '${two}'`);
    await expect(opened(two, mine)).rejects.toThrow();
  });

  it('a person has one key, however many ask at once', async () => {
    const third = '0190c6a4-5c1e-7b1a-9f00-000000000003';
    const texts = await Promise.all(Array.from({ length: 6 }, (_, n) => sealed(third, `value ${n}`)));
    for (const [n, text] of texts.entries()) expect(await opened(third, text)).toBe(`value ${n}`);
  });

  it('what the ring itself encrypted before is still opened', async () => {
    expect(await opened(one, cipher.encrypt(purpose, '510900', 'older'))).toBe('older');
  });

  it('a destroyed key is destroyed for ever: nothing opens, nothing new is put under it', async () => {
    const text = await sealed(one, 'gone');
    expect(await opened(one, text)).toBe('gone');
    expect(await inArea((tx) => vault.destroy(tx, [one], 'TEST'))).toBe(1);
    expect(await opened(one, text)).toBeUndefined();
    expect(await inArea((tx) => vault.destroy(tx, [one], 'TEST'))).toBe(0);
    await expect(sealed(one, 'new')).rejects.toThrow('was destroyed');
    expect(await opened(two, text).catch(() => 'closed')).toBe('closed');
  });

  it('what SM4 encrypts and what AES encrypts is opened by the same ring', async () => {
    const sm4 = new FieldCipher({ dataKeys: ring, indexKey, cipher: 'sm4-ctr-hmac-sm3' });
    const fourth = '0190c6a4-5c1e-7b1a-9f00-000000000004';
    const [text = ''] = await inArea((tx) =>
      new PersonVault(sm4).seal(tx, [{ personId: fourth, purpose, plain: '国密' }]),
    );
    expect(text).toMatch(/^person\.sm4\./);
    expect(await opened(fourth, text)).toBe('国密');
    expect(sm4.decrypt(purpose, '510900', cipher.encrypt(purpose, '510900', 'x'))).toBe('x');
  });
});
