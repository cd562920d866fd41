import { plainDate } from '@huiji/kernel';
import { digest } from '../testing/digest';
import { awardFileContent, supplements, upload, withAwards } from '../testing/scenes';
import { callerOf, makeWorld, OTHER_AREA, type World } from '../testing/world';

const ABSENT = '0190c6a4-5c1e-7b1a-9f00-00000000dead';

describe('rounds, ratio tables and awards on PostgreSQL', () => {
  let world: World;
  let periodId: string;
  const import_ =
    (fileId: string, more: object = {}) =>
    (tx: Parameters<World['awards']['import']>[0]) =>
      world.awards.import(tx, world.clerk, { periodId, fileId, supplements, supplyAreaNote: null, ...more });
  const table = (changes: object = {}) => ({
    name: '另一表',
    validFrom: plainDate('2020-01-01'),
    validTo: null,
    legalBasis: 'x',
    ordinaryBp: [5000, 6000, 7000, 8000] as const,
    antibioticBp: [4000, 5000, 6000, 7000] as const,
    ...changes,
  });

  beforeAll(async () => {
    world = await makeWorld();
    await withAwards(world);
    const [round] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.round`);
    periodId = await world.done(world.clerk, (tx) =>
      world.rounds.planPeriod(tx, { roundId: round?.id ?? '', executionDate: plainDate('2020-03-20'), years: 2 }),
    );
  });
  afterAll(() => world.db.close());

  it('A8 the four rows that lack a figure are named with row, field and mend; nothing is half-applied', async () => {
    const fileId = await upload(world, world.clerk, 'a.csv', awardFileContent());
    const before = await digest(world);
    expect(await world.refusal(world.clerk, import_(fileId, { supplements: [], supplyAreaNote: 'x' }))).toEqual([
      'BAD_INPUT',
      [8, 'pack_price_yuan', 'MISSING_PACK_PRICE'],
      [9, 'pack_price_yuan', 'MISSING_PACK_PRICE'],
      [12, 'pack_price_yuan', 'MISSING_PACK_PRICE'],
      [15, 'pack_price_yuan', 'MISSING_PACK_PRICE'],
      [15, 'units_per_pack', 'MISSING_PACK_SIZE'],
    ]);
    expect(await digest(world)).toBe(before);
  });

  it('A8 a table that does not supply the area is refused row by row without a note', async () => {
    const fileId = await upload(
      world,
      world.clerk,
      'a.csv',
      Buffer.from(awardFileContent().toString('utf8').replaceAll('重庆|', '')),
    );
    const [code, ...issues] = await world.refusal(world.clerk, import_(fileId));
    expect([code, issues.length, issues[0]]).toEqual(['BAD_INPUT', 25, [2, 'supply_areas', 'NOT_SUPPLIED_HERE']]);
  });

  it('A8 the same winner again for the area is refused by the key', async () => {
    const fileId = await upload(world, world.clerk, 'a.csv', awardFileContent());
    await world.done(world.clerk, import_(fileId, { supplyAreaNote: 'x' }));
    const before = await digest(world);
    const [code, first] = await world.refusal(world.clerk, import_(fileId, { supplyAreaNote: 'x' }));
    expect([code, first]).toEqual(['BAD_INPUT', [2, 'product_code', 'ALREADY_AWARDED']]);
    expect(await digest(world)).toBe(before);
  });

  it.each([
    ['no file', () => import_(ABSENT), ['NOT_FOUND']],
    ['no period', () => import_(ABSENT, { periodId: ABSENT }), ['NOT_FOUND']],
    ['a blank supply note', () => import_(ABSENT, { supplyAreaNote: ' ' }), ['NOT_FOUND']],
  ])('A8 %s is refused', async (_what, act, expected) => {
    expect(await world.refusal(world.clerk, act())).toEqual(expected);
  });

  it('A8 a file that is no table is refused', async () => {
    const fileId = await upload(world, world.clerk, 'a.bin', Buffer.from([0, 1, 2]));
    expect(await world.refusal(world.clerk, import_(fileId))).toEqual(['NOT_A_SHEET']);
    const other = await upload(world, world.clerk, 'b.csv', Buffer.from('a,b\n1,2\n'));
    expect((await world.refusal(world.clerk, import_(other))).length).toBe(17);
  });

  it('X1 a period of another area is not found', async () => {
    const stranger = callerOf(5, ABSENT, 'agency-clerk', OTHER_AREA);
    expect(
      await world.refusal(stranger, (tx) =>
        world.awards.import(tx, stranger, { periodId, fileId: ABSENT, supplements: [], supplyAreaNote: null }),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  it('A1 two periods of one round share no day', async () => {
    const [round] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.round`);
    const plan = (date: string, years: number) =>
      world.refusal(world.clerk, (tx) =>
        world.rounds.planPeriod(tx, { roundId: round?.id ?? '', executionDate: plainDate(date), years }),
      );
    expect(await plan('2020-03-19', 1)).toEqual(['PERIOD_OVERLAPS']);
    expect(await plan('2022-03-20', 5)).toEqual(['BAD_INPUT', [null, 'years', 'NOT_IN_RANGE']]);
    expect(
      await world.refusal(world.clerk, (tx) =>
        world.rounds.planPeriod(tx, { roundId: ABSENT, executionDate: plainDate('2022-03-20'), years: 1 }),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  it('A1 a round has one code in an area', async () => {
    const round = {
      code: '4+7',
      nameZh: 'x',
      nameEn: '',
      kind: 'national',
      announcedOn: plainDate('2018-12-07'),
      sourceNote: '',
    } as const;
    expect(await world.refusal(world.clerk, (tx) => world.rounds.open(tx, round))).toEqual(['ROUND_EXISTS']);
    expect(
      await world.refusal(world.clerk, (tx) => world.rounds.open(tx, { ...round, code: 'a b', nameZh: ' ' })),
    ).toEqual(['BAD_INPUT', [null, 'code', 'NOT_A_ROUND_CODE'], [null, 'nameZh', 'TEXT_LENGTH']]);
  });

  it('A7 two ratio tables share no day; the older one is ended first', async () => {
    const set = (changes: object) => world.refusal(world.clerk, (tx) => world.rounds.setRatioTable(tx, table(changes)));
    expect(await set({})).toEqual(['RATIO_TABLE_OVERLAPS']);
    expect(await set({ ordinaryBp: [1, 2, 3, 10_001] })).toEqual(['BAD_INPUT', [null, 'ordinary', 'FOUR_RATIOS']]);
    expect(await set({ validTo: plainDate('2019-12-31') })).toEqual([
      'BAD_INPUT',
      [null, 'validTo', 'ENDS_BEFORE_IT_BEGINS'],
    ]);
    const [old] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.ratio_table`);
    await world.done(world.clerk, (tx) =>
      world.rounds.endRatioTable(tx, { id: old?.id ?? '', validTo: plainDate('2019-12-31') }),
    );
    expect(await set({})).toEqual(['done']);
    expect(
      await world.refusal(world.clerk, (tx) =>
        world.rounds.endRatioTable(tx, { id: ABSENT, validTo: plainDate('2021-12-31') }),
      ),
    ).toEqual(['NOT_FOUND']);
  });
});
