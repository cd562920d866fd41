import { fen } from '@huiji/kernel';
import { Kind } from 'graphql';
import {
  BasisPointsScalar,
  DateTimeScalar,
  FenScalar,
  MonthScalar,
  PlainDateScalar,
  QuantityScalar,
  scalars,
  UuidScalar,
} from './scalars';

describe('scalars of the schema', () => {
  it('PD-10 carry money as decimal yuan, exact to the fen in both directions', () => {
    for (const [wire, inside] of [
      ['1234.50', 123450n],
      ['0.01', 1n],
      ['-3.00', -300n],
      ['7469900.00', 746990000n],
      ['999999999999999.99', 99999999999999999n],
    ] as const) {
      expect(FenScalar.parseValue(wire)).toBe(inside);
      expect(FenScalar.serialize(fen(inside))).toBe(wire);
    }
    expect(FenScalar.parseValue('12')).toBe(1200n);
  });

  it.each([
    ['Fen', FenScalar, [1234.5, 12, '1.234', '1,234.00', '1e3', '', ' 1', '￥1', null, true, {}]],
    ['Quantity', QuantityScalar, [5, '-1', '1.0', '01', '', '9223372036854775808', 'x', null]],
    ['BasisPoints', BasisPointsScalar, ['5000', 0.5, -1, 10_001, null, Number.NaN]],
    ['PlainDate', PlainDateScalar, ['2021-02-29', '2021-2-1', '20210201', '1899-12-31', 20210201, null]],
    ['Month', MonthScalar, ['2021-13', '2021-1', '2021-01-01', 202101]],
    ['Uuid', UuidScalar, ['x', '0190c6a4-5c1e-7b1a-9f00-1234567890a', '0190c6a45c1e7b1a9f001234567890ab', 7]],
    ['DateTime', DateTimeScalar, ['2020-07-01', '2020-07-01T08:00:00', '2020-13-01T08:00:00Z', 0]],
  ])('%s refuses every other form and says the right one', (name, scalar, wires) => {
    for (const wire of wires) expect(() => scalar.parseValue(wire)).toThrow(`Expected ${name}: `);
  });

  it('read literals in the query as they read variables', () => {
    expect(FenScalar.parseLiteral({ kind: Kind.STRING, value: '1.50' })).toBe(150n);
    expect(() => FenScalar.parseLiteral({ kind: Kind.FLOAT, value: '1.50' })).toThrow('Expected Fen: ');
    expect(BasisPointsScalar.parseLiteral({ kind: Kind.INT, value: '5000' })).toBe(5000n);
    expect(() => QuantityScalar.parseLiteral({ kind: Kind.INT, value: '5' })).toThrow('Expected Quantity: ');
  });

  it('PD-09 count beyond 32 bits', () => {
    expect(QuantityScalar.parseValue('9223372036854775807')).toBe(9_223_372_036_854_775_807n);
    expect(QuantityScalar.serialize(5_000_000_000n)).toBe('5000000000');
  });

  it('let a ratio above one out, not in: 296 % is progress, no policy', () => {
    expect(BasisPointsScalar.serialize(29_600n)).toBe(29_600);
    expect(() => BasisPointsScalar.parseValue(29_600)).toThrow();
  });

  it('take a UUID in capitals and an instant of another time zone', () => {
    expect(UuidScalar.parseValue('0190C6A4-5C1E-7B1A-9F00-1234567890AB')).toBe('0190c6a4-5c1e-7b1a-9f00-1234567890ab');
    expect(DateTimeScalar.parseValue('2020-07-01T16:00:00+08:00')).toEqual(new Date('2020-07-01T08:00:00Z'));
  });

  it('refuse to let out a value of the wrong kind: that is our fault, not the caller’s', () => {
    expect(() => FenScalar.serialize('1.00')).toThrow('money leaves as bigint fen');
    expect(() => FenScalar.serialize(100)).toThrow();
    expect(() => DateTimeScalar.serialize('2020-07-01')).toThrow();
    expect(() => QuantityScalar.serialize(1)).toThrow();
  });

  it('each say their unit and Chinese term', () => {
    for (const { description } of scalars) expect(description).toMatch(/[\u4e00-\u9fff]/);
  });
});
