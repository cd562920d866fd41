import type { Organisation, Product, Variety } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import type { AwardRole, PeriodState, RoundKind } from './model/round.types';

/** A price as awarded: fen for so many smallest units. */
export interface PriceView {
  readonly amount: Fen;
  readonly units: bigint;
}

export interface YearView {
  readonly id: string;
  readonly yearNumber: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

export interface PeriodView {
  readonly id: string;
  readonly roundId: string;
  readonly sequence: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly state: PeriodState;
  readonly supplyAreaNote: string | null;
  readonly awardCount: number;
  readonly contractAmount: Fen;
  readonly years: readonly YearView[];
}

export interface RoundView {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoundKind;
  readonly announcedOn: PlainDate;
  readonly sourceNote: string;
  readonly periods: readonly PeriodView[];
}

export interface AwardView {
  readonly id: string;
  readonly variety: Variety;
  readonly product: Product;
  readonly manufacturer: Organisation;
  readonly role: AwardRole;
  readonly share: bigint;
  readonly winnerCount: number;
  readonly price: PriceView;
  readonly supplyAreas: readonly string[];
  readonly sourceRow: number;
  readonly sourceStatus: string;
  readonly supplementNote: string | null;
}

export interface RatioTableView {
  readonly id: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly ordinary: readonly bigint[];
  readonly antibiotic: readonly bigint[];
  readonly legalBasis: string;
}
