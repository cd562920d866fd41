import { gzipSync } from 'node:zlib';
import { upload, withAwards, withContracts, withShipment } from '../testing/scenes';
import { makeWorld, type World } from '../testing/world';

const header = 'shipment_number,line_number,accepted_on,accepted,damaged,missing';
const telling = { progress: () => Promise.resolve() };

describe('a file of acceptances', () => {
  let world: World;
  let number: string;
  const run = async (who: World['clerk'], content: Buffer): Promise<string> => {
    const fileId = await upload(world, who, 'acceptances.csv', content);
    const importId = await world.done(who, (tx) => world.imports.start(tx, who, fileId));
    await world.importLines.handle({ area: who.area, importId }, telling);
    return importId;
  };
  const csv = (...lines: readonly string[]): Buffer => Buffer.from([header, ...lines, ''].join('\n'));
  const row = async (id: string) =>
    (
      await world.db.ownerQuery(
        `SELECT state, lines_read, lines_applied, faults FROM procurement.acceptance_import WHERE id = $1`,
        [id],
      )
    )[0];
  const faults = (id: string) =>
    world.db.ownerQuery(
      `SELECT row_number, field, code FROM procurement.acceptance_import_fault WHERE import_id = $1 ORDER BY row_number, field`,
      [id],
    );
  const acceptedLines = async () =>
    (await world.db.ownerQuery<{ n: bigint }>(`SELECT count(*) AS n FROM procurement.acceptance_line`))[0]?.n;

  beforeAll(async () => {
    world = await makeWorld();
    await withContracts(world, await withAwards(world));
    await world.setDate('2019-04-01');
    number = (await withShipment(world, world.hospitals[0], 'N-4P7-01', 100n, [100n, 200n, 300n])).number;
    await world.setDate('2019-04-10');
  });
  afterAll(() => world.db.close());

  it('X6 with any bad line applies nothing and names every bad line with row, column and code', async () => {
    const id = await run(
      world.hospitals[0],
      csv(
        `${number},1,2019-04-02,100,0,0`,
        `${number},2,2019-04-02,100,0,0`,
        `${number},3,2019-04-02,abc,0,0`,
        `${number},9,2019-04-02,1,0,0`,
        `${number},1,2019-04-02,100,0,0`,
        `${number},2,2019-03-31,200,0,0`,
      ),
    );
    expect(await row(id)).toEqual({ state: 'faulty', lines_read: 5n, lines_applied: 0n, faults: 5n });
    expect(await faults(id)).toEqual([
      { row_number: 3n, field: 'accepted', code: 'PARTS_NOT_SHIPPED' },
      { row_number: 4n, field: 'accepted', code: 'NOT_A_QUANTITY' },
      { row_number: 5n, field: 'shipment_number', code: 'LINE_NOT_FOUND' },
      { row_number: 6n, field: 'shipment_number', code: 'ALREADY_ACCEPTED' },
      { row_number: 7n, field: 'shipment_number', code: 'ALREADY_ACCEPTED' },
    ]);
    expect(await acceptedLines()).toBe(0n);
  });

  it("X1 another hospital's file finds nothing of this hospital's shipments", async () => {
    const id = await run(world.hospitals[1], csv(`${number},1,2019-04-02,100,0,0`));
    expect(await faults(id)).toEqual([{ row_number: 2n, field: 'shipment_number', code: 'LINE_NOT_FOUND' }]);
  });

  it('X6 a day after the business date is refused', async () => {
    const id = await run(world.hospitals[0], csv(`${number},1,2019-04-11,100,0,0`));
    expect(await faults(id)).toEqual([{ row_number: 2n, field: 'accepted_on', code: 'IN_THE_FUTURE' }]);
  });

  it('X6 a clean file, compressed, is applied wholly; prices come from the order', async () => {
    const id = await run(
      world.hospitals[0],
      gzipSync(csv(`${number},1,2019-04-02,90,10,0`, `"${number}",2,2019-04-03,199,0,1\r`)),
    );
    expect(await row(id)).toEqual({ state: 'applied', lines_read: 2n, lines_applied: 2n, faults: 0n });
    expect(
      await world.db.ownerQuery(
        `SELECT accepted_on, accepted_quantity, amount_fen FROM procurement.accepted_line_v1 ORDER BY accepted_on`,
      ),
    ).toEqual([
      { accepted_on: '2019-04-02', accepted_quantity: 90n, amount_fen: 8486n },
      { accepted_on: '2019-04-03', accepted_quantity: 199n, amount_fen: 18_763n },
    ]);
  });

  it('X6 a job that runs twice applies nothing twice, and a line accepted before is refused', async () => {
    const [done] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.acceptance_import WHERE state = 'applied'`,
    );
    await world.importLines.handle({ area: world.clerk.area, importId: done?.id ?? '' }, telling);
    const again = await run(world.clerk, csv(`${number},1,2019-04-02,100,0,0`, `${number},3,2019-04-02,300,0,0`));
    expect(await faults(again)).toEqual([{ row_number: 2n, field: 'shipment_number', code: 'ALREADY_ACCEPTED' }]);
    expect(await acceptedLines()).toBe(2n);
  });

  it('X6 the same file cannot be received twice', async () => {
    const fileId = await upload(world, world.clerk, 'x.csv', csv(`${number},3,2019-04-02,300,0,0`));
    await world.done(world.clerk, (tx) => world.imports.start(tx, world.clerk, fileId));
    expect(await world.refusal(world.clerk, (tx) => world.imports.start(tx, world.clerk, fileId))).toEqual([
      'FILE_IMPORTED_BEFORE',
    ]);
  });

  it.each([
    ['a file without lines', Buffer.from(`${header}\n`), [{ row_number: 1n, field: 'file', code: 'NO_LINES' }]],
    ['a broken archive', Buffer.from([0x1f, 0x8b, 1, 2, 3]), [{ row_number: 1n, field: 'file', code: 'NOT_A_SHEET' }]],
    [
      'another header',
      Buffer.from('a,line_number,accepted_on,accepted,damaged,missing\nx\n'),
      [{ row_number: 1n, field: 'shipment_number', code: 'COLUMN_MISSING' }],
    ],
  ])('X6 %s is found faulty', async (_what, content, expected) => {
    const id = await run(world.clerk, content);
    expect(await faults(id)).toEqual(expected);
    expect(await row(id)).toMatchObject({ state: 'faulty', lines_applied: 0n });
  });

  it('X6 leaves nothing in the staging table', async () => {
    expect(await world.db.ownerQuery(`SELECT count(*) AS n FROM staging.procurement_acceptance_line`)).toEqual([
      { n: 0n },
    ]);
  });
});
