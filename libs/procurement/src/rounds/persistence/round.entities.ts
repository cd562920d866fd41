import { bigintColumn, dateColumn } from '@huiji/platform';
import type { PlainDate } from '@huiji/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AwardRole, PeriodState, RoundKind } from '../model/round.types';

@Entity({ schema: 'procurement', name: 'round' })
export class RoundEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text') kind!: RoundKind;
  @Column({ ...dateColumn, name: 'announced_on' }) announcedOn!: PlainDate;
  @Column('text', { name: 'source_note', default: '' }) sourceNote!: string;
}

@Entity({ schema: 'procurement', name: 'ratio_table' })
export class RatioTableEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column({ ...dateColumn, name: 'valid_from' }) validFrom!: PlainDate;
  @Column({ ...dateColumn, name: 'valid_to', nullable: true }) validTo!: PlainDate | null;
  @Column('integer', { name: 'one_winner_bp' }) oneWinnerBp!: number;
  @Column('integer', { name: 'two_winners_bp' }) twoWinnersBp!: number;
  @Column('integer', { name: 'three_winners_bp' }) threeWinnersBp!: number;
  @Column('integer', { name: 'four_winners_bp' }) fourWinnersBp!: number;
  @Column('integer', { name: 'antibiotic_one_bp' }) antibioticOneBp!: number;
  @Column('integer', { name: 'antibiotic_two_bp' }) antibioticTwoBp!: number;
  @Column('integer', { name: 'antibiotic_three_bp' }) antibioticThreeBp!: number;
  @Column('integer', { name: 'antibiotic_four_bp' }) antibioticFourBp!: number;
  @Column('text', { name: 'legal_basis' }) legalBasis!: string;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy!: string;
}

@Entity({ schema: 'procurement', name: 'agreement_period' })
export class AgreementPeriodEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('integer') sequence!: number;
  @Column({ ...dateColumn, name: 'starts_on' }) startsOn!: PlainDate;
  @Column({ ...dateColumn, name: 'ends_on' }) endsOn!: PlainDate;
  @Column('text') state!: PeriodState;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid', { name: 'ratio_table_id', nullable: true }) ratioTableId!: string | null;
  @Column('text', { name: 'supply_area_note', nullable: true }) supplyAreaNote!: string | null;
}

@Entity({ schema: 'procurement', name: 'agreement_year' })
export class AgreementYearEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'period_id' }) periodId!: string;
  @Column('integer', { name: 'year_number' }) yearNumber!: number;
  @Column({ ...dateColumn, name: 'starts_on' }) startsOn!: PlainDate;
  @Column({ ...dateColumn, name: 'ends_on' }) endsOn!: PlainDate;
}

@Entity({ schema: 'procurement', name: 'award' })
export class AwardEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'period_id' }) periodId!: string;
  @Column('uuid', { name: 'variety_id' }) varietyId!: string;
  @Column('uuid', { name: 'product_id' }) productId!: string;
  @Column('uuid', { name: 'manufacturer_id' }) manufacturerId!: string;
  @Column('text') role!: AwardRole;
  @Column('integer', { name: 'share_bp' }) shareBp!: number;
  @Column('integer', { name: 'winner_count' }) winnerCount!: number;
  @Column({ ...bigintColumn, name: 'price_fen' }) priceFen!: bigint;
  @Column({ ...bigintColumn, name: 'price_per' }) pricePer!: bigint;
  @Column({ ...dateColumn, name: 'valid_from' }) validFrom!: PlainDate;
  @Column({ ...dateColumn, name: 'valid_to' }) validTo!: PlainDate;
  @Column('text', { name: 'supply_areas' }) supplyAreas!: string;
  @Column('integer', { name: 'source_row' }) sourceRow!: number;
  @Column('text', { name: 'source_status' }) sourceStatus!: string;
  @Column('text', { name: 'supplement_note', nullable: true }) supplementNote!: string | null;
}
