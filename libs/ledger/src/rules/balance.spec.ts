import { noFigures } from '../model/account';
import { availableFen, balanceFen, shortfallFen } from './balance';

const cash = { ...noFigures, debitsPostedFen: 10_000n, creditsPostedFen: 3_000n, creditsPendingFen: 2_000n };

describe('the balance of an account', () => {
  it('grows on its own side: cash by debits, what is owed by credits', () => {
    expect(balanceFen('FUND_CASH', cash)).toBe(7_000n);
    expect(balanceFen('SUPPLIER_PAYABLE', { ...noFigures, creditsPostedFen: 5n, debitsPostedFen: 2n })).toBe(3n);
  });

  it('what pending payments hold is not available any more', () => {
    expect(availableFen('FUND_CASH', cash)).toBe(5_000n);
  });

  it('pending money coming in is not available yet', () => {
    expect(availableFen('FUND_CASH', { ...cash, debitsPendingFen: 1_000_000n })).toBe(5_000n);
  });

  it('E1 the last fen may be taken, one fen more is one fen short', () => {
    expect(shortfallFen('FUND_CASH', cash, 5_000n)).toBeUndefined();
    expect(shortfallFen('FUND_CASH', cash, 5_001n)).toBe(1n);
    expect(shortfallFen('FUND_CASH', cash, 5_001n, 1n)).toBeUndefined();
  });

  it('C1 a prepayment has the same limit; a payable has none', () => {
    expect(shortfallFen('PREPAID', noFigures, 1n)).toBe(1n);
    expect(shortfallFen('SUPPLIER_PAYABLE', noFigures, 1n)).toBeUndefined();
  });
});
