import { dateColumn } from '@huiji/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BudgetVolume, Floor, PolicyState, RatioKind, Silence } from '../model/policy';

@Entity({ schema: 'savings', name: 'policy' })
export class PolicyEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('text') name!: string;
  @Column({ ...dateColumn, name: 'valid_from' }) validFrom!: string;
  @Column({ ...dateColumn, name: 'valid_to' }) validTo!: string;
  @Column('text', { name: 'budget_volume' }) budgetVolume!: BudgetVolume;
  @Column('text') floor!: Floor;
  @Column('text', { name: 'ratio_kind' }) ratioKind!: RatioKind;
  @Column('boolean', { name: 'insured_share_used' }) insuredShareUsed!: boolean;
  @Column('boolean', { name: 'non_selected_counted' }) nonSelectedCounted!: boolean;
  @Column('integer', { name: 'cap_bp' }) capBp!: number;
  @Column('integer', { name: 'answer_working_days' }) answerWorkingDays!: number;
  @Column('text') silence!: Silence;
  @Column('text', { name: 'legal_basis' }) legalBasis!: string;
  @Column('text') source!: string;
  @Column('uuid', { name: 'made_by' }) madeBy!: string;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  @Column('text') state!: PolicyState;
  @Column('integer') version!: number;
}

@Entity({ schema: 'savings', name: 'policy_band' })
export class PolicyBandEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid', { name: 'policy_id' }) policyId!: string;
  @PrimaryColumn('integer', { name: 'from_hundredths' }) fromHundredths!: number;
  @Column('integer', { name: 'to_hundredths' }) toHundredths!: number;
  @Column('integer', { name: 'ratio_bp' }) ratioBp!: number;
}
