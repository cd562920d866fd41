import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { CareMode, StopKind } from '../model/care';
import { CareModeEnum, SexEnum, StopKindEnum } from '../../graphql/care.enums';

@ObjectType('InsuredPerson', { description: 'An insured person (参保人); the identity number is shown masked only.' })
export class InsuredPersonType {
  @Field(() => UuidScalar, { description: 'Id of the person (参保人编号).' })
  id!: string;

  @Field(() => String, { description: 'Full name (姓名).' })
  fullName!: string;

  @Field(() => SexEnum, { description: 'Sex (性别).' })
  sex!: 'male' | 'female';

  @Field(() => PlainDateScalar, { description: 'Day of birth (出生日期).' })
  birthDate!: PlainDate;

  @Field(() => String, { description: 'Where the person lives (住址).' })
  street!: string;

  @Field(() => String, { description: 'Identity number, first six and last four digits (证件号码，脱敏).' })
  identityNumberMasked!: string;
}

@ObjectType('CareEntitlement', { description: 'A confirmed grade and the days it opens (待遇资格).' })
export class CareEntitlementType {
  @Field(() => Int, { description: 'Confirmed grade, 0 to 5, 5 the worst (确认等级).' })
  grade!: number;

  @Field(() => PlainDateScalar, { description: 'First payable day (享受起始日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last valid day, included (有效期止).' })
  endsOn!: PlainDate;
}

@ObjectType('CareModeSpan', { description: 'How a person is cared for from one day to another (护理方式期间).' })
export class CareModeSpanType {
  @Field(() => CareModeEnum, { description: 'Mode of care (护理方式).' })
  mode!: CareMode;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Institution that gives the care (服务机构); null where none does.',
  })
  providerId!: string | null;

  @Field(() => PlainDateScalar, { description: 'First day (起始日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Last day, included (终止日); null while it lasts.' })
  endsOn!: PlainDate | null;
}

@ObjectType('CareStop', { description: 'What interrupts or ends care, as reported (停发事件).' })
export class CareStopType {
  @Field(() => StopKindEnum, { description: 'What happened (事件).' })
  kind!: StopKind;

  @Field(() => PlainDateScalar, { description: 'Day of admission, of death, of the move (发生日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Day of discharge (出院日); null while the stay lasts.',
  })
  endsOn!: PlainDate | null;
}

@ObjectType('CarePerson', {
  description: 'An insured person with everything that decides the days of care (待遇人员).',
})
export class CarePersonType extends InsuredPersonType {
  @Field(() => [CareEntitlementType], { description: 'Confirmed grades, oldest first (待遇资格).' })
  entitlements!: readonly CareEntitlementType[];

  @Field(() => [CareModeSpanType], { description: 'Modes of care, oldest first (护理方式).' })
  modes!: readonly CareModeSpanType[];

  @Field(() => [CareStopType], { description: 'What was reported (停发事件).' })
  stops!: readonly CareStopType[];
}
