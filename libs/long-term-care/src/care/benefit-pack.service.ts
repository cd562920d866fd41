import { Injectable } from '@nestjs/common';
import { badInput, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import { recordAction, type Tx } from '@huiji/platform';
import type { BenefitPack } from './model/care';
import { endOpenPack, insertPack, packOverlaps, packsOf, type PackOrigin } from './persistence/care.repository';
import { packOn } from './rules/care-dates';

/** The dated benefit packs of an area (待遇包). */
@Injectable()
export class BenefitPackService {
  /**
   * Adopts a pack; the one in force ends the day before. Refuses BAD_INPUT (PACK_RATES_MISSING, PACK_SOURCE_MISSING, CARE_DATES_REVERSED) and
   * BENEFIT_PACK_OVERLAPS with a pack that begins later or has an end.
   */
  async adopt(tx: Tx, pack: Omit<BenefitPack, 'id'>, origin: PackOrigin): Promise<Result<string>> {
    const issues = packIssues(pack, origin);
    if (issues.length > 0) return badInput(issues);
    await endOpenPack(tx, pack.validFrom);
    if (await packOverlaps(tx, pack.validFrom, pack.validTo))
      return refuse('conflict', 'BENEFIT_PACK_OVERLAPS', { validFrom: pack.validFrom });
    const id = tx.newId();
    await insertPack(tx, id, pack, origin);
    await recordAction(tx, {
      subjectType: 'benefit-pack',
      subjectId: id,
      kind: 'BenefitPackAdopted',
      payload: { validFrom: pack.validFrom, source: origin.source, rates: pack.rates.length },
    });
    return ok(id);
  }

  /** Every pack of the area, oldest first. */
  all(tx: Tx): Promise<readonly BenefitPack[]> {
    return packsOf(tx);
  }

  /** The pack in force on the business date. Refuses NO_BENEFIT_PACK. */
  async current(tx: Tx): Promise<Result<BenefitPack>> {
    return packOn(await packsOf(tx), tx.businessDate);
  }
}

const packIssues = (pack: Omit<BenefitPack, 'id'>, origin: PackOrigin): readonly FieldIssue[] => [
  ...(pack.rates.length === 0 ? [{ field: 'rates', code: 'PACK_RATES_MISSING' }] : []),
  ...(origin.source.trim() === '' ? [{ field: 'source', code: 'PACK_SOURCE_MISSING' }] : []),
  ...(pack.validTo !== null && pack.validTo < pack.validFrom
    ? [{ field: 'validTo', code: 'CARE_DATES_REVERSED' }]
    : []),
];
