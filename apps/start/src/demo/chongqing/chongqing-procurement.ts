import { fen as asFen, formatYuan, plainDate } from '@huiji/kernel';
import { chongqingProducts, chongqingSizes } from '../data/chongqing-packs';
import type { InvoicePlay } from '../invoice-play';
import type { PaymentPlay } from '../payment/payment-play';
import type { NeedLine, ProcurementPlay } from '../procurement/procurement-play';
import type { SupplyPlay, Wish } from '../procurement/supply-play';
import type { Stage } from '../stage';
import { wishesOf, type AreaCast, type Troupes } from '../troupe';

export const chongqing: AreaCast = {
  prefix: 'cq',
  cityZh: '重庆',
  cityEn: 'Chongqing',
  openedOn: plainDate('2018-12-17'),
  hospitals: [
    ['重庆演示第一医院', 'Chongqing demonstration hospital 1'],
    ['重庆演示第二医院', 'Chongqing demonstration hospital 2'],
    ['渝东演示人民医院', 'East Chongqing demonstration hospital'],
    ['渝西演示人民医院', 'West Chongqing demonstration hospital'],
    ['渝北演示中医院', 'North Chongqing demonstration hospital of Chinese medicine'],
    ['南山演示社区卫生服务中心', 'Nanshan demonstration community health centre', true],
  ],
  distributors: [
    ['渝州演示医药配送一号公司', 'Yuzhou demonstration distributor 1'],
    ['渝州演示医药配送二号公司', 'Yuzhou demonstration distributor 2'],
  ],
};

const purchaseHeader = 'hospital,generic_name_zh,purchased_on,reference,quantity,amount_yuan';

export interface ChongqingPlays {
  readonly stage: Stage;
  readonly troupes: Troupes;
  readonly procurement: ProcurementPlay;
  readonly supply: SupplyPlay;
  readonly invoices: InvoicePlay;
  readonly payments: PaymentPlay;
}

/** Smallest units a hospital reports: the agreed volume is half of it, of antibiotics 40 %. */
const needOf = (size: bigint, names: ReadonlyMap<string, string>): readonly NeedLine[] =>
  chongqingProducts.map(({ code, per, unitPacks }) => {
    const agreed = unitPacks * size * per;
    return { variety: names.get(code) ?? '', quantity: code === 'N-4P7-10' ? (agreed * 5n) / 2n : agreed * 2n };
  });

/** Round 4+7: reported, contracted, in force from 2019-03-20. Answers the round. */
export const playContracts = async ({ stage, troupes, procurement }: ChongqingPlays): Promise<string> => {
  await procurement.ratioTable(plainDate('2018-12-17'));
  const roundId = await procurement.round(
    '4+7',
    '国家组织药品集中采购“4+7”试点',
    'National volume-based procurement, pilot 4+7',
    plainDate('2018-12-17'),
    '中选表：公开信息，凭记忆整理，未逐条复核 · award table: published, recalled, not re-checked',
  );
  await stage.goTo(plainDate('2018-12-24'));
  const periodId = await procurement.period(roundId, plainDate('2019-03-20'), 3, null);
  const names = await procurement.varietyNames();
  const campaignId = await procurement.campaign(periodId, '“4+7”试点报量', troupes.hospitals, 21);
  const reports: string[] = [];
  await stage.goTo(plainDate('2019-01-07'));
  for (const [index, hospital] of troupes.hospitals.entries())
    reports.push(await procurement.report(campaignId, hospital, needOf(chongqingSizes[index] ?? 0n, names)));
  await stage.goTo(plainDate('2019-01-11'));
  for (const report of reports) await procurement.accept(report);
  await stage.goTo(plainDate('2019-01-15'));
  await procurement.contract(periodId, campaignId, troupes.hospitals, troupes.distributors);
  stage.say('“4+7”合同生效');
  return roundId;
};

/** The percent of the agreed packs that wave `wave` of four brings, so that all four bring exactly the progress figure. */
const partOf = (progressPercent: bigint, wave: number): bigint =>
  wave < 3 ? progressPercent / 4n : progressPercent - 3n * (progressPercent / 4n);

const wishes = async (
  { procurement, troupes }: ChongqingPlays,
  percentOf: (product: (typeof chongqingProducts)[number]) => bigint,
): Promise<readonly Wish[]> =>
  wishesOf(troupes, await procurement.suppliersByCode(), (hospital) =>
    chongqingProducts.map((product) => ({
      code: product.code,
      packs: (product.unitPacks * (chongqingSizes[hospital] ?? 0n) * percentOf(product)) / 100n,
    })),
  );

/** Delivers, invoices, confirms and pays one wave. */
const playWave = async (plays: ChongqingPlays, on: string, payOn: string, wave: readonly Wish[]): Promise<void> => {
  const { stage, supply, invoices, payments } = plays;
  await stage.goTo(plainDate(on));
  const acceptedOn = await supply.deliver(wave);
  const ids = await invoices.submit(wave, acceptedOn);
  await stage.goTo(plainDate(payOn));
  await invoices.confirm(wave, ids);
  await payments.pay({ kinds: ['supplier-invoice'] });
  stage.say(`${on} 到货、开票、付款`);
};

/** Waves in which all four of the first year's autumn bring exactly the progress figures; later ones a flat percentage. */
const deliveries: readonly (readonly [on: string, payOn: string, percent: bigint | null])[] = [
  ['2019-04-08', '2019-04-26', null],
  ['2019-06-10', '2019-06-28', null],
  ['2019-08-12', '2019-08-30', null],
  ['2019-10-14', '2019-10-30', null],
  ['2020-02-10', '2020-02-28', 30n],
  ['2020-08-10', '2020-08-28', 60n],
  ['2021-02-01', '2021-02-25', 55n],
  ['2021-06-07', '2021-06-25', 60n],
  ['2021-11-08', '2021-11-26', 60n],
];

/** The waves whose day begins with one of these; 296 % are reached by 2019-10-31. */
export const playDeliveries = async (plays: ChongqingPlays, days: readonly string[]): Promise<void> => {
  for (const [wave, [on, payOn, percent]] of deliveries.entries()) {
    if (!days.some((day) => on.startsWith(day))) continue;
    const packs = await wishes(plays, (product) => percent ?? partOf(product.progressPercent, wave));
    await playWave(plays, on, payOn, packs);
  }
};

/** A tenth of the agreed volume of every fifth drug, bought outside the selected products at nine tenths of the old price. */
export const playPurchasesOutside = async ({ stage, procurement, troupes }: ChongqingPlays): Promise<void> => {
  await stage.goTo(plainDate('2019-12-16'));
  const names = await procurement.varietyNames();
  for (const [index, hospital] of troupes.hospitals.entries()) {
    const rows = chongqingProducts
      .filter((_, place) => place % 5 === index % 5)
      .map(({ code, per, fen, unitPacks, cutPercent }, place) => {
        const packs = (unitPacks * (chongqingSizes[index] ?? 0n)) / 10n;
        const amount = formatYuan(asFen((packs * fen * 90n) / (100n - cutPercent)));
        const cells = [troupes.hospitalNames[index], names.get(code), '2019-12-10', `F${index + 1}-${place + 1}`];
        return [...cells, (packs * per).toString(), amount].join(',');
      });
    await procurement.buyOutside(hospital, [purchaseHeader, ...rows].join('\n'));
  }
};

/** February 2022: an invoice to confirm, an order to confirm. */
export const playLastDays = async (plays: ChongqingPlays): Promise<void> => {
  const { stage, supply, invoices } = plays;
  const some = (await wishes(plays, () => 8n)).slice(0, 4);
  await stage.goTo(plainDate('2022-02-14'));
  const acceptedOn = await supply.deliver(some);
  await invoices.submit(some.slice(0, 3), acceptedOn);
};

/** The day before the demonstration opens: an order waits for its distributor. */
export const playLastOrder = async (plays: ChongqingPlays): Promise<void> => {
  const [one] = await wishes(plays, () => 4n);
  await plays.stage.goTo(plainDate('2022-02-28'));
  if (one) await plays.supply.place([one]);
};

/** The next period's reporting is open since the week before: one report under review, the others to be written. */
export const playRenewal = async ({ stage, procurement, troupes }: ChongqingPlays, roundId: string): Promise<void> => {
  await stage.goTo(plainDate('2022-02-25'));
  const periodId = await procurement.period(roundId, plainDate('2022-03-20'), 1, null);
  const names = await procurement.varietyNames();
  const campaignId = await procurement.campaign(periodId, '“4+7”接续报量', troupes.hospitals, 20);
  const [, second] = troupes.hospitals;
  if (second) await procurement.report(campaignId, second, needOf(chongqingSizes[1] ?? 0n, names));
};
