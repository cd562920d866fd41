import { plainDate } from '@huiji/kernel';
import type { Caller } from '@huiji/platform';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { oneAgencyLevel } from '../reporting/model/campaign.types';
import type { World } from './world';

const awardFile = path.join(__dirname, '../data/awards-4-plus-7.csv');

/** The figures that four rows of the table lack, as the demonstration fills them. */
export const supplements = [
  { productCode: 'N-4P7-07', packPriceYuan: '30.94', note: 'published unit price × pack size' },
  { productCode: 'N-4P7-08', packPriceYuan: '33.40', note: 'published unit price × pack size' },
  { productCode: 'N-4P7-11', packPriceYuan: '5.10', note: 'published unit price × pack size' },
  {
    productCode: 'N-4P7-14',
    unitsPerPack: 7n,
    packPriceYuan: '7.63',
    note: 'pack of 7 assumed; published unit price × 7',
  },
];

export const awardFileContent = (): Buffer => readFileSync(awardFile);

/** Saves a file as the caller's. */
export const upload = (world: World, caller: Caller, name: string, content: Buffer): Promise<string> =>
  world.done(caller, (tx) =>
    world.files.save(tx, {
      organisationId: caller.organisationId,
      name,
      mediaType: 'application/octet-stream',
      content,
    }),
  );

/** A round with a planned period of one year from 2019-03-20 and the 25 awards; answers the period's id. */
export const withAwards = async (world: World): Promise<string> => {
  const { clerk } = world;
  const roundId = await world.done(clerk, (tx) =>
    world.rounds.open(tx, {
      code: '4+7',
      nameZh: '4+7试点',
      nameEn: '4+7 pilot',
      kind: 'national',
      announcedOn: plainDate('2018-12-07'),
      sourceNote: '',
    }),
  );
  const periodId = await world.done(clerk, (tx) =>
    world.rounds.planPeriod(tx, { roundId, executionDate: plainDate('2019-03-20'), years: 1 }),
  );
  await world.done(clerk, (tx) =>
    world.rounds.setRatioTable(tx, {
      name: '约定采购比例',
      validFrom: plainDate('2018-12-01'),
      validTo: null,
      ordinaryBp: [5000, 6000, 7000, 8000],
      antibioticBp: [4000, 5000, 6000, 7000],
      legalBasis: 'test',
    }),
  );
  const fileId = await upload(world, clerk, 'awards.csv', awardFileContent());
  await world.done(clerk, (tx) =>
    world.awards.import(tx, clerk, { periodId, fileId, supplements, supplyAreaNote: 'test area' }),
  );
  return periodId;
};

/** The period's contracts in force: both hospitals need every variety; the distributor delivers all. Answers nothing. */
export const withContracts = async (world: World, periodId: string, units = '100000'): Promise<void> => {
  const { clerk } = world;
  const campaignId = await world.done(clerk, (tx) =>
    world.campaigns.plan(tx, {
      periodId,
      name: '报量',
      opensOn: plainDate('2019-01-02'),
      closesOn: plainDate('2019-01-31'),
      floorBp: 8000,
      hospitalIds: [],
      levels: oneAgencyLevel,
    }),
  );
  await world.done(clerk, (tx) => world.campaigns.open(tx, campaignId));
  const names = await world.db.ownerQuery<{ generic_name_zh: string }>(
    `SELECT generic_name_zh FROM catalog.variety ORDER BY 1`,
  );
  for (const hospital of world.hospitals) {
    const [report] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE hospital_id = $1`,
      [hospital.organisationId],
    );
    const reportId = report?.id ?? '';
    const lines = names.map(({ generic_name_zh: variety }) => ({ variety, product: '', quantity: units, reason: '' }));
    await world.done(hospital, (tx) => world.reports.enter(tx, hospital, { reportId, lines }));
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(clerk, (tx) => world.reviews.accept(tx, clerk, reportId));
  }
  await world.done(clerk, (tx) => world.campaigns.close(tx, campaignId));
  await world.done(clerk, (tx) => world.volumes.compute(tx, periodId));
  await world.done(clerk, async (tx) => {
    const makers = (await world.roundRows.awardsOf(tx, periodId)).map(({ manufacturerId }) => manufacturerId);
    const distributors = makers.map((manufacturerId) => ({
      manufacturerId,
      supplierId: world.supplier.organisationId,
    }));
    return world.contracts.make(tx, { periodId, distributors });
  });
  await world.done(clerk, (tx) => world.contracts.signOnPaper(tx, { periodId, note: 'paper' }));
  await world.done(clerk, (tx) => world.contracts.activate(tx, periodId));
};

export const productId = async (world: World, code: string): Promise<string> =>
  (await world.db.ownerQuery<{ id: string }>(`SELECT id FROM catalog.product WHERE code = $1`, [code]))[0]?.id ?? '';

/** An order of one product, confirmed and shipped in these quantities (smallest units). */
export const withShipment = async (
  world: World,
  hospital: Caller,
  code: string,
  packs: bigint,
  quantities: readonly bigint[],
): Promise<{
  readonly orderId: string;
  readonly shipmentId: string;
  readonly number: string;
  readonly lineIds: readonly string[];
}> => {
  const { supplier } = world;
  const product = await productId(world, code);
  const orderId = await world.done(hospital, (tx) => world.orders.place(tx, hospital, [{ productId: product, packs }]));
  await world.done(supplier, (tx) => world.orders.confirm(tx, supplier, orderId));
  const [line] = await world.db.ownerQuery<{ id: string }>(
    `SELECT id FROM procurement.purchase_order_line WHERE order_id = $1`,
    [orderId],
  );
  const lines = quantities.map((quantity, index) => ({
    orderLineId: line?.id ?? '',
    quantity,
    batchNumber: `B${index.toString()}`,
    expiresOn: plainDate('2022-12-31'),
  }));
  const shipmentId = await world.done(supplier, (tx) => world.orders.ship(tx, supplier, { orderId, lines }));
  const shipped = await world.db.ownerQuery<{ id: string; number: string }>(
    `SELECT l.id, s.number FROM procurement.shipment_line l JOIN procurement.shipment s ON s.id = l.shipment_id WHERE s.id = $1 ORDER BY line_number`,
    [shipmentId],
  );
  return { orderId, shipmentId, number: shipped[0]?.number ?? '', lineIds: shipped.map(({ id }) => id) };
};
