import type { BankAccountEntry } from '../model/bank-account';
import { checkBankAccount } from './bank-account-issues';

const entry: BankAccountEntry = {
  holderName: '遂宁市中心医院',
  bankName: '中国工商银行',
  cnaps: '102100099996',
  accountNumber: '6222 0212 3456 6789',
  bankCodeVerified: false,
};

const faults = (change: Partial<BankAccountEntry>): readonly string[] => {
  const checked = checkBankAccount({ ...entry, ...change });
  return checked.ok ? [] : checked.refusal.issues.map(({ field, code }) => `${field} ${code}`);
};

describe('the entry of a bank account', () => {
  it('is stored without blanks, and knows that its CNAPS number fits', () => {
    expect(checkBankAccount({ ...entry, holderName: ' 遂宁市中心医院 ', cnaps: '１０２１ 0009 9996' })).toEqual({
      ok: true,
      value: {
        holderName: '遂宁市中心医院',
        bankName: '中国工商银行',
        cnaps: '102100099996',
        cnapsCheckFits: true,
        accountNumber: '6222021234566789',
      },
    });
  });

  it.each<[string, Partial<BankAccountEntry>, string]>([
    ['no holder', { holderName: '  ' }, 'holderName HOLDER_NAME_FORM'],
    ['a holder of 141 characters', { holderName: '长'.repeat(141) }, 'holderName HOLDER_NAME_FORM'],
    ['a line break in the name', { holderName: '遂宁\n医院' }, 'holderName HOLDER_NAME_FORM'],
    ['a zero byte in the bank', { bankName: '工商\u0000银行' }, 'bankName BANK_NAME_FORM'],
    ['no bank', { bankName: '' }, 'bankName BANK_NAME_FORM'],
    ['eleven digits', { cnaps: '10210009999' }, 'cnaps CNAPS_FORM'],
    ['letters', { cnaps: 'ICBKCNBJXXXX' }, 'cnaps CNAPS_FORM'],
    ['a check digit that does not fit', { cnaps: '308584000014' }, 'cnaps CNAPS_CHECK_DIGIT'],
    ['a short number', { accountNumber: '12345' }, 'accountNumber ACCOUNT_NUMBER_FORM'],
    ['a number with signs', { accountNumber: '6222/0212' }, 'accountNumber ACCOUNT_NUMBER_FORM'],
  ])('with %s is sent back, by field', (_, change, fault) => {
    expect(faults(change)).toEqual([fault]);
  });

  it('names every fault at once', () => {
    expect(faults({ holderName: '', bankName: '', cnaps: '', accountNumber: '' })).toHaveLength(4);
  });

  it('a CNAPS number that the bank wrote so is taken, and stays marked', () => {
    const checked = checkBankAccount({ ...entry, cnaps: '308584000014', bankCodeVerified: true });
    expect(checked).toMatchObject({ ok: true, value: { cnapsCheckFits: false } });
    expect(faults({ cnaps: '30858400001', bankCodeVerified: true })).toEqual(['cnaps CNAPS_FORM']);
  });
});
