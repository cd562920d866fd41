import { plainDate, quotient } from '@huiji/kernel';
import { type RetainedToPayableFlow, type SavingsInputsFlow } from '@huiji/flows';
import {
  type SavingsInputService,
  type SavingsPolicyService,
  type SavingsRunService,
  type SavingsSheetService,
} from '@huiji/savings';
import { chongqingProducts } from '../data/chongqing-packs';
import { demonstrationPolicy } from '../data/savings-policy';
import type { ChongqingPlays } from './chongqing-procurement';

export interface SavingsServices {
  readonly policies: SavingsPolicyService;
  readonly inputs: SavingsInputService;
  readonly runs: SavingsRunService;
  readonly sheets: SavingsSheetService;
  readonly carry: SavingsInputsFlow;
  readonly handOver: RetainedToPayableFlow;
}

/** Score of each hospital, points, and its share of the cost paid by the fund, percent. Invented. */
const hospitals: readonly (readonly [score: string, fundPercent: bigint])[] = [
  ['86.5', 65n],
  ['79.99', 64n],
  ['76', 66n],
  ['91', 63n],
  ['68.25', 70n],
  ['57', 72n],
];

const policyOf = (roundId: string) => ({
  ...demonstrationPolicy,
  roundId,
  name: '“4+7”结余留用（演示）',
  validFrom: plainDate('2019-03-20'),
  validTo: plainDate('2022-03-19'),
});

interface Year {
  readonly yearId: string;
  readonly hospital_id: string;
  readonly variety_id: string;
  readonly code: string;
}

/** Year one is taken up, calculated and sealed; hospitals answer in every way there is. */
export const playSavings = async (plays: ChongqingPlays, services: SavingsServices, roundId: string): Promise<void> => {
  const { stage, troupes } = plays;
  const { agency } = troupes;
  await stage.goTo(plainDate('2022-02-07'));
  const policyId = await stage.as(agency.clerk, (tx) => services.policies.draft(tx, policyOf(roundId)));
  await stage.as(agency.approval, (tx) => services.policies.putInForce(tx, policyId));
  const yearId = await stage.as(agency.clerk, (tx) => services.carry.takeUp(tx, roundId, 1));
  await setInputs(plays, services, yearId);
  await stage.goTo(plainDate('2022-02-08'));
  const runId = await stage.as(agency.clerk, (tx) => services.runs.calculate(tx, yearId));
  await answer(plays, services, runId);
  await stage.goTo(plainDate('2022-02-11'));
  await stage.as(agency.clerk, (tx) => services.handOver.handOver(tx, runId));
  stage.say('第一年结余留用：核算、确认、转支付');
};

const setInputs = async (plays: ChongqingPlays, { inputs }: SavingsServices, yearId: string): Promise<void> => {
  const { stage, troupes } = plays;
  const rows = await stage.read((tx) =>
    tx.query<Omit<Year, 'yearId'>>(
      `SELECT b.hospital_id, b.variety_id, p.code FROM procurement.base_volume_v1 b
       JOIN catalog.product p ON p.id = b.product_id
       WHERE b.area = $1 AND b.agreement_year = 1 ORDER BY b.hospital_id, p.code`,
      [tx.area],
    ),
  );
  const fundOf = new Map(
    troupes.hospitals.map((player, index) => [player.organisationId, hospitals[index]?.[1] ?? 0n]),
  );
  const products = new Map(chongqingProducts.map((product) => [product.code, product]));
  await stage.as(troupes.agency.clerk, async (tx) => {
    for (const { hospital_id, variety_id, code } of rows) {
      const product = products.get(code);
      if (!product) throw new Error(`no product ${code}`);
      const set = await inputs.setBaseline(tx, {
        yearId,
        hospitalId: hospital_id,
        varietyId: variety_id,
        priceBefore: {
          value: quotient(product.fen * 100n, product.per * (100n - product.cutPercent)),
          source: `演示：由中选价与假设降幅 ${product.cutPercent.toString()}% 推得`,
        },
        fundShare: { value: quotient(fundOf.get(hospital_id) ?? 0n, 100n), source: '演示：机构年度基金支付比例' },
        insuredShare: { value: quotient(90n, 100n), source: '演示：参保人用量占比' },
      });
      if (!set.ok) return set;
    }
    for (const [index, player] of troupes.hospitals.entries()) {
      const source = '演示：年度考核表';
      const [score = '0'] = hospitals[index] ?? [];
      const set = await inputs.setScore(tx, { yearId, hospitalId: player.organisationId, score, veto: null, source });
      if (!set.ok) return set;
    }
    return { ok: true, value: null };
  });
};

/** Hospital 1 has not answered yet; 2, 3 and 4 confirm; 5 objects; 6 confirms a sheet of zero. */
const answer = async (
  { stage, troupes }: ChongqingPlays,
  { sheets }: SavingsServices,
  runId: string,
): Promise<void> => {
  for (const [index, player] of troupes.hospitals.entries()) {
    if (index === 0) continue;
    const page = await stage.read((tx) => sheets.page(tx, { runId, hospitalId: player.organisationId }, { first: 1 }));
    const id = page.edges[0]?.node.id ?? '';
    await stage.as(player, (tx) =>
      index === 4
        ? sheets.object(tx, player.organisationId, id, '非中选采购金额含退货，请核减（演示）')
        : sheets.confirm(tx, player.organisationId, id),
    );
  }
};
