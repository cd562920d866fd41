import { mutationResult } from '@huiji/platform';
import { FundAccountType, PayeeAccountType } from './fund.type';

export const PayeeAccountEnterResult = mutationResult('PayeeAccountEnterResult', () => PayeeAccountType);
export const PayeeAccountConfirmResult = mutationResult('PayeeAccountConfirmResult', () => PayeeAccountType);
export const PayeeAccountReturnResult = mutationResult('PayeeAccountReturnResult', () => PayeeAccountType);
export const FundAccountEnterResult = mutationResult('FundAccountEnterResult', () => FundAccountType);
export const FundAccountConfirmResult = mutationResult('FundAccountConfirmResult', () => FundAccountType);
export const FundAccountReturnResult = mutationResult('FundAccountReturnResult', () => FundAccountType);
