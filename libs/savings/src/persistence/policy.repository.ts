import { Injectable } from '@nestjs/common';
import { basisPoints, plainDate, type PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { SavingsPolicy } from '../model/policy';
import { PolicyBandEntity, PolicyEntity } from './policy.entity';

/** A policy as it is kept: with the people who wrote it and put it in force. */
export interface StoredPolicy extends SavingsPolicy {
  readonly madeBy: string;
  readonly confirmedBy: string | null;
}

type NewPolicy = Omit<SavingsPolicy, 'state' | 'version'> & { readonly madeBy: string };

const plain = (row: PolicyEntity, bands: readonly PolicyBandEntity[]): StoredPolicy => ({
  id: row.id,
  roundId: row.roundId,
  name: row.name,
  validFrom: plainDate(row.validFrom),
  validTo: plainDate(row.validTo),
  budgetVolume: row.budgetVolume,
  floor: row.floor,
  ratioKind: row.ratioKind,
  insuredShareUsed: row.insuredShareUsed,
  nonSelectedCounted: row.nonSelectedCounted,
  capBp: basisPoints(row.capBp),
  answerWorkingDays: row.answerWorkingDays,
  silence: row.silence,
  legalBasis: row.legalBasis,
  source: row.source,
  madeBy: row.madeBy,
  confirmedBy: row.confirmedBy,
  state: row.state,
  version: row.version,
  bands: bands
    .filter((band) => band.policyId === row.id)
    .map((band) => ({
      fromHundredths: BigInt(band.fromHundredths),
      toHundredths: BigInt(band.toHundredths),
      ratioBp: basisPoints(band.ratioBp),
    })),
});

@Injectable()
export class PolicyRepository {
  async insert(tx: Tx, { bands, capBp, ...policy }: NewPolicy): Promise<void> {
    await tx.manager.insert(PolicyEntity, {
      ...policy,
      area: tx.area,
      capBp: Number(capBp),
      confirmedBy: null,
      state: 'draft',
      version: 1,
    });
    if (bands.length === 0) return;
    await tx.manager.insert(
      PolicyBandEntity,
      bands.map((band) => ({
        area: tx.area,
        policyId: policy.id,
        fromHundredths: Number(band.fromHundredths),
        toHundredths: Number(band.toHundredths),
        ratioBp: Number(band.ratioBp),
      })),
    );
  }

  async find(tx: Tx, id: string): Promise<StoredPolicy | undefined> {
    const row = await tx.manager.findOneBy(PolicyEntity, { area: tx.area, id });
    return row ? plain(row, await this.bandsOf(tx)) : undefined;
  }

  async confirm(tx: Tx, id: string, confirmedBy: string): Promise<void> {
    await tx.manager.update(PolicyEntity, { area: tx.area, id }, { confirmedBy });
  }

  async inForce(tx: Tx, roundId: string, on: PlainDate): Promise<StoredPolicy | undefined> {
    const all = await this.all(tx);
    return all.find(
      (each) => each.roundId === roundId && each.state === 'in-force' && each.validFrom <= on && on <= each.validTo,
    );
  }

  async all(tx: Tx): Promise<readonly StoredPolicy[]> {
    const rows = await tx.manager.find(PolicyEntity, {
      where: { area: tx.area },
      order: { validFrom: 'DESC', id: 'ASC' },
    });
    const bands = await this.bandsOf(tx);
    return rows.map((row) => plain(row, bands));
  }

  private bandsOf(tx: Tx): Promise<PolicyBandEntity[]> {
    return tx.manager.find(PolicyBandEntity, { where: { area: tx.area }, order: { fromHundredths: 'DESC' } });
  }
}
