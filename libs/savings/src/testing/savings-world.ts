import { randomUUID } from 'node:crypto';
import { basisPoints, plainDate, type Result } from '@huiji/kernel';
import { registeredEntities, type Tx } from '@huiji/platform';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { VarietyFacts } from '../model/facts';
import type { SavingsChoices } from '../model/policy';
import { shenzhenBands } from '../model/shipped-bands';
import { PolicyRepository } from '../persistence/policy.repository';
import { RoundDirectory } from '../round-directory';
import { SavingsInputService } from '../savings-input.service';
import { SavingsPolicyService, type PolicyDraft } from '../savings-policy.service';

export const AREA = '510900';
export const people = { clerk: randomUUID(), reviewer: randomUUID() } as const;

export const usualChoices: SavingsChoices = {
  budgetVolume: 'base',
  floor: 'variety',
  ratioKind: 'banded',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  capBp: basisPoints(5_000),
  bands: shenzhenBands,
};

/** A fresh area with services, for tests of retained savings on real PostgreSQL. */
export class SavingsWorld {
  readonly policies = new SavingsPolicyService(new PolicyRepository(), new RoundDirectory());
  readonly inputs = new SavingsInputService();
  readonly roundId = randomUUID();

  private constructor(readonly db: TestDatabase) {}

  static async open(): Promise<SavingsWorld> {
    const db = await testDatabase({ entities: registeredEntities() });
    await seedArea(db, AREA);
    return new SavingsWorld(db);
  }

  /** One act in a transaction of its own, by the clerk unless said otherwise. */
  act<T>(work: (tx: Tx) => Promise<Result<T>>, by: string = people.clerk): Promise<Result<T>> {
    return this.db.database.inTransaction(this.db.scope(AREA, by), work);
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.database.read(this.db.scope(AREA, people.clerk), work);
  }

  async done<T>(work: (tx: Tx) => Promise<Result<T>>, by: string = people.clerk): Promise<T> {
    const result = await this.act(work, by);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  draftOf(choices: Partial<PolicyDraft> = {}): PolicyDraft {
    return {
      ...usualChoices,
      roundId: this.roundId,
      name: '结余留用政策',
      validFrom: plainDate('2019-03-01'),
      validTo: plainDate('2020-12-31'),
      answerWorkingDays: 10,
      silence: 'confirms',
      legalBasis: '演示',
      source: '演示',
      ...choices,
    };
  }

  async policy(choices: Partial<PolicyDraft> = {}): Promise<string> {
    const id = await this.done((tx) => this.policies.draft(tx, this.draftOf(choices)));
    return this.done((tx) => this.policies.putInForce(tx, id), people.reviewer);
  }

  year(agreementYear = 1, roundId: string = this.roundId): Promise<string> {
    const year = { roundId, agreementYear, periodFrom: plainDate('2019-03-20'), periodTo: plainDate('2020-03-19') };
    return this.done((tx) => this.inputs.takeUp(tx, year));
  }

  async hospital(name: string): Promise<string> {
    const id = randomUUID();
    await this.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en) VALUES ($1, 'hospital', $2, $2)`,
      [id, name],
    );
    return id;
  }

  async variety(name: string): Promise<string> {
    const id = randomUUID();
    await this.db.ownerQuery(
      `INSERT INTO catalog.variety (id, generic_name_zh, generic_name_en, smallest_unit_zh, dosage_form)
       VALUES ($1, $2, $2, '片', '片剂')`,
      [id, name],
    );
    return id;
  }

  /** Volumes of one hospital and variety, as the flow would carry them over. */
  async volume(yearId: string, hospitalId: string, varietyId: string, facts: Omit<VarietyFacts, 'key'>): Promise<void> {
    await this.db.ownerQuery(
      `INSERT INTO savings.year_volume (area, year_id, hospital_id, variety_id, base_quantity, agreed_quantity,
         contract_price_fen, contract_price_per, selected_quantity, non_selected_quantity, non_selected_fen, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, 'test')`,
      [
        AREA,
        yearId,
        hospitalId,
        varietyId,
        facts.baseVolume,
        facts.agreedVolume,
        facts.contractPrice.fen,
        facts.contractPrice.per,
        facts.selectedVolume,
        facts.nonSelectedAmount,
      ],
    );
  }

  baseline(yearId: string, hospitalId: string, varietyId: string, facts: Omit<VarietyFacts, 'key'>): Promise<string> {
    const source = 'test';
    return this.done((tx) =>
      this.inputs.setBaseline(tx, {
        yearId,
        hospitalId,
        varietyId,
        priceBefore: { value: facts.priceBefore, source },
        fundShare: { value: facts.fundShare, source },
        insuredShare: { value: facts.insuredShare, source },
      }),
    );
  }

  score(yearId: string, hospitalId: string, score: string, veto: string | null = null): Promise<string> {
    return this.done((tx) => this.inputs.setScore(tx, { yearId, hospitalId, score, veto, source: 'test' }));
  }
}
