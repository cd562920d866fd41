import { createHash } from 'node:crypto';
import { areaCode } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Caller, Role } from '../requests/caller';
import { FILE_LIMIT_BYTES, Files } from './files';

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
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    });
  });

  it.each([
    ['empty', 0, 'FILE_EMPTY'],
    ['larger than 32 MiB', FILE_LIMIT_BYTES + 1, 'FILE_TOO_LARGE'],
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
