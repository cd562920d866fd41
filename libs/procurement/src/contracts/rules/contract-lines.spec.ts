import { price } from '@huiji/kernel';
import fc from 'fast-check';
import { contractAmount, contractLine, missingSignatures } from './contract-lines';

describe('contract lines and amounts (合同金额)', () => {
  it('A10 a line is agreed quantity × pack price ÷ pack size, rounded once: 10 tablets at 6.60 per 7 are 9.43', () => {
    expect(contractLine('s', 'y', 10n, price(660n, 7n)).amount).toBe(943n);
  });

  it('A10 the amount of a contract is the sum of its rounded lines, not the rounded sum', () => {
    const lines = [contractLine('s1', 'y', 1n, price(660n, 7n)), contractLine('s2', 'y', 1n, price(660n, 7n))];
    expect(contractAmount(lines)).toBe(188n);
    expect(contractLine('s', 'y', 2n, price(660n, 7n)).amount).toBe(189n);
  });

  it('A7 agreed volume 0 is a line of 0.00', () => {
    expect(contractLine('s', 'y', 0n, price(660n, 7n)).amount).toBe(0n);
  });

  it('A10 three parties sign; a contract that lacks one names it', () => {
    expect(missingSignatures(['hospital', 'distributor'])).toEqual(['winner']);
    expect(missingSignatures(['winner', 'hospital', 'distributor'])).toEqual([]);
  });

  it('A10 every line is within half a fen of the exact amount (seed 747)', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 7n), fc.bigInt(1n, 1000n), (units, amount, per) => {
        const line = contractLine('s', 'y', units, price(amount, per));
        const twice = 2n * (line.amount * per - units * amount);
        expect(twice <= per && twice > -per).toBe(true);
      }),
      { seed: 747, numRuns: 300 },
    );
  });
});
