import type { SealReport } from './model/seal';
import { SealVerifier } from './seal-verifier';
import { AREA, OTHER_AREA, TrailStage } from './testing/trail-stage';

interface Placed {
  readonly id: string;
  readonly seq: bigint;
}

describe('X2 verify', () => {
  let stage: TrailStage;
  let rows: readonly Placed[];
  beforeAll(async () => {
    stage = await TrailStage.open();
    await stage.happen(30);
    await stage.seal(10);
    await stage.happen(4, OTHER_AREA);
    await stage.seal(10, OTHER_AREA);
    rows = await stage.db.ownerQuery<Placed>(`SELECT id, seq FROM platform.action WHERE area = '${AREA}' ORDER BY seq`);
  });
  afterAll(() => stage.close());

  const at = (position: number): Placed => {
    const row = rows[position - 1];
    if (!row) throw new Error(`no row at ${position}`);
    return row;
  };
  const verify = (kept: Parameters<typeof SealVerifier.verify>[2] = []): Promise<SealReport> =>
    SealVerifier.verify(stage.db.database, AREA, kept);
  const named = ({ findings }: SealReport): readonly string[] =>
    findings.map(({ kind, seal, actionId }) => `${kind} ${seal} ${actionId ?? '-'}`).sort();

  /** What is found after somebody with the owner's rights did this; it is taken back afterwards. */
  const after = async (sql: readonly string[], kept?: Parameters<typeof verify>[0]): Promise<SealReport> => {
    const tables = ['action', 'seal'];
    for (const table of tables)
      await stage.db.ownerQuery(`CREATE TABLE public.kept_${table} AS SELECT * FROM platform.${table}`);
    try {
      for (const statement of sql) await stage.db.ownerQuery(statement);
      return await verify(kept);
    } finally {
      for (const table of tables) {
        const overriding = table === 'action' ? 'OVERRIDING SYSTEM VALUE' : '';
        await stage.db.ownerQuery(`DELETE FROM platform.${table}`);
        await stage.db.ownerQuery(`INSERT INTO platform.${table} ${overriding} SELECT * FROM public.kept_${table}`);
        await stage.db.ownerQuery(`DROP TABLE public.kept_${table}`);
      }
    }
  };
  const where = ({ id }: Placed): string => `area = '${AREA}' AND id = '${id}'`;

  it('finds nothing where nothing was touched, and says how far the unsealed tail reaches', async () => {
    expect(await verify()).toEqual({
      sealCount: 3n,
      rowCount: 30n,
      findings: [],
      findingCount: 0n,
      tailCount: 0n,
      tailSince: null,
    });
    await stage.happen(2);
    const told = await verify();
    expect(told).toMatchObject({ findingCount: 0n, tailCount: 2n });
    expect(told.tailSince?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each([
    [`reason = 'never said'`],
    [`payload = payload || '{"index": 99}'`],
    [`at = at - interval '1 microsecond'`],
    [`actor_id = gen_random_uuid()`],
    [`on_behalf_of = gen_random_uuid()`],
    [`client_address = '10.0.0.1'`],
    [`request_id = gen_random_uuid()`],
    [`business_date = '2020-07-02'`],
  ])('names a changed row: %s', async (set) => {
    const report = await after([`UPDATE platform.action SET ${set} WHERE ${where(at(15))}`]);
    expect(named(report)).toEqual([`changed 2 ${at(15).id}`]);
  });

  it('names a deleted row', async () => {
    expect(named(await after([`DELETE FROM platform.action WHERE ${where(at(7))}`]))).toEqual([
      `deleted 1 ${at(7).id}`,
    ]);
  });

  it('names a row inserted between sealed ones, and one put before the first', async () => {
    const [id, first] = ['01999999-0000-7000-8000-000000000001', '01999999-0000-7000-8000-000000000002'];
    const copy = (made: string, seq: bigint): string =>
      `INSERT INTO platform.action (area, id, seq, subject_type, subject_id, kind, payload, actor_kind, actor_id, business_date, at)
       OVERRIDING SYSTEM VALUE SELECT area, '${made}', ${seq}, subject_type, subject_id, kind, payload, actor_kind, actor_id, business_date, at
       FROM platform.action WHERE ${where(at(12))}`;
    expect(named(await after([copy(id, at(12).seq), copy(first, -5n)]))).toEqual([
      `inserted 1 ${first}`,
      `inserted 2 ${id}`,
    ]);
  });

  it('names two rows that were swapped, also over two seals', async () => {
    const swap = (a: Placed, b: Placed): readonly string[] => [
      `UPDATE platform.action SET id = '01999999-0000-7000-8000-00000000000f' WHERE ${where(a)}`,
      `UPDATE platform.action SET id = '${a.id}' WHERE ${where(b)}`,
      `UPDATE platform.action SET id = '${b.id}' WHERE area = '${AREA}' AND id = '01999999-0000-7000-8000-00000000000f'`,
    ];
    expect(named(await after(swap(at(2), at(3))))).toEqual([`swapped 1 ${at(2).id}`, `swapped 1 ${at(3).id}`].sort());
    const over = await after(swap(at(5), at(25)));
    expect(named(over)).toEqual([`swapped 1 ${at(25).id}`, `swapped 3 ${at(5).id}`].sort());
    expect(over.findingCount).toBe(2n);
  });

  it('finds a cut-off tail by a kept head, and not without one', async () => {
    const kept = stage.publisher.published.map(({ area, number, head }) => ({ area, number, head }));
    const cut = [
      `DELETE FROM platform.action WHERE area = '${AREA}' AND seq > ${at(20).seq}`,
      `DELETE FROM platform.seal WHERE area = '${AREA}' AND number > 2`,
    ];
    expect(named(await after(cut, kept))).toEqual(['cut-off 3 -']);
    expect(await after(cut)).toMatchObject({ findingCount: 0n, sealCount: 2n });
    expect(await verify(kept)).toMatchObject({ findingCount: 0n });
  });

  it('names a seal that is gone from the middle, and one whose text was changed', async () => {
    const gone = await after([`DELETE FROM platform.seal WHERE area = '${AREA}' AND number = 2`]);
    expect(named(gone)).toEqual(['cut-off 2 -']);
    const changed = await after([
      `UPDATE platform.seal SET leaves = set_byte(leaves, 30, 255 - get_byte(leaves, 30)) WHERE area = '${AREA}' AND number = 2`,
    ]);
    expect(named(changed)).toEqual([`changed 2 ${at(11).id}`, 'seal-changed 2 -'].sort());
  });

  it('who rewrites a row and every seal after it is found by a kept head', async () => {
    const kept = stage.publisher.published.map(({ area, number, head }) => ({ area, number, head }));
    await after(
      [
        `UPDATE platform.action SET reason = 'x' WHERE ${where(at(9))}`,
        `DELETE FROM platform.seal WHERE area = '${AREA}'`,
      ],
      [],
    );
    const tables = [`UPDATE platform.action SET reason = 'x' WHERE ${where(at(9))}`];
    const report = await after(
      [...tables, `UPDATE platform.seal SET head = repeat('0', 64) WHERE area = '${AREA}' AND number = 1`],
      kept,
    );
    expect(named(report)).toContain('seal-changed 1 -');
    expect(named(report)).toContain(`changed 1 ${at(9).id}`);
  });

  it('a flood of inserted rows is counted within bounds', async () => {
    const flood = `INSERT INTO platform.action (area, id, seq, subject_type, subject_id, kind, payload, actor_kind, actor_id, business_date, at)
      OVERRIDING SYSTEM VALUE SELECT area, gen_random_uuid(), seq, subject_type, subject_id, kind, payload, actor_kind, actor_id, business_date, at
      FROM platform.action, generate_series(1, 3000) WHERE ${where(at(4))}`;
    const report = await after([flood]);
    expect(report.findings).toHaveLength(200);
    expect(report.findingCount).toBeGreaterThanOrEqual(990n);
  });
});
