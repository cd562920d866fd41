import { ArgsType, Field, InputType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { FenScalar, PageArgs, PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { AccountState, PayeeType } from '../model/bank-account';
import { BankAccountStateEnum, PayeeTypeEnum } from './fund.enums';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ isAbstract: true })
abstract class BankAccountInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'Holder as the bank knows it, 1 to 140 characters (账户名称).' })
  holderName!: string;

  @Field(() => String, { description: 'Bank that keeps it, 1 to 140 characters (开户银行).' })
  bankName!: string;

  @Field(() => String, { description: 'CNAPS number of the branch, 12 digits (联行号).' })
  cnaps!: string;

  @Field(() => String, { description: 'Number of the account, 6 to 34 digits or letters, blanks allowed (账号).' })
  accountNumber!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The CNAPS number was verified with the bank although its check digit does not fit (已与银行核对).',
  })
  bankCodeVerified!: boolean;
}

@InputType({ description: 'The account of a payee, from the paper of its bank (收款账户录入).' })
export class PayeeAccountEnterInput extends BankAccountInput {
  @Field(() => PayeeTypeEnum, { description: 'Organisation or person (收款人类别).' })
  payeeType!: PayeeType;

  @Field(() => UuidScalar, { description: 'Id of the organisation or person (收款人编号).' })
  payeeId!: string;
}

@InputType({ description: 'The account of the fund and what it held (基金账户录入).' })
export class FundAccountEnterInput extends BankAccountInput {
  @Field(() => FenScalar, { description: 'Opening balance in yuan, not below zero (期初余额).' })
  openingBalance!: Fen;

  @Field(() => PlainDateScalar, { description: 'Day of the opening balance, not after the business date (期初日期).' })
  openingDate!: PlainDate;
}

@InputType({ description: 'Puts an entered account of a payee into use (收款账户复核).' })
export class PayeeAccountConfirmInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Id of the account (账户编号).' })
  payeeAccountId!: string;
}

@InputType({ description: 'Sends an entered account of a payee back (收款账户退回).' })
export class PayeeAccountReturnInput extends PayeeAccountConfirmInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters (退回原因).' })
  reason!: string;
}

@InputType({ description: 'Puts the entered account of the fund into use (基金账户复核).' })
export class FundAccountConfirmInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Id of the account (账户编号).' })
  fundAccountId!: string;
}

@InputType({ description: 'Sends the entered account of the fund back (基金账户退回).' })
export class FundAccountReturnInput extends FundAccountConfirmInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters (退回原因).' })
  reason!: string;
}

@ArgsType()
export class PayeeAccountArgs extends PageArgs {
  @Field(() => BankAccountStateEnum, { nullable: true, description: 'Only accounts in this state (状态).' })
  state?: AccountState | null;

  @Field(() => PayeeTypeEnum, {
    nullable: true,
    description: 'Only accounts of this payee; with payeeId (收款人类别).',
  })
  payeeType?: PayeeType | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only accounts of this payee; with payeeType (收款人编号).' })
  payeeId?: string | null;
}
