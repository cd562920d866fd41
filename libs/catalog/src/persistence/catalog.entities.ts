import { bigintColumn, dateColumn } from '@huiji/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Organisation, OrganisationKind, Product, Variety } from '../model/catalog.types';

@Entity({ schema: 'catalog', name: 'organisation' })
export class OrganisationEntity implements Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text', { name: 'medical_code', nullable: true }) medicalCode!: string | null;
  @Column('boolean', { name: 'small_primary_care', default: false }) smallPrimaryCare!: boolean;
}

@Entity({ schema: 'catalog', name: 'variety' })
export class VarietyEntity implements Variety {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'generic_name_zh' }) genericNameZh!: string;
  @Column('text', { name: 'generic_name_en' }) genericNameEn!: string;
  @Column('text', { name: 'smallest_unit_zh' }) smallestUnitZh!: string;
  @Column('text', { name: 'dosage_form' }) dosageForm!: string;
  @Column('boolean', { default: false }) antibiotic!: boolean;
}

@Entity({ schema: 'catalog', name: 'product' })
export class ProductEntity implements Product {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'variety_id' }) varietyId!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text') strength!: string;
  @Column({ ...bigintColumn, name: 'units_per_pack' }) unitsPerPack!: bigint;
  @Column('uuid', { name: 'manufacturer_id' }) manufacturerId!: string;
  @Column('text', { name: 'source_note', default: '' }) sourceNote!: string;
}

@Entity({ schema: 'catalog', name: 'area_organisation' })
export class AreaOrganisationEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { array: true }) roles!: OrganisationKind[];
  @Column({ ...dateColumn, name: 'joined_on' }) joinedOn!: string;
}
