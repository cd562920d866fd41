import { plainDate } from '@huiji/kernel';
import { suiningPacks } from '../data/suining-packs';
import type { InvoicePlay } from '../invoice-play';
import type { PaymentPlay } from '../payment/payment-play';
import type { NeedLine, ProcurementPlay } from '../procurement/procurement-play';
import type { SupplyPlay } from '../procurement/supply-play';
import type { Stage } from '../stage';
import type { AreaCast, Troupes } from '../troupe';

export const suining: AreaCast = {
  prefix: 'sn',
  cityZh: '遂宁',
  cityEn: 'Suining',
  openedOn: plainDate('2019-09-25'),
  hospitals: [
    ['遂宁演示第一医院', 'Suining demonstration hospital 1'],
    ['遂宁演示第二医院', 'Suining demonstration hospital 2'],
    ['遂宁演示中医医院', 'Suining demonstration hospital of Chinese medicine'],
    ['射洪演示人民医院', 'Shehong demonstration hospital'],
    ['蓬溪演示人民医院', 'Pengxi demonstration hospital'],
    ['大英演示人民医院', 'Daying demonstration hospital'],
    ['船山演示社区卫生服务中心', 'Chuanshan demonstration community health centre', true],
    ['安居演示中心卫生院', 'Anju demonstration township health centre', true],
  ],
  distributors: [
    ['川中演示医药配送一号公司', 'Demonstration distributor 1'],
    ['川中演示医药配送二号公司', 'Demonstration distributor 2'],
    ['川中演示医药配送三号公司', 'Demonstration distributor 3'],
  ],
};

export interface SuiningPlays {
  readonly stage: Stage;
  readonly troupes: Troupes;
  readonly procurement: ProcurementPlay;
  readonly supply: SupplyPlay;
  readonly invoices: InvoicePlay;
  readonly payments: PaymentPlay;
}

export const standIn =
  '遂宁 2019 年 9 月随联盟扩围；扩围中选表未获得，演示以“4+7”产品和价格代替，供应地区加入 510900 · stand-in: products and prices of 4+7, supply area 510900 added';

/** Smallest units a hospital reports so that the agreed volume is exactly its packs: half of it, of antibiotics 40 %. */
export const needOf = (hospital: number, names: ReadonlyMap<string, string>): readonly NeedLine[] =>
  suiningPacks.map(([code, per, , packs]) => {
    const agreed = (packs[hospital] ?? 0n) * per;
    return { variety: names.get(code) ?? '', quantity: code === 'N-4P7-10' ? (agreed * 5n) / 2n : agreed * 2n };
  });

/** Rounds, reports, contracts of 7,469,900.00 yuan in force. Answers the round. */
export const playContracts = async ({ stage, troupes, procurement }: SuiningPlays): Promise<string> => {
  await procurement.ratioTable(plainDate('2019-09-25'));
  const roundId = await procurement.round(
    '4+7-EXP',
    '“4+7”扩围（演示以“4+7”代替）',
    '4+7 alliance expansion (4+7 as a stand-in)',
    plainDate('2019-09-25'),
    standIn,
  );
  await stage.goTo(plainDate('2019-10-14'));
  const periodId = await procurement.period(roundId, plainDate('2020-01-01'), 1, standIn);
  const names = await procurement.varietyNames();
  const campaignId = await procurement.campaign(periodId, '2020 年度报量', troupes.hospitals, 14);
  const reports: string[] = [];
  await stage.goTo(plainDate('2019-10-21'));
  for (const [index, hospital] of troupes.hospitals.entries())
    reports.push(await procurement.report(campaignId, hospital, needOf(index, names)));
  await stage.goTo(plainDate('2019-10-25'));
  for (const report of reports) await procurement.accept(report);
  await stage.goTo(plainDate('2019-10-29'));
  await procurement.contract(periodId, campaignId, troupes.hospitals, troupes.distributors);
  stage.say('合同金额 7,469,900.00 元');
  return roundId;
};
