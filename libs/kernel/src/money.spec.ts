import fc from 'fast-check';
import { addFen, fen, formatYuan, negateFen, parseYuan, subtractFen } from './money';
import { lineAmount, price, quantity, unitPrice, unitsOfPacks } from './quantity';
import { formatQuotient } from './ratio';

const seed = 47_000_025;
const runs = { seed, numRuns: 500 } as const;

describe(`money (seed ${seed})`, () => {
  it('PD-10 is bigint fen inside and a decimal string on the wire: every amount survives the round trip', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (amount) => {
        const parsed = parseYuan(formatYuan(fen(amount)));
        return parsed.ok && parsed.value === amount;
      }),
      runs,
    );
  });

  it('PD-10 ten times ten fen is one yuan: no float between', () => {
    expect(formatYuan(addFen(...Array.from({ length: 10 }, () => fen(10))))).toBe('1.00');
    expect(formatYuan(fen(9_007_199_254_740_993n))).toBe('90071992547409.93');
  });

  it.each([
    ['1234.5', 123_450n],
    ['0.01', 1n],
    ['-3', -300n],
    ['7469900.00', 746_990_000n],
    ['0', 0n],
  ])('%s yuan is %s fen', (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: amount });
  });

  it.each(['', '1.234', '1,000', '1e3', '+1', ' 1', '1.', '.5', '１', '--1', 'NaN', '9999999999999999'])(
    '"%s" is not an amount',
    (text) => {
      expect(parseYuan(text).ok).toBe(false);
    },
  );

  it('signs are kept', () => {
    expect(formatYuan(negateFen(fen(5)))).toBe('-0.05');
    expect(subtractFen(fen(1), fen(3))).toBe(-2n);
  });
});

describe('a price per pack', () => {
  it('is the contract price: seven units at 6.60 a pack are 6.60, not seven times 0.94', () => {
    const pack = price(660n, 7n);
    expect(lineAmount(quantity(7), pack)).toBe(660n);
    expect(formatQuotient(unitPrice(pack), 2)).toBe('94.29');
  });

  it('a line amount is rounded half up once: the slow twin counts in 1/per fen', () => {
    const slow = (units: bigint, amount: bigint, per: bigint): bigint => {
      let whole = (units * amount) / per;
      const rest = (units * amount) % per;
      if (rest * 2n >= per) whole += 1n;
      return whole;
    };
    const units = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const per = fc.bigInt({ min: 1n, max: 1000n });
    fc.assert(
      fc.property(units, amount, per, (u, a, p) => lineAmount(quantity(u), price(a, p)) === slow(u, a, p)),
      runs,
    );
  });

  it('PD-09 a quantity above 32,767 and above 2^53 is a quantity', () => {
    expect(unitsOfPacks(40_000n, 10n ** 15n)).toBe(40_000n * 10n ** 15n);
  });
});
