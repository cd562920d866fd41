import {
  allocate,
  multiply,
  ok,
  quotient,
  quotientOfBasisPoints,
  refuse,
  roundHalfUp,
  type BasisPoints,
  type Result,
} from '@huiji/kernel';
import type { VarietyVolumes } from '../model/volume.types';
import type { AwardRole } from '../../rounds/model/round.types';

/** A winner of the variety in this area. */
export interface Winner {
  readonly awardId: string;
  readonly productId: string;
  /** Product code: breaks ties. */
  readonly code: string;
  readonly role: AwardRole;
  /** Share of what is reported by generic name; 0: a winner without agreed volume. */
  readonly shareBp: BasisPoints;
}

/** Accepted need of one hospital, by generic name (productId null) or by brand. */
export interface Need {
  readonly hospitalId: string;
  /** Organisation code: breaks ties. */
  readonly hospitalCode: string;
  readonly productId: string | null;
  readonly quantity: bigint;
}

export interface VarietyFacts {
  readonly varietyId: string;
  readonly ratioBp: BasisPoints;
  readonly winners: readonly Winner[];
  readonly needs: readonly Need[];
}

interface HospitalNeed {
  readonly id: string;
  readonly code: string;
  readonly total: bigint;
  readonly byProduct: ReadonlyMap<string | null, bigint>;
}

const byHospital = (needs: readonly Need[]): readonly HospitalNeed[] => {
  const hospitals = new Map<string, { code: string; total: bigint; byProduct: Map<string | null, bigint> }>();
  for (const need of needs) {
    const known = hospitals.get(need.hospitalId) ?? { code: need.hospitalCode, total: 0n, byProduct: new Map() };
    known.total += need.quantity;
    known.byProduct.set(need.productId, (known.byProduct.get(need.productId) ?? 0n) + need.quantity);
    hospitals.set(need.hospitalId, known);
  }
  return [...hospitals].map(([id, need]) => ({ id, ...need })).sort((a, b) => (a.code < b.code ? -1 : 1));
};

/**
 * How one hospital's volume weighs on the winners: a winning brand's own need goes to it, need by generic name by
 * award share, a losing brand's need to the area's main suppliers. A winner of share 0 takes nothing, whoever named it.
 */
const winnerWeights = (
  hospital: HospitalNeed,
  winners: readonly Winner[],
): readonly { key: string; weight: bigint }[] => {
  const mains = winners.filter((winner) => winner.role === 'main');
  const mainShare = mains.reduce((sum, winner) => sum + winner.shareBp, 0n);
  const allShare = winners.reduce((sum, winner) => sum + winner.shareBp, 0n);
  const winning = new Set(winners.filter((winner) => winner.shareBp > 0n).map((winner) => winner.productId));
  const generic = hospital.byProduct.get(null) ?? 0n;
  const named = [...hospital.byProduct].filter(([product]) => product !== null && winning.has(product));
  const lost = hospital.total - generic - named.reduce((sum, [, units]) => sum + units, 0n);
  return winners.map((winner) => {
    if (winner.shareBp === 0n) return { key: winner.code, weight: 0n };
    const own = hospital.byProduct.get(winner.productId) ?? 0n;
    const lostShare = mainShare > 0n ? (winner.role === 'main' ? winner.shareBp : 0n) : winner.shareBp;
    const lostWhole = mainShare > 0n ? mainShare : allShare;
    // One common denominator (allShare × lostWhole) keeps the three parts exact.
    return {
      key: winner.code,
      weight: own * allShare * lostWhole + generic * winner.shareBp * lostWhole + lost * lostShare * allShare,
    };
  });
};

/**
 * Agreed volumes of one variety for one agreement year (A7, A9; domain §2.3, §2.5).
 * Total = half-up(Σ accepted base × ratio); shared over hospitals by base (largest remainder, ties by organisation
 * code), then inside each hospital over winners (ties by product code). Base and agreed volume are both conserved.
 * Refusal NO_WINNER_WITH_VOLUME when something is needed and no winner has a share.
 */
export const agreedVolumes = (facts: VarietyFacts): Result<VarietyVolumes> => {
  const hospitals = byHospital(facts.needs);
  const baseQuantity = hospitals.reduce((sum, hospital) => sum + hospital.total, 0n);
  if (baseQuantity > 0n && facts.winners.every((winner) => winner.shareBp === 0n))
    return refuse('rule', 'NO_WINNER_WITH_VOLUME', { varietyId: facts.varietyId });
  const agreedQuantity = roundHalfUp(multiply(quotient(baseQuantity, 1n), quotientOfBasisPoints(facts.ratioBp)));
  const perHospital = allocate(
    agreedQuantity,
    hospitals.map(({ code, total }) => ({ key: code, weight: total })),
  );
  const cells = hospitals.flatMap((hospital) => {
    const weights = winnerWeights(hospital, facts.winners);
    const agreed = allocate(perHospital.get(hospital.code) ?? 0n, weights);
    const need = allocate(hospital.total, weights);
    return facts.winners.map((winner) => ({
      hospitalId: hospital.id,
      awardId: winner.awardId,
      baseQuantity: need.get(winner.code) ?? 0n,
      agreedQuantity: agreed.get(winner.code) ?? 0n,
    }));
  });
  return ok({ varietyId: facts.varietyId, baseQuantity, agreedQuantity, cells });
};
