import { plainDate } from '@huiji/kernel';
import type { Posting } from '../model/transfer';
import { assertPosting } from './posting';

const posting: Posting = {
  code: 'SUPPLIER_INVOICE',
  debit: { code: 'HOSPITAL_RECOVERABLE', ownerId: 'h' },
  credit: { code: 'SUPPLIER_PAYABLE', ownerId: 's' },
  amountFen: 1n,
  reference: { type: 'payable', id: 'p' },
  effectiveDate: plainDate('2020-07-01'),
};

describe('a posting', () => {
  it('of one fen between two accounts may be made', () => {
    expect(() => {
      assertPosting(posting);
    }).not.toThrow();
  });

  it.each<[string, Partial<Posting>]>([
    ['of nothing', { amountFen: 0n }],
    ['of less than nothing', { amountFen: -1n }],
    ['from an account to itself', { debit: posting.credit }],
    ['to an owner account without owner', { credit: { code: 'SUPPLIER_PAYABLE' } }],
    ['to the cash of somebody', { credit: { code: 'FUND_CASH', ownerId: 's' } }],
    ['with a small code', { code: 'invoice' }],
    ['with a reference type in capitals', { reference: { type: 'Payable', id: 'p' } }],
  ])('PD-06 %s is a broken promise', (_, change) => {
    expect(() => {
      assertPosting({ ...posting, ...change });
    }).toThrow('broken promise');
  });
});
