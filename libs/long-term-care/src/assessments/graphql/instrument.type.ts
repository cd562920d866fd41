import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { PlainDateScalar } from '@huiji/platform';

@ObjectType('InstrumentOption', { description: 'One answer an item allows (选项).' })
export class InstrumentOptionType {
  @Field(() => Int, { description: 'Score in points of the instrument (分值).' })
  score!: number;

  @Field(() => String, { description: 'Condensed wording in Chinese (中文要点).' })
  zh!: string;

  @Field(() => String, { description: 'Condensed wording in English (英文要点).' })
  en!: string;

  @Field(() => Boolean, { description: 'Whether a public source shows this score (分值是否经公开来源核实).' })
  scoreVerified!: boolean;
}

@ObjectType('InstrumentItem', { description: 'One question of an instrument (评估指标).' })
export class InstrumentItemType {
  @Field(() => String, { description: 'Key of the item (指标代码).' })
  key!: string;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;

  @Field(() => [InstrumentOptionType], { description: 'The answers it allows (选项).' })
  options!: readonly InstrumentOptionType[];
}

@ObjectType('LevelBand', {
  description: 'The level of a domain total (能力等级区间), points from min to max, both included.',
})
export class LevelBandType {
  @Field(() => Int, { description: 'Level 0 (intact) to 3 (severe) (能力等级).' })
  level!: number;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;

  @Field(() => Int, { description: 'Lowest total (下限).' })
  min!: number;

  @Field(() => Int, { description: 'Highest total (上限).' })
  max!: number;
}

@ObjectType('InstrumentDomain', { description: 'Items that are added up (一级指标).' })
export class InstrumentDomainType {
  @Field(() => String, { description: 'Key of the domain (代码).' })
  key!: string;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;

  @Field(() => Int, { description: 'Highest total in points (满分).' })
  maxTotal!: number;

  @Field(() => [InstrumentItemType], { description: 'Its items (二级指标).' })
  items!: readonly InstrumentItemType[];

  @Field(() => [LevelBandType], { description: 'Its levels (能力等级).' })
  bands!: readonly LevelBandType[];

  @Field(() => Boolean, { description: 'Whether a public source shows the bands (区间是否经公开来源核实).' })
  bandsVerified!: boolean;
}

@ObjectType('InstrumentGrade', { description: 'A grade of an instrument (失能等级).' })
export class InstrumentGradeType {
  @Field(() => Int, { description: 'Grade 0 to 5, 5 the worst (等级).' })
  grade!: number;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;
}

@ObjectType('WordingGap', { description: 'A case the official wording does not cover: ask, do not guess (文本空白).' })
export class WordingGapType {
  @Field(() => String, { description: 'Key of the item (指标代码).' })
  item!: string;

  @Field(() => String, { description: 'What is open, in Chinese (中文说明).' })
  zh!: string;

  @Field(() => String, { description: 'What is open, in English (英文说明).' })
  en!: string;
}

@ObjectType('InstrumentConfirmation', {
  description: 'A named officer compared it with the official document (官方文本核对).',
})
export class InstrumentConfirmationType {
  @Field(() => String, { description: 'Who confirmed (核对人).' })
  officerName!: string;

  @Field(() => String, { description: 'The document compared with (核对文件).' })
  document!: string;

  @Field(() => PlainDateScalar, { description: 'Business date of the confirmation (核对日期).' })
  confirmedOn!: PlainDate;
}

@ObjectType('AssessmentInstrument', { description: 'A version of an assessment instrument (评估标准).' })
export class AssessmentInstrumentType {
  @Field(() => String, { description: 'Key (代码).' })
  key!: string;

  @Field(() => String, { description: 'Version (版本).' })
  version!: string;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;

  @Field(() => String, { description: 'Document that says so (文号).' })
  source!: string;

  @Field(() => [InstrumentDomainType], { description: 'Its domains with items (一级指标).' })
  domains!: readonly InstrumentDomainType[];

  @Field(() => [InstrumentGradeType], { description: 'Its grades (失能等级).' })
  grades!: readonly InstrumentGradeType[];

  @Field(() => [[Int]], {
    nullable: true,
    description:
      'The combination table (组合表): row is the level of the first domain, column the worse level of the others; null for other methods.',
  })
  table!: readonly (readonly number[])[] | null;

  @Field(() => [WordingGapType], { description: 'Cases the wording does not cover (文本空白).' })
  wordingGaps!: readonly WordingGapType[];

  @Field(() => Boolean, {
    description:
      'True while thresholds or table are unverified and no officer of the area has confirmed them (待核对).',
  })
  unconfirmed!: boolean;

  @Field(() => InstrumentConfirmationType, { nullable: true, description: 'The confirmation by the area (核对记录).' })
  confirmation!: InstrumentConfirmationType | null;
}
