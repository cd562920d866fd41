import { randomUUID } from 'node:crypto';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { registeredEntities } from '@huiji/platform';
import { SavingsInputService } from '@huiji/savings';
import { SavingsInputsFlow } from './savings-inputs.flow';

const [round, hospital, other, variety, generic] = Array.from({ length: 5 }, () => randomUUID());
const third = randomUUID();
const [seven, fourteen, single, foreign] = Array.from({ length: 4 }, () => randomUUID());
const [yearOne, laterPeriod] = [randomUUID(), randomUUID()];

/** Stands in for the published views of procurement, in this database of its own. */
const stubs = [
  `DROP VIEW procurement.base_volume_v1, procurement.accepted_line_v1, procurement.non_selected_purchase_v1`,
  `CREATE VIEW procurement.base_volume_v1 AS
   SELECT '510900'::text AS area, '${round}'::uuid AS round_id, 1 AS agreement_year, v.* FROM (VALUES
     ('${hospital}'::uuid, '${variety}'::uuid, '${seven}'::uuid, 6000::bigint, 3000::bigint, 660::bigint, 7::bigint,
      '${yearOne}'::uuid, DATE '2019-03-20', DATE '2020-03-19'),
     ('${hospital}', '${variety}', '${fourteen}', 2000, 1000, 1400, 14, '${yearOne}', '2019-03-20', '2020-03-19'),
     ('${hospital}', '${generic}', '${single}', 500, 250, 2226, 7, '${yearOne}', '2019-03-20', '2020-03-19'),
     ('${other}', '${generic}', '${single}', 300, 150, 2226, 7, '${yearOne}', '2019-03-20', '2020-03-19'),
     ('${other}', '${variety}', '${seven}', 0, 0, 660, 7, '${yearOne}', '2019-03-20', '2020-03-19'),
     ('${third}', '${variety}', '${seven}', 0, 0, 660, 7, '${yearOne}', '2019-03-20', '2020-03-19'),
     ('${hospital}', '${variety}', '${seven}', 9000, 4500, 500, 7, '${laterPeriod}', '2020-03-20', '2021-03-19')
   ) AS v(hospital_id, variety_id, product_id, base_quantity, agreed_quantity, contract_price_fen, contract_price_per,
          agreement_year_id, year_starts_on, year_ends_on)`,
  `CREATE VIEW procurement.accepted_line_v1 AS
   SELECT '510900'::text AS area, v.* FROM (VALUES
     (DATE '2019-03-20', '${hospital}'::uuid, '${seven}'::uuid, '${variety}'::uuid, 1000::bigint, 100::bigint),
     ('2020-03-19', '${hospital}', '${fourteen}', '${variety}', 5000, 0),
     ('2019-03-19', '${hospital}', '${seven}', '${variety}', 70000, 0),
     ('2020-03-20', '${hospital}', '${seven}', '${variety}', 80000, 0),
     ('2019-06-01', '${hospital}', '${foreign}', '${variety}', 90000, 0),
     ('2019-06-01', '${third}', '${seven}', '${variety}', 21, 0)
   ) AS v(accepted_on, hospital_id, product_id, variety_id, accepted_quantity, returned_quantity)`,
  `CREATE VIEW procurement.non_selected_purchase_v1 AS
   SELECT '510900'::text AS area, v.* FROM (VALUES
     ('${hospital}'::uuid, '${generic}'::uuid, DATE '2020-03-19', 40::bigint, 12345::bigint),
     ('${hospital}', '${generic}', '2019-03-20', 2, 5),
     ('${hospital}', '${generic}', '2020-03-20', 9000, 900000)
   ) AS v(hospital_id, variety_id, purchased_on, quantity, amount_fen)`,
  `GRANT SELECT ON procurement.base_volume_v1, procurement.accepted_line_v1, procurement.non_selected_purchase_v1 TO huiji_app`,
];

describe('inputs of retained savings are carried over as one set', () => {
  let db: TestDatabase;
  let flow: SavingsInputsFlow;
  beforeAll(async () => {
    db = await testDatabase({ entities: registeredEntities() });
    await seedArea(db, '510900');
    for (const sql of stubs) await db.ownerQuery(sql);
    flow = new SavingsInputsFlow(new SavingsInputService());
  });
  afterAll(() => db.close());

  const take = (agreementYear: number) =>
    db.database.inTransaction(db.scope('510900'), (tx) => flow.takeUp(tx, round ?? '', agreementYear));
  const lineOf = async (hospitalId: string | undefined, varietyId: string | undefined) =>
    (
      await db.ownerQuery(
        `SELECT base_quantity, agreed_quantity, contract_price_fen, contract_price_per, selected_quantity,
                non_selected_quantity, non_selected_fen
         FROM savings.year_volume WHERE hospital_id = $1 AND variety_id = $2`,
        [hospitalId, varietyId],
      )
    )[0];

  it('only of the closed agreement year, of the first period, of contracted products, less returns', async () => {
    expect(await take(1)).toMatchObject({ ok: true });
    expect(await db.ownerQuery('SELECT 1 FROM savings.year_volume')).toHaveLength(4);
    expect(await lineOf(hospital, variety)).toMatchObject({
      base_quantity: 8000n,
      agreed_quantity: 4000n,
      selected_quantity: 5900n,
      non_selected_quantity: 0n,
      non_selected_fen: 0n,
    });
  });

  it('with the price of several winners weighted by agreed volume, exact: (3000 × 660/7 + 1000 × 1400/14) ÷ 4000', async () => {
    // 3000 × 660 ÷ 7 + 1000 × 100 = 2,680,000 ÷ 7; over 4000 units 670 ÷ 7.
    expect(await lineOf(hospital, variety)).toMatchObject({ contract_price_fen: 670n, contract_price_per: 7n });
  });

  it('with the price of one winner as it was awarded per pack, and purchases outside of that year', async () => {
    expect(await lineOf(hospital, generic)).toMatchObject({
      contract_price_fen: 2226n,
      contract_price_per: 7n,
      non_selected_quantity: 42n,
      non_selected_fen: 12350n,
    });
    expect(await lineOf(other, generic)).toMatchObject({ agreed_quantity: 150n, selected_quantity: 0n });
  });

  it('leaves out a contract of 0 under which nothing was bought, and keeps one that was used', async () => {
    expect(await lineOf(other, variety)).toBeUndefined();
    expect(await lineOf(third, variety)).toMatchObject({ agreed_quantity: 0n, selected_quantity: 21n });
  });

  it('again gives the same year and the same lines', async () => {
    const [first, second] = [await take(1), await take(1)];
    expect(second).toEqual(first);
    expect(await db.ownerQuery('SELECT 1 FROM savings.year_volume')).toHaveLength(4);
  });

  it('X3 twenty at the same moment give the same year and the same lines', async () => {
    const first = await take(1);
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(1)));
    for (const one of taken) expect(one).toEqual(first);
    expect(await db.ownerQuery('SELECT 1 FROM savings.year_volume')).toHaveLength(4);
  });

  it('a year that the round does not have is not found', async () => {
    expect(await take(3)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });
});
