import { testDatabase } from '@huiji/migrations/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource } from '@huiji/platform';
import { Client } from 'pg';
import { HASHED_COLUMNS } from './persistence/seal.sql';
import { SealVerifier } from './seal-verifier';
import { Sealer } from './sealer';
import { AREA, OTHER_AREA, SOMEBODY, SUBJECT, TrailStage } from './testing/trail-stage';

const INSERT = `INSERT INTO platform.action
    (area, id, subject_type, subject_id, kind, payload, actor_kind, actor_id, business_date, at)
  VALUES ('${AREA}', gen_random_uuid(), 'thing', '${SUBJECT}', 'ThingSeen', '{}', 'person', '${SOMEBODY}', '2020-07-01', now())`;

describe('X2 the sealer', () => {
  let stage: TrailStage;
  beforeAll(async () => {
    stage = await TrailStage.open();
  });
  afterAll(() => stage.close());

  /** A writer of its own connection, as the application role. */
  const writer = async (): Promise<Client> => {
    const client = new Client({ connectionString: stage.db.url('app') });
    await client.connect();
    await client.query(`SET app.area = '${AREA}'`);
    return client;
  };
  const sealedRows = async (): Promise<number> => {
    const [row] = await stage.db.ownerQuery<{ rows: number }>(
      `SELECT coalesce(sum(row_count), 0)::int AS rows FROM platform.seal WHERE area = '${AREA}'`,
    );
    return row?.rows ?? -1;
  };
  const allRows = async (): Promise<number> =>
    (await stage.db.ownerQuery(`SELECT FROM platform.action WHERE area = '${AREA}'`)).length;

  it('seals nothing before the longest transaction is over, then everything, and publishes each head', async () => {
    await stage.happen(25);
    expect(await stage.sealer.turn(AREA)).toEqual([]);
    expect(await stage.sealer.turn(AREA)).toEqual([]);
    await stage.timePasses();
    await stage.db.ownerQuery('UPDATE platform.seal_look SET seen_at = now()');
    expect(await stage.sealer.turn(AREA)).toEqual([]);
    await stage.timePasses();
    const seals = await stage.sealer.turn(AREA, 10);
    expect(seals.map(({ number, firstPosition, rowCount }) => [number, firstPosition, rowCount])).toEqual([
      [1n, 1n, 10n],
      [2n, 11n, 10n],
      [3n, 21n, 5n],
    ]);
    expect(seals.map(({ previousHead }) => previousHead)).toEqual([null, seals[0]?.head, seals[1]?.head]);
    expect(stage.publisher.published).toEqual(seals);
    expect(await stage.sealer.turn(AREA)).toEqual([]);
  });

  it('each area has a chain of its own', async () => {
    await stage.happen(3, OTHER_AREA);
    expect(await stage.seal(10, OTHER_AREA)).toMatchObject([{ number: 1n, firstPosition: 1n, rowCount: 3n }]);
  });

  it('waits for a transaction that commits late, and skips nothing', async () => {
    const [before, late] = [await sealedRows(), await writer()];
    await late.query('BEGIN');
    await late.query(INSERT);
    await stage.happen(4);
    expect(await stage.sealOnce()).toEqual([]);
    await late.query('COMMIT');
    await late.end();
    expect((await stage.seal()).map(({ rowCount }) => rowCount)).toEqual([5n]);
    expect(await sealedRows()).toBe(before + 5);
  });

  it('is not held back by a transaction of another database on the same server', async () => {
    const other = await testDatabase();
    const client = new Client({ connectionString: other.url('owner') });
    try {
      await client.connect();
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
      await stage.happen(3);
      expect((await stage.sealOnce()).map(({ rowCount }) => rowCount)).toEqual([3n]);
    } finally {
      await client.end();
      await other.close();
    }
  });

  it('beside writers that come and go, some for longer than anybody may, every row is sealed once where it stands', async () => {
    const sealer = new Sealer(stage.db.database, stage.publisher, { longestTransactionSeconds: 1 });
    let working = true;
    const writers = Array.from({ length: 6 }, async (_, who) => {
      const client = await writer();
      for (let turn = 0; turn < 40; turn += 1) {
        await client.query('BEGIN');
        await client.query(INSERT);
        await pause(who === 0 && turn % 20 === 10 ? 3_500 : (who * 7 + turn * 13) % 150);
        await client.query(INSERT);
        await client.query(turn % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
      }
      await client.end();
    });
    const made: number[] = [];
    const sealing = (async () => {
      while (working) {
        made.push((await sealer.turn(AREA, 7)).length);
        await pause(50);
      }
    })();
    await Promise.all(writers);
    working = false;
    await sealing;
    expect(made.reduce((sum, seals) => sum + seals, 0)).toBeGreaterThan(5);
    await stage.seal(7);
    expect(await sealedRows()).toBe(await allRows());
    expect(await SealVerifier.verify(stage.db.database, AREA)).toMatchObject({ findingCount: 0n, tailCount: 0n });
  }, 60_000);

  it('two sealers at once make one chain', async () => {
    await stage.happen(40);
    await stage.sealer.turn(AREA);
    await stage.timePasses();
    const made = await Promise.all([stage.sealer.turn(AREA, 5), stage.sealer.turn(AREA, 5)]);
    const numbers = made.flat().map(({ number }) => number);
    expect(numbers.length).toBe(new Set(numbers).size);
    await stage.seal(5);
    expect(await sealedRows()).toBe(await allRows());
    expect(await SealVerifier.verify(stage.db.database, AREA)).toMatchObject({ findingCount: 0n });
  });

  it('the database ends a transaction of the application that lasts too long', async () => {
    const settings = { url: stage.db.url('app'), pool: 1, entities: [], applicationName: 'short' };
    const source = await createDataSource({ ...settings, longestTransactionSeconds: 1 }).initialize();
    try {
      const kept = source.transaction((manager) => manager.query('SELECT pg_sleep(0.2)'));
      await expect(kept).resolves.toHaveLength(1);
      const long = source.transaction(async (manager) => {
        await manager.query('SELECT pg_sleep(0.7)');
        await manager.query('SELECT pg_sleep(0.7)');
      });
      await expect(long).rejects.toThrow(/transaction timeout/);
    } finally {
      await source.destroy();
    }
  });

  it('hashes every column that the trail has', async () => {
    const rows = await stage.db.ownerQuery<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'platform' AND table_name = 'action' ORDER BY ordinal_position`,
    );
    expect([...HASHED_COLUMNS].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('its seals cannot be changed or taken back by the application', async () => {
    const client = await writer();
    for (const sql of ['DELETE FROM platform.seal', `UPDATE platform.seal SET form = 2`, 'TRUNCATE platform.seal'])
      await expect(client.query(sql)).rejects.toThrow('permission denied');
    await client.end();
  });
});
