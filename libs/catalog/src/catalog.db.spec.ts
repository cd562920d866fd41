import { ok, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';
import type { NewProduct } from './model/catalog.types';
import { CatalogService } from './catalog.service';
import { catalogInvariants } from './invariants';
import {
  AreaOrganisationEntity,
  OrganisationEntity,
  ProductEntity,
  VarietyEntity,
} from './persistence/catalog.entities';
import { CatalogRepository } from './persistence/catalog.repository';

const hospital = {
  kind: 'hospital',
  nameZh: '示例县人民医院',
  nameEn: 'Sample County Hospital',
  uscc: null,
  medicalCode: 'H51090000001',
} as const;
const maker = {
  kind: 'manufacturer',
  nameZh: '示例制药',
  nameEn: 'Sample Pharma',
  uscc: '914403001922038216',
  medicalCode: null,
} as const;
const variety = {
  genericNameZh: '示例片',
  genericNameEn: 'samplin',
  smallestUnitZh: '片',
  dosageForm: '片剂',
  antibiotic: false,
};

describe('the catalogue on PostgreSQL', () => {
  let db: TestDatabase;
  const catalog = new CatalogService(new CatalogRepository());
  const act = <T>(area: string, work: (tx: Tx) => Promise<Result<T>>) =>
    db.database.inTransaction(db.scope(area), work);
  const made = async <T>(area: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> => {
    const result = await act(area, work);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };

  beforeAll(async () => {
    db = await testDatabase({ entities: [OrganisationEntity, VarietyEntity, ProductEntity, AreaOrganisationEntity] });
    await seedArea(db, '510900');
    await seedArea(db, '500000');
  });
  afterAll(() => db.close());

  it('A2 records an organisation once, whoever records it again', async () => {
    const first = await made('510900', (tx) => catalog.recordOrganisation(tx, hospital));
    const again = await made('500000', (tx) => catalog.recordOrganisation(tx, hospital));
    expect(again).toBe(first);
  });

  it('A2 refuses the same name with another code, and bad codes with their field', async () => {
    expect(
      await act('510900', (tx) => catalog.recordOrganisation(tx, { ...hospital, medicalCode: 'H51090000002' })),
    ).toMatchObject({ ok: false, refusal: { code: 'ORGANISATION_DIFFERS' } });
    expect(
      await act('510900', (tx) => catalog.recordOrganisation(tx, { ...maker, uscc: '914403001922038217' })),
    ).toMatchObject({ ok: false, refusal: { issues: [{ field: 'uscc', code: 'NOT_A_USCC' }] } });
  });

  it('A2 two who record the same organisation at once get one', async () => {
    const ids = await Promise.all(
      [1, 2, 3, 4].map(() => made('510900', (tx) => catalog.recordOrganisation(tx, maker))),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('A2 a product code belongs to one pack of one maker', async () => {
    const product = await made<NewProduct>('510900', async (tx): Promise<Result<NewProduct>> => {
      const makerId = await catalog.recordOrganisation(tx, maker);
      const varietyId = await catalog.recordVariety(tx, variety);
      if (!makerId.ok) return makerId;
      if (!varietyId.ok) return varietyId;
      const row = {
        varietyId: varietyId.value,
        code: 'n-9',
        nameZh: '示例片',
        strength: '5mg',
        unitsPerPack: 7n,
        manufacturerId: makerId.value,
        sourceNote: '',
      };
      const first = await catalog.recordProduct(tx, row);
      const second = await catalog.recordProduct(tx, row);
      expect(second).toEqual(first);
      return first.ok ? ok(row) : first;
    });
    expect(await act('510900', (tx) => catalog.recordProduct(tx, { ...product, unitsPerPack: 14n }))).toMatchObject({
      ok: false,
      refusal: { code: 'PRODUCT_DIFFERS', facts: { code: 'N-9' } },
    });
  });

  it('X1 shows an area the organisations that act in it, page by page', async () => {
    await made('510900', async (tx) => {
      for (const name of ['甲医院', '乙医院', '丙医院']) {
        const id = await catalog.recordOrganisation(tx, { ...hospital, nameZh: name, medicalCode: null });
        if (!id.ok) return id;
        await catalog.joinArea(tx, id.value, ['hospital']);
      }
      return ok(null);
    });
    const filter = { kind: 'hospital', search: '医院' } as const;
    const first = await db.database.read(db.scope('510900'), (tx) =>
      catalog.organisationPage(tx, filter, { first: 2 }),
    );
    const next = await db.database.read(db.scope('510900'), (tx) =>
      catalog.organisationPage(tx, filter, { first: 2, after: first.pageInfo.endCursor }),
    );
    expect([...first.edges, ...next.edges].map(({ node }) => node.nameZh)).toEqual(
      ['丙医院', '乙医院', '甲医院'].sort(),
    );
    expect(
      (await db.database.read(db.scope('500000'), (tx) => catalog.organisationPage(tx, filter, { first: 2 }))).edges,
    ).toEqual([]);
  });

  it('A2 finds products by a part of the name and by the beginning of the code; a wildcard is a character', async () => {
    const find = (search: string) =>
      db.database.read(db.scope('510900'), async (tx) =>
        (await catalog.productPage(tx, search, { first: 5 })).edges.map(({ node }) => node.code),
      );
    expect([await find('示例'), await find('n-'), await find('%'), await find('9')]).toEqual([
      ['N-9'],
      ['N-9'],
      [],
      [],
    ]);
  });

  it('keeps its invariants', async () => {
    for (const invariant of catalogInvariants)
      expect(await db.database.read(db.scope('510900'), (tx) => tx.query(invariant.sql, [tx.area]))).toEqual([]);
  });
});
