import { groupDigits, minusExact, percentOf, trimExact } from '../../apps/console/src/pieces/digits';

it('money on the wire is grouped as text, so no digit is lost', () => {
  expect(groupDigits('7469900.00')).toBe('7,469,900.00');
  expect(groupDigits('90071992547409931234.50')).toBe('90,071,992,547,409,931,234.50');
  expect(groupDigits('-1234')).toBe('−1,234');
  expect(groupDigits('0.10')).toBe('0.10');
});

it('basis points read as percent with two decimals, above 100 % too', () => {
  expect(percentOf(29_600)).toBe('296.00 %');
  expect(percentOf(6_175)).toBe('61.75 %');
  expect(percentOf(-5)).toBe('−0.05 %');
});

it('an exact amount keeps every decimal that says something', () => {
  expect(trimExact('32547.6450')).toBe('32547.645');
  expect(trimExact('117000')).toBe('117000.00');
});

it('the part not retained is exact', () => {
  expect(minusExact('33930.00', '84825.0000')).toBe('-50895.00');
  expect(minusExact('0', '9305.8875')).toBe('-9305.8875');
  expect(minusExact('0.0001', '0')).toBe('0.0001');
});
