import { Field, ObjectType } from '@nestjs/graphql';
import { formatQuotient, quotient, type Quotient } from '@huiji/kernel';

@ObjectType('ExactAmount', {
  description: 'An exact amount (精确金额) as a quotient of fen; only the final amount is ever rounded.',
})
export class ExactAmountType {
  @Field(() => String, { description: 'Numerator in fen (分子，分), a whole number as digits.' })
  numerator!: string;

  @Field(() => String, { description: 'Denominator (分母), a whole number as digits.' })
  denominator!: string;

  @Field(() => String, { description: 'Shown in yuan with four decimals, rounded for reading only (元，四位小数).' })
  yuan!: string;
}

/** A quotient of fen as it goes out. */
export const exactAmount = (value: Quotient): ExactAmountType => ({
  numerator: value.numerator.toString(),
  denominator: value.denominator.toString(),
  yuan: formatQuotient(quotient(value.numerator, value.denominator * 100n), 4),
});
