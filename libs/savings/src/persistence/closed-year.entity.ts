import { dateColumn } from '@huiji/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'savings', name: 'closed_year' })
export class ClosedYearEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('integer', { name: 'agreement_year' }) agreementYear!: number;
  @Column({ ...dateColumn, name: 'period_from' }) periodFrom!: string;
  @Column({ ...dateColumn, name: 'period_to' }) periodTo!: string;
  @Column('text') state!: 'gathering' | 'calculated';
  @Column('integer') version!: number;
}
