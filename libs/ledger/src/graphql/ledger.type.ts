import { Field, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';
import type { AccountCode } from '../model/account';
import type { LedgerEntry, TransferStatus } from '../model/transfer';
import { LedgerAccountCodeEnum, LedgerSideEnum, TransferStatusEnum } from './ledger.enums';

@ObjectType('LedgerReference', { description: 'The document a ledger entry comes from (凭证来源).' })
export class LedgerReferenceType {
  @Field(() => String, { description: 'Noun of the document (单据类型), such as "payable" or "payment".' })
  type!: string;

  @Field(() => UuidScalar, { description: 'Id of the document (单据编号).' })
  id!: string;
}

@ObjectType('LedgerEntry', { description: 'A transfer as one of its two accounts sees it (分录).' })
export class LedgerEntryType {
  @Field(() => UuidScalar, { description: 'Id of the transfer; its other entry has the same (分录编号).' })
  id!: string;

  @Field(() => String, { description: 'What kind of posting it is (业务类型).' })
  code!: string;

  @Field(() => LedgerSideEnum, { description: 'Side of this account (借贷方向).' })
  side!: LedgerEntry['side'];

  @Field(() => FenScalar, { description: 'Amount in yuan, above zero (金额).' })
  amount!: Fen;

  @Field(() => TransferStatusEnum, { description: 'Whether it is booked (状态).' })
  status!: TransferStatus;

  @Field(() => PlainDateScalar, { description: 'Business date from which the transfer counts (业务日期).' })
  effectiveDate!: PlainDate;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Business date on which it was booked (入账日期); null while pending and when voided.',
  })
  bookedOn!: PlainDate | null;

  @Field(() => LedgerReferenceType, { description: 'The document it comes from (凭证来源).' })
  reference!: LedgerReferenceType;

  @Field(() => UuidScalar, { description: 'Id of the account on the other side (对方科目编号).' })
  counterAccountId!: string;

  @Field(() => LedgerAccountCodeEnum, { description: 'Code of the account on the other side (对方科目).' })
  counterCode!: AccountCode;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Organisation or person that the other account is about (对方所属).',
  })
  counterOwnerId!: string | null;
}

@ObjectType('LedgerAccount', { description: 'An account of the fund with its sums now (账户). Amounts in yuan.' })
export class LedgerAccountType {
  @Field(() => UuidScalar, { description: 'Id of the account (账户编号).' })
  id!: string;

  @Field(() => LedgerAccountCodeEnum, { description: 'Code in the chart of accounts (科目).' })
  code!: AccountCode;

  @Field(() => UuidScalar, {
    nullable: true,
    description: "Organisation or person it is about (所属); null for the fund's own accounts.",
  })
  ownerId!: string | null;

  @Field(() => FenScalar, { description: 'Balance on its own side, booked (余额), in yuan.' })
  balance!: Fen;

  @Field(() => FenScalar, { description: 'Booked debits (借方累计), in yuan.' })
  debitsPosted!: Fen;

  @Field(() => FenScalar, { description: 'Booked credits (贷方累计), in yuan.' })
  creditsPosted!: Fen;

  @Field(() => FenScalar, { description: 'Debits held by pending transfers (待确认借方), in yuan.' })
  debitsPending!: Fen;

  @Field(() => FenScalar, { description: 'Credits held by pending transfers (待确认贷方), in yuan.' })
  creditsPending!: Fen;
}

@ObjectType('TrialBalanceLine', { description: 'All accounts of one code (试算平衡表行). Amounts in yuan.' })
export class TrialBalanceLineType {
  @Field(() => LedgerAccountCodeEnum, { description: 'Code in the chart of accounts (科目).' })
  code!: AccountCode;

  @Field(() => QuantityScalar, { description: 'How many accounts have an entry by the date (账户数).' })
  accounts!: bigint;

  @Field(() => FenScalar, { description: 'Booked debits (借方), in yuan.' })
  debit!: Fen;

  @Field(() => FenScalar, { description: 'Booked credits (贷方), in yuan.' })
  credit!: Fen;

  @Field(() => FenScalar, { description: 'Debits pending at the date (待确认借方), in yuan.' })
  pendingDebit!: Fen;

  @Field(() => FenScalar, { description: 'Credits pending at the date (待确认贷方), in yuan.' })
  pendingCredit!: Fen;
}

@ObjectType('TrialBalance', { description: 'Sums of every account code at the end of a business day (试算平衡表).' })
export class TrialBalanceType {
  @Field(() => PlainDateScalar, { description: 'The business day (日期).' })
  at!: PlainDate;

  @Field(() => [TrialBalanceLineType], { description: 'One line per code that has entries (各科目).' })
  lines!: TrialBalanceLineType[];

  @Field(() => FenScalar, { description: 'Sum of the debits (借方合计), in yuan.' })
  totalDebit!: Fen;

  @Field(() => FenScalar, { description: 'Sum of the credits (贷方合计), in yuan; equals the debits.' })
  totalCredit!: Fen;
}

export const LedgerEntryConnection = connectionOf(LedgerEntryType);
export const LedgerAccountConnection = connectionOf(LedgerAccountType);
