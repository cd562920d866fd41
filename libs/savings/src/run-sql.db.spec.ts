import { randomUUID } from 'node:crypto';
import { compare, fen, ok, price, quantity, quotient, subtract } from '@huiji/kernel';
import * as fc from 'fast-check';
import type { VarietyFacts } from './model/facts';
import type { SavingsChoices } from './model/policy';
import type { SavingsSheet } from './model/sheet';
import { SheetRepository } from './persistence/sheet.repository';
import { sealRunSql, writeSheetsSql } from './persistence/run.sql';
import { retainedSavings } from './rules/retained-savings';
import { AREA, SavingsWorld, usualChoices } from './testing/savings-world';

const seed = 20_210_316;

const share = fc.tuple(fc.bigInt(1n, 97n), fc.bigInt(0n, 97n)).map(([d, n]) => quotient(n > d ? d : n, d));
const variety: fc.Arbitrary<Omit<VarietyFacts, 'key'>> = fc.record({
  baseVolume: fc.bigInt(0n, 900_000n).map(quantity),
  agreedVolume: fc.bigInt(0n, 900_000n).map(quantity),
  priceBefore: fc.tuple(fc.bigInt(1n, 900_000n), fc.bigInt(1n, 9_999n)).map(([n, d]) => quotient(n, d)),
  contractPrice: fc.tuple(fc.bigInt(1n, 90_000n), fc.bigInt(1n, 60n)).map(([n, d]) => price(n, d)),
  selectedVolume: fc.bigInt(0n, 3_000_000n).map(quantity),
  nonSelectedAmount: fc.bigInt(0n, 90_000_000n).map(fen),
  fundShare: share,
  insuredShare: share,
});
const choices: fc.Arbitrary<Partial<SavingsChoices>> = fc.record({
  budgetVolume: fc.constantFrom('base', 'agreed'),
  floor: fc.constantFrom('variety', 'hospital'),
  insuredShareUsed: fc.boolean(),
  nonSelectedCounted: fc.boolean(),
});

describe(`the set-based run gives what the pure rule gives on the same data (seed ${seed})`, () => {
  let world: SavingsWorld;
  let varieties: string[];
  const sheets = new SheetRepository();
  beforeAll(async () => {
    world = await SavingsWorld.open();
    varieties = [];
    for (const name of ['甲', '乙', '丙', '丁']) varieties.push(await world.variety(name));
  });
  afterAll(() => world.db.close());

  const runOf = async (yearId: string, policyId: string): Promise<readonly SavingsSheet[]> => {
    const runId = randomUUID();
    await world.done(async (tx) => {
      await tx.query(
        `INSERT INTO savings.run (area, id, year_id, policy_id, made_on, answer_until)
         VALUES ($1, $2, $3, $4, '2020-07-01', '2020-07-15')`,
        [AREA, runId, yearId, policyId],
      );
      await tx.query(writeSheetsSql, [AREA, runId, '2020-07-15']);
      await tx.query(sealRunSql, [AREA, runId]);
      return ok(null);
    });
    const slice = { where: 'true', orderBy: 's.hospital_id', limit: 50, params: [] };
    return world.read((tx) => sheets.page(tx, { runId, hospitalId: null }, slice));
  };

  it('for forty random hospitals under six random policies, banded and linear', async () => {
    const cases = fc.sample(fc.array(variety, { minLength: 1, maxLength: 4 }), { seed, numRuns: 40 });
    const hospitals: string[] = [];
    for (const index of cases.keys()) hospitals.push(await world.hospital(`随机医院${index.toString()}`));
    const policies = fc.sample(choices, { seed, numRuns: 6 });
    for (const [number, some] of policies.entries()) {
      const linear = number % 2 === 1;
      const chosen: SavingsChoices = {
        ...usualChoices,
        ...some,
        ratioKind: linear ? 'linear' : 'banded',
        bands: linear ? [] : usualChoices.bands,
      };
      const roundId = randomUUID();
      const policyId = await world.policy({ ...chosen, roundId });
      const yearId = await world.year(1, roundId);
      for (const [index, lines] of cases.entries())
        for (const [place, facts] of lines.entries()) {
          await world.volume(yearId, hospitals[index] ?? '', varieties[place] ?? '', facts);
          await world.baseline(yearId, hospitals[index] ?? '', varieties[place] ?? '', facts);
        }
      for (const [index, id] of hospitals.entries())
        await world.score(yearId, id, (55 + index).toString(), index % 13 === 12 ? '断供' : null);
      const found = new Map((await runOf(yearId, policyId)).map((sheet) => [sheet.hospitalId, sheet]));
      expect(found.size).toBe(40);
      for (const [index, lines] of cases.entries()) {
        const score = index % 13 === 12 ? 0n : BigInt(55 + index) * 100n;
        const wanted = retainedSavings(
          chosen,
          lines.map((line, key) => ({ ...line, key: key.toString() })),
          score,
        );
        const sheet = found.get(hospitals[index] ?? '');
        expect([index, sheet?.retained]).toEqual([index, wanted.retained]);
        expect(sheet?.negative).toBe(wanted.negative);
        expect(sheet && compare(subtract(sheet.base, wanted.base), quotient(0n, 1n))).toBe(0);
        expect(sheet && compare(sheet.budget, wanted.budget)).toBe(0);
        expect(sheet && compare(sheet.expenditure, wanted.expenditure)).toBe(0);
      }
    }
  });
});
