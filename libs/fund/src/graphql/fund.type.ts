import { Field, InterfaceType, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { AccountState, PayeeType } from '../model/bank-account';
import { BankAccountStateEnum, PayeeTypeEnum } from './fund.enums';

@ObjectType('AccountPerson', { description: 'A person of the agency who entered or decided (办理人).' })
export class AccountPersonType {
  @Field(() => UuidScalar, { description: 'Id of the person (人员编号).' })
  id!: string;

  @Field(() => String, { description: 'Name as shown (姓名); empty when unknown.' })
  displayName!: string;
}

@ObjectType('Payee', { description: 'Whom the fund pays (收款人).' })
export class PayeeObjectType {
  @Field(() => PayeeTypeEnum, { description: 'Organisation or person (类别).' })
  type!: PayeeType;

  @Field(() => UuidScalar, { description: 'Id of the organisation or person (编号).' })
  id!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;
}

/** Fields of every bank account; the number itself never leaves. */
@InterfaceType('BankAccount', {
  description: 'A bank account, entered by one person and decided by another (银行账户).',
})
export abstract class BankAccountInterface {
  @Field(() => UuidScalar, { description: 'Id of this version of the account (账户编号).' })
  id!: string;

  @Field(() => BankAccountStateEnum, { description: 'Where it stands (状态).' })
  state!: AccountState;

  @Field(() => String, { description: 'Holder as the bank knows it (账户名称).' })
  holderName!: string;

  @Field(() => String, { description: 'Bank that keeps it (开户银行).' })
  bankName!: string;

  @Field(() => String, { description: 'CNAPS number of the branch, 12 digits (联行号).' })
  cnaps!: string;

  @Field(() => Boolean, {
    description: 'Whether the check digit of the CNAPS number fits; if not, look twice (校验位是否相符).',
  })
  cnapsCheckFits!: boolean;

  @Field(() => String, { description: 'Number of the account, last four only: "****6789" (账号).' })
  accountNumberMasked!: string;

  @Field(() => AccountPersonType, { description: 'Who entered it (录入人).' })
  enteredBy!: AccountPersonType;

  @Field(() => PlainDateScalar, { description: 'Business date of the entry (录入日期).' })
  enteredOn!: PlainDate;

  @Field(() => AccountPersonType, { nullable: true, description: 'Who confirmed or returned it (复核人).' })
  decidedBy!: AccountPersonType | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of the decision (复核日期).' })
  decidedOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned (退回原因).' })
  returnReason!: string | null;
}

@ObjectType('PayeeAccount', {
  implements: () => BankAccountInterface,
  description: 'One version of the account a payee is paid to (收款账户).',
})
export class PayeeAccountType extends BankAccountInterface {
  @Field(() => PayeeObjectType, { description: 'Whose account it is (收款人).' })
  payee!: PayeeObjectType;

  @Field(() => Int, { description: 'Version, from 1; a change is a new version (版本).' })
  revision!: number;

  @Field(() => Int, { description: 'How many other payees have the same number (与其他收款人账号相同的个数); a lead.' })
  sharedWith!: number;
}

@ObjectType('FundAccount', {
  implements: () => BankAccountInterface,
  description: 'The account the fund pays from (基金支出户).',
})
export class FundAccountType extends BankAccountInterface {
  @Field(() => FenScalar, { description: 'Opening balance (期初余额), in yuan.' })
  openingBalance!: Fen;

  @Field(() => PlainDateScalar, { description: 'Day of the opening balance (期初日期).' })
  openingDate!: PlainDate;
}

export const PayeeAccountConnection = connectionOf(PayeeAccountType);
