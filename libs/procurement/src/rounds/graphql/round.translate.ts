import type { AwardsImportInput } from '../award.service';
import type { RoundService } from '../round.service';
import type { AwardsImportInputType, RatioTableSetInput } from './round.inputs';

type NewRatioTable = Parameters<RoundService['setRatioTable']>[1];

/** Four ratios; a list of another length leaves a ratio that no rule accepts. */
const four = (ratios: readonly bigint[]): readonly [number, number, number, number] => {
  const at = (place: number): number => (ratios.length === 4 ? Number(ratios[place]) : -1);
  return [at(0), at(1), at(2), at(3)];
};

export const ratioTableOf = (input: RatioTableSetInput): NewRatioTable => ({
  name: input.name,
  validFrom: input.validFrom,
  validTo: input.validTo ?? null,
  ordinaryBp: four(input.ordinary),
  antibioticBp: four(input.antibiotic),
  legalBasis: input.legalBasis,
});

export const awardsOf = (input: AwardsImportInputType): AwardsImportInput => ({
  periodId: input.periodId,
  fileId: input.fileId,
  supplyAreaNote: input.supplyAreaNote ?? null,
  supplements: input.supplements.map(({ productCode, unitsPerPack, packPrice, note }) => ({
    productCode,
    note,
    ...(unitsPerPack === null || unitsPerPack === undefined ? {} : { unitsPerPack }),
    ...(packPrice === null || packPrice === undefined ? {} : { packPriceYuan: packPrice }),
  })),
});
