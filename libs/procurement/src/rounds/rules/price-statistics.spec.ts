import { formatQuotient, multiply, price, quotient } from '@huiji/kernel';
import { cutOf, priceStatistics } from './price-statistics';

const percent = (value: { numerator: bigint; denominator: bigint } | undefined): string =>
  value === undefined ? 'none' : formatQuotient(multiply(value, quotient(100n, 1n)), 2);

describe('price statistics (价格降幅)', () => {
  const cuts = [
    { productId: 'a', before: price(1000n, 10n), after: price(400n, 10n) },
    { productId: 'b', before: price(100n, 1n), after: price(28n, 7n) },
  ];

  it('A1 the average cut is the unweighted mean and comes with its base', () => {
    const statistics = priceStatistics(cuts, '2 products');
    expect(percent(statistics?.averageCut)).toBe('78.00');
    expect(percent(statistics?.largestCut)).toBe('96.00');
    expect(statistics?.base).toEqual({ products: 2, described: '2 products' });
  });

  it('A1 an average without its base is an error', () => {
    expect(() => priceStatistics(cuts, ' ')).toThrow('base');
  });

  it('A1 nothing to compare gives no average, not zero', () => {
    expect(priceStatistics([], 'nothing')).toBeUndefined();
  });

  it('A1 packs of different size compare by the exact unit price', () => {
    const [only] = [{ productId: 'c', before: price(660n, 7n), after: price(660n, 14n) }];
    expect(percent(cutOf(only))).toBe('50.00');
  });
});
