import { bigintColumn } from '@huiji/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractState } from '../model/contract.types';

@Entity({ schema: 'procurement', name: 'main_contract' })
export class MainContractEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'period_id' }) periodId!: string;
  @Column('uuid', { name: 'award_id' }) awardId!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'manufacturer_id' }) manufacturerId!: string;
  @Column('uuid', { name: 'variety_id' }) varietyId!: string;
  @Column('uuid', { name: 'product_id' }) productId!: string;
  @Column({ ...bigintColumn, name: 'amount_fen' }) amountFen!: bigint;
  @Column('text') state!: ContractState;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity({ schema: 'procurement', name: 'sub_contract' })
export class SubContractEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'main_contract_id' }) mainContractId!: string;
  @Column('uuid', { name: 'hospital_id' }) hospitalId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('text') number!: string;
  @Column('text') state!: ContractState;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity({ schema: 'procurement', name: 'sub_contract_line' })
export class SubContractLineEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sub_contract_id' }) subContractId!: string;
  @Column('uuid', { name: 'agreement_year_id' }) agreementYearId!: string;
  @Column({ ...bigintColumn, name: 'agreed_quantity' }) agreedQuantity!: bigint;
  @Column({ ...bigintColumn, name: 'price_fen' }) priceFen!: bigint;
  @Column({ ...bigintColumn, name: 'price_per' }) pricePer!: bigint;
  @Column({ ...bigintColumn, name: 'amount_fen' }) amountFen!: bigint;
}
