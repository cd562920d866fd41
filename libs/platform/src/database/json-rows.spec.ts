import { jsonRows } from './json-rows';

describe('rows as JSON', () => {
  it('a whole number beyond 2^53 keeps every digit', () => {
    expect(jsonRows([{ fen: 9_007_199_254_740_993n, name: 'a', days: 3 }])).toBe(
      '[{"fen":"9007199254740993","name":"a","days":3}]',
    );
  });
});
