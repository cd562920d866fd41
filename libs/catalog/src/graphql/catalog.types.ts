import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, QuantityScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { Organisation, OrganisationKind, Product, Variety } from '../model/catalog.types';

export const OrganisationKindEnum = registerEnum<OrganisationKind>(
  'OrganisationKind',
  'Kind of an organisation (机构类别).',
  {
    agency: 'Medical-insurance agency (医保经办机构).',
    hospital: 'Hospital or other medical institution (医疗机构).',
    supplier: 'Distributor (配送企业).',
    manufacturer: 'Marketing authorisation holder or maker (中选企业).',
    'care-institution': 'Long-term-care institution (护理机构).',
    'assessment-institution': 'Institution that assesses disability (评估机构).',
  },
);

@ObjectType('Organisation', { description: 'An organisation (机构) that acts in an area.' })
export class OrganisationType implements Organisation {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => OrganisationKindEnum, { description: 'What it is (类别).' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Chinese name (名称).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名称); may be empty.' })
  nameEn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code (统一社会信用代码); null: not known.',
  })
  uscc!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the medical institution (医疗机构代码); null: not known.',
  })
  medicalCode!: string | null;

  @Field(() => Boolean, { description: 'Small primary-care hospital (基层小型医疗机构).' })
  smallPrimaryCare!: boolean;
}

@ObjectType('Variety', { description: 'A generic drug in one dosage form (品种); volumes count its smallest unit.' })
export class VarietyType implements Variety {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Chinese generic name (通用名).' })
  genericNameZh!: string;

  @Field(() => String, { description: 'English generic name (英文通用名); may be empty.' })
  genericNameEn!: string;

  @Field(() => String, { description: 'Smallest unit (最小单位): 片, 粒, 支, 袋.' })
  smallestUnitZh!: string;

  @Field(() => String, { description: 'Dosage form (剂型).' })
  dosageForm!: string;

  @Field(() => Boolean, { description: 'Antibiotic (抗菌药物): a lower ratio of need is agreed.' })
  antibiotic!: boolean;
}

@ObjectType('Product', { description: 'One pack of one maker (产品).' })
export class ProductType implements Product {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'Its variety (品种编号).' })
  varietyId!: string;

  @Field(() => String, {
    description: 'National drug or consumable code (国家医保代码), or a stand-in that begins with N-.',
  })
  code!: string;

  @Field(() => String, { description: 'Chinese name (名称).' })
  nameZh!: string;

  @Field(() => String, { description: 'Strength (规格).' })
  strength!: string;

  @Field(() => QuantityScalar, { description: 'Smallest units in one pack (每盒最小单位数).' })
  unitsPerPack!: bigint;

  @Field(() => UuidScalar, { description: 'Its maker (生产企业编号).' })
  manufacturerId!: string;

  @Field(() => String, { description: 'Where its figures come from (数据来源说明); empty: the published table.' })
  sourceNote!: string;
}

export const OrganisationConnection = connectionOf(OrganisationType);
export const ProductConnection = connectionOf(ProductType);
