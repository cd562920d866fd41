import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, present, price, refuse, type Result } from '@huiji/kernel';
import { CatalogService, organisationCode } from '@huiji/catalog';
import { moveState, nextState, recordAction, type Caller, type Tx } from '@huiji/platform';
import type { PeriodAction, PeriodState } from '../rounds/model/round.types';
import type { AgreementPeriodEntity, AwardEntity } from '../rounds/persistence/round.entities';
import { RoundRepository } from '../rounds/persistence/round.repository';
import { periodTransitions } from '../rounds/rules/period-states';
import type { ContractLine, ContractParty } from './model/contract.types';
import { ContractRepository, type NewMainContract, type NewSubContract } from './persistence/contract.repository';
import { VolumeRepository, type StoredCell } from './persistence/volume.repository';
import { contractAmount, contractLine } from './rules/contract-lines';

export interface ContractsMakeInput {
  readonly periodId: string;
  /** Who delivers for a maker; a maker that is not named delivers itself. */
  readonly distributors: readonly { readonly manufacturerId: string; readonly supplierId: string }[];
}

interface Drafts {
  readonly main: NewMainContract[];
  readonly sub: NewSubContract[];
  readonly lines: ContractLine[];
}

/** Main contracts (主合同) per award and sub-contracts (分合同) per hospital, from the agreed volumes of a period. */
@Injectable()
export class ContractService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly volumes: VolumeRepository,
    private readonly rows: ContractRepository,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * Drafts every contract of an allocated period; answers the period's id. The amount of a main contract is the sum of
   * the rounded lines of its sub-contracts. Refusals: NOT_FOUND (period, or a distributor that is no supplier of the
   * area), WRONG_STATE.
   */
  async make(tx: Tx, input: ContractsMakeInput): Promise<Result<string>> {
    const period = await this.rounds.lockPeriod(tx, input.periodId);
    if (period === null) return notFound('agreement-period');
    const to = nextState<PeriodState, PeriodAction>(periodTransitions, period.state, 'contract');
    if (!to.ok) return to;
    const awards = await this.rounds.awardsOf(tx, period.id);
    const suppliers = await this.suppliers(tx, input, awards);
    if (!suppliers.ok) return suppliers;
    const drafts = await this.drafts(tx, period, awards, suppliers.value);
    await this.rows.insertMain(tx, period.id, drafts.main);
    await this.rows.insertSub(tx, drafts.sub, drafts.lines);
    await this.rows.recordDrafted(tx, period.id);
    return this.movePeriod(tx, period, 'contract', 'ContractsDrafted', {
      mainContracts: drafts.main.length,
      subContracts: drafts.sub.length,
    });
  }

  /**
   * Signs, for the caller's organisation, every drafted sub-contract of the period in which it is a party.
   * Refusals: NOT_FOUND (no such period, or nothing of it is the caller's to sign).
   */
  async sign(tx: Tx, caller: Caller, periodId: string): Promise<Result<string>> {
    const period = await this.rounds.lockPeriod(tx, periodId);
    if (period?.state !== 'contracted') return notFound('agreement-period');
    const parties: readonly ContractParty[] = caller.role === 'hospital' ? ['hospital'] : ['winner', 'distributor'];
    let signed = 0;
    for (const party of parties) signed += await this.rows.sign(tx, periodId, caller.organisationId, party);
    if (signed === 0) return notFound('sub-contract');
    await recordAction(tx, {
      subjectType: 'agreement-period',
      subjectId: periodId,
      kind: 'ContractsSigned',
      payload: { organisationId: caller.organisationId, signatures: signed },
    });
    return ok(periodId);
  }

  /** Records the signatures that are missing as given on paper, with where the papers are. Refusals: NOT_FOUND, WRONG_STATE, BAD_INPUT. */
  async signOnPaper(tx: Tx, input: { readonly periodId: string; readonly note: string }): Promise<Result<string>> {
    const note = input.note.trim();
    if (note === '' || note.length > 500)
      return badInput([{ field: 'note', code: 'TEXT_LENGTH', facts: { max: '500' } }]);
    const period = await this.rounds.lockPeriod(tx, input.periodId);
    if (period === null) return notFound('agreement-period');
    const allowed = nextState<PeriodState, PeriodAction>(periodTransitions, period.state, 'activate');
    if (!allowed.ok) return allowed;
    const signed = await this.rows.signOnPaper(tx, period.id);
    await recordAction(tx, {
      subjectType: 'agreement-period',
      subjectId: period.id,
      kind: 'PaperSignaturesRecorded',
      reason: note,
      payload: { signatures: signed },
    });
    return ok(period.id);
  }

  /** Puts all contracts of a period in force. Refusals: NOT_FOUND, WRONG_STATE, SIGNATURES_MISSING by party (A10). */
  async activate(tx: Tx, periodId: string): Promise<Result<string>> {
    const period = await this.rounds.lockPeriod(tx, periodId);
    if (period === null) return notFound('agreement-period');
    const to = nextState<PeriodState, PeriodAction>(periodTransitions, period.state, 'activate');
    if (!to.ok) return to;
    const missing = await this.rows.missingSignatures(tx, periodId);
    if (missing.length > 0)
      return refuse(
        'rule',
        'SIGNATURES_MISSING',
        Object.fromEntries(missing.map(({ party, contracts }) => [party, `${contracts}`])),
      );
    await this.rows.activate(tx, periodId);
    return this.movePeriod(tx, period, 'activate', 'ContractsActivated', {});
  }

  private async suppliers(
    tx: Tx,
    input: ContractsMakeInput,
    awards: readonly AwardEntity[],
  ): Promise<Result<ReadonlyMap<string, string>>> {
    const roles = await this.catalog.rolesInArea(
      tx,
      input.distributors.map(({ supplierId }) => supplierId),
    );
    const foreign = input.distributors.some(({ supplierId }) => roles.get(supplierId)?.includes('supplier') !== true);
    if (foreign) return notFound('supplier');
    const named = new Map(input.distributors.map(({ manufacturerId, supplierId }) => [manufacturerId, supplierId]));
    const makers = new Set(awards.map(({ manufacturerId }) => manufacturerId));
    for (const maker of makers) if (!named.has(maker)) await this.catalog.joinArea(tx, maker, ['supplier']);
    return ok(new Map([...makers].map((maker) => [maker, named.get(maker) ?? maker])));
  }

  private async drafts(
    tx: Tx,
    period: AgreementPeriodEntity,
    awards: readonly AwardEntity[],
    suppliers: ReadonlyMap<string, string>,
  ): Promise<Drafts> {
    const round = present(await this.rounds.round(tx, period.roundId), 'the round of a period');
    const cells = await this.volumes.cells(tx, period.id);
    const products = await this.catalog.productsById(
      tx,
      awards.map(({ productId }) => productId),
    );
    const hospitals = await this.catalog.organisationsById(
      tx,
      cells.map(({ hospital_id }) => hospital_id),
    );
    const drafts: Drafts = { main: [], sub: [], lines: [] };
    for (const award of awards) {
      const id = tx.newId();
      const number = `${round.code}-${period.sequence}-${products.get(award.productId)?.code ?? award.id}`;
      const lines: ContractLine[] = [];
      for (const [hospitalId, own] of byHospital(cells.filter((cell) => cell.award_id === award.id))) {
        const subId = tx.newId();
        const hospital = present(hospitals.get(hospitalId), 'the hospital of an agreed volume');
        const supplierId = suppliers.get(award.manufacturerId) ?? award.manufacturerId;
        drafts.sub.push({
          id: subId,
          mainContractId: id,
          hospitalId,
          supplierId,
          number: `${number}-${organisationCode(hospital)}`,
        });
        lines.push(
          ...own.map((cell) =>
            contractLine(subId, cell.agreement_year_id, cell.agreed_quantity, price(award.priceFen, award.pricePer)),
          ),
        );
      }
      drafts.main.push({ ...award, id, awardId: award.id, number, amountFen: contractAmount(lines) });
      drafts.lines.push(...lines);
    }
    return drafts;
  }

  private async movePeriod(
    tx: Tx,
    period: AgreementPeriodEntity,
    action: PeriodAction,
    kind: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Result<string>> {
    const to = nextState<PeriodState, PeriodAction>(periodTransitions, period.state, action);
    if (!to.ok) return to;
    const moved = await moveState(tx, {
      table: 'procurement.agreement_period',
      subjectType: 'agreement-period',
      subjectId: period.id,
      from: period.state,
      to: to.value,
      kind,
      payload,
    });
    return moved.ok ? ok(period.id) : moved;
  }
}

const byHospital = (cells: readonly StoredCell[]): ReadonlyMap<string, readonly StoredCell[]> => {
  const groups = new Map<string, StoredCell[]>();
  for (const cell of cells) groups.set(cell.hospital_id, [...(groups.get(cell.hospital_id) ?? []), cell]);
  return groups;
};
