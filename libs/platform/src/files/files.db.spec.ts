import { createHash, randomBytes } from 'node:crypto';
import { areaCode } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Caller, Role } from '../requests/caller';
import { FILE_LIMIT_BYTES, Files, PIECE_BYTES } from './files';

const MINE = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const OTHERS = '0190c6a4-5c1e-7b1a-9f00-000000000002';

describe('files', () => {
  let db: TestDatabase;
  const files = new Files();

  const caller = (role: Role, organisationId: string): Caller => {
    const area = areaCode('510900');
    const scope = { area, actor: { kind: 'person', userId: MINE } } as const;
    return { userId: MINE, area, organisationId, role, scope };
  };

  const keep = async (content: Buffer, area = '510900') => {
    const draft = { organisationId: MINE, name: '/tmp/报量.xlsx', mediaType: 'text/plain', content };
    return db.database.inTransaction(db.scope(area, MINE), (tx) => files.save(tx, draft));
  };

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
  });
  afterAll(() => db.close());

  it('come back whole, with a safe name and their sha256', async () => {
    const content = Buffer.from([0, 1, 255, 10, 13]);
    const saved = await keep(content);
    if (!saved.ok) throw new Error(saved.refusal.code);
    const file = await db.database.read(db.scope('510900'), (tx) => files.load(tx, saved.value));
    expect(file).toEqual({
      id: saved.value,
      organisationId: MINE,
      name: '报量.xlsx',
      mediaType: 'text/plain',
      sizeBytes: 5,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    });
  });

  it.each([1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, 3 * PIECE_BYTES + 12_345])(
    'of %d bytes come back whole, and a piece at a time',
    async (size) => {
      const content = randomBytes(size);
      const saved = await keep(content);
      if (!saved.ok) throw new Error(saved.refusal.code);
      const sizes: number[] = [];
      const back = await db.database.read(db.scope('510900'), async (tx) => {
        const file = await files.describe(tx, saved.value);
        if (!file) throw new Error('kept');
        for await (const piece of files.bytes(tx, file)) sizes.push(piece.length);
        return files.load(tx, saved.value);
      });
      expect(back?.content.equals(content)).toBe(true);
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(PIECE_BYTES);
    },
  );

  it('that come in parts of any size are cut anew; one that is not as measured is not kept', async () => {
    const content = randomBytes(2 * PIECE_BYTES + 77);
    async function* parts(): AsyncGenerator<Buffer> {
      for (let at = 0; at < content.length; at += 300_001)
        yield await Promise.resolve(content.subarray(at, at + 300_001));
    }
    const measured = (sizeBytes: number) => ({
      organisationId: MINE,
      name: 'x.csv',
      mediaType: 'text/csv',
      sha256: createHash('sha256').update(content).digest('hex'),
      sizeBytes,
      bytes: parts(),
    });
    const saved = await db.database.inTransaction(db.scope('510900', MINE), (tx) =>
      files.keep(tx, measured(content.length)),
    );
    if (!saved.ok) throw new Error(saved.refusal.code);
    const back = await db.database.read(db.scope('510900'), (tx) => files.load(tx, saved.value));
    expect(back?.content.equals(content)).toBe(true);
    await expect(
      db.database.inTransaction(db.scope('510900', MINE), (tx) => files.keep(tx, measured(content.length + 1))),
    ).rejects.toThrow('changed while it was kept');
  });

  it.each([
    ['empty', 0, 'FILE_EMPTY'],
    ['larger than 128 MiB', FILE_LIMIT_BYTES + 1, 'FILE_TOO_LARGE'],
  ])('that are %s are refused', async (_, size, code) => {
    expect(await keep(Buffer.alloc(size))).toMatchObject({ ok: false, refusal: { issues: [{ field: 'file', code }] } });
  });

  it('X1 are read by their own organisation, the agency and the auditor, and by nobody of another area', async () => {
    const saved = await keep(Buffer.from('x'));
    if (!saved.ok) throw new Error(saved.refusal.code);
    const readable = (area: string, who: Caller): Promise<boolean> =>
      db.database.read(db.scope(area), async (tx) => (await files.loadFor(tx, who, saved.value)) !== undefined);
    expect(await readable('510900', caller('hospital', MINE))).toBe(true);
    expect(await readable('510900', caller('agency-clerk', OTHERS))).toBe(true);
    expect(await readable('510900', caller('auditor', OTHERS))).toBe(true);
    expect(await readable('510900', caller('hospital', OTHERS))).toBe(false);
    expect(await readable('510900', caller('supplier', OTHERS))).toBe(false);
    expect(await readable('500000', caller('agency-clerk', MINE))).toBe(false);
  });
});
