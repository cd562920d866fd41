import { dateColumn } from '@huiji/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'savings', name: 'run' })
export class RunEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'year_id' }) yearId!: string;
  @Column('uuid', { name: 'policy_id' }) policyId!: string;
  @Column({ ...dateColumn, name: 'made_on' }) madeOn!: string;
  @Column({ ...dateColumn, name: 'answer_until' }) answerUntil!: string;
}
