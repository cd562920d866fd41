import { formatYuan, isUuid, parseMonth, parsePlainDate, parseYuan, type Fen } from '@huiji/kernel';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const MAX_INT8 = 9_223_372_036_854_775_807n;

const refuseValue = (name: string, form: string): never => {
  throw new GraphQLError(`Expected ${name}: ${form}.`, { extensions: { code: 'BAD_USER_INPUT' } });
};

interface Wire<Inside> {
  readonly name: string;
  /** Unit, range and Chinese term; printed into the schema. */
  readonly description: string;
  /** What a caller must send, as words for the error. */
  readonly form: string;
  readonly literal: typeof Kind.STRING | typeof Kind.INT;
  /** The inside value of a wire value, undefined when it has the wrong form. */
  readonly read: (wire: string | number) => Inside | undefined;
  readonly write: (inside: unknown) => string | number;
}

const scalar = <Inside>(wire: Wire<Inside>): GraphQLScalarType<Inside, string | number> => {
  const parse = (value: unknown): Inside => {
    const expected = wire.literal === Kind.STRING ? 'string' : 'number';
    const inside = typeof value === expected ? wire.read(value as string | number) : undefined;
    return inside === undefined ? refuseValue(wire.name, wire.form) : inside;
  };
  return new GraphQLScalarType<Inside, string | number>({
    name: wire.name,
    description: wire.description,
    serialize: wire.write,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING && wire.literal === Kind.STRING) return parse(node.value);
      if (node.kind === Kind.INT && wire.literal === Kind.INT) return parse(Number(node.value));
      return refuseValue(wire.name, wire.form);
    },
  });
};

const writeText =
  (name: string) =>
  (inside: unknown): string => {
    if (typeof inside !== 'string') throw new Error(`${name} leaves as text, got ${typeof inside}`);
    return inside;
  };

/** Money. Inside: bigint fen. Wire: decimal yuan as a string, two digits going out, at most two coming in. */
export const FenScalar = scalar<Fen>({
  name: 'Fen',
  description: 'Money (金额) in yuan as a decimal string, exact to the fen: "1234.50". Never a number.',
  form: 'yuan as a decimal string with at most two decimals, such as "1234.50"',
  literal: Kind.STRING,
  read: (wire) => {
    const parsed = parseYuan(String(wire));
    return parsed.ok ? parsed.value : undefined;
  },
  write: (inside) => {
    if (typeof inside !== 'bigint') throw new Error(`money leaves as bigint fen, got ${typeof inside}`);
    return formatYuan(inside as Fen);
  },
});

/** A count of smallest units or rows. Inside: bigint. Wire: digits as a string, 0…9223372036854775807 coming in. */
export const QuantityScalar = scalar<bigint>({
  name: 'Quantity',
  description:
    'A whole count (数量), 64-bit, as a string of digits: "120000". Of medicines it counts smallest units (最小单位: 片, 粒, 支, 袋).',
  form: 'a whole number that is not negative, as a string of digits, such as "120000"',
  literal: Kind.STRING,
  read: (wire) => {
    if (!/^(0|[1-9]\d{0,18})$/.test(String(wire))) return undefined;
    const count = BigInt(wire);
    return count <= MAX_INT8 ? count : undefined;
  },
  write: (inside) => {
    if (typeof inside !== 'bigint') throw new Error(`a quantity leaves as bigint, got ${typeof inside}`);
    return inside.toString();
  },
});

/** A ratio. Inside: bigint basis points. Wire: a whole number; 0…10000 coming in, any going out (296 % is 29600). */
export const BasisPointsScalar = scalar<bigint>({
  name: 'BasisPoints',
  description: 'A ratio (比例) in basis points, 1/10,000: 5000 is 50 %, 29600 is 296 %. Policy ratios lie in 0…10000.',
  form: 'a whole number of basis points within 0…10000; 5000 is 50 %',
  literal: Kind.INT,
  read: (wire) =>
    typeof wire === 'number' && Number.isInteger(wire) && wire >= 0 && wire <= 10_000 ? BigInt(wire) : undefined,
  write: (inside) => {
    const points = typeof inside === 'bigint' ? Number(inside) : inside;
    if (typeof points !== 'number' || !Number.isSafeInteger(points)) throw new Error('a ratio leaves in basis points');
    return points;
  },
});

/** A calendar day in Asia/Shanghai, 1900…2199. */
export const PlainDateScalar = scalar<string>({
  name: 'PlainDate',
  description: 'A calendar day (日期) in Asia/Shanghai: "2020-07-01".',
  form: 'a calendar day that exists, "YYYY-MM-DD", years 1900 to 2199',
  literal: Kind.STRING,
  read: (wire) => {
    const parsed = parsePlainDate(String(wire));
    return parsed.ok ? parsed.value : undefined;
  },
  write: writeText('a day'),
});

/** A calendar month. */
export const MonthScalar = scalar<string>({
  name: 'Month',
  description: 'A calendar month (月份): "2022-02".',
  form: 'a calendar month, "YYYY-MM", years 1900 to 2199',
  literal: Kind.STRING,
  read: (wire) => {
    const parsed = parseMonth(String(wire));
    return parsed.ok ? parsed.value : undefined;
  },
  write: writeText('a month'),
});

/** A UUID; upper-case digits are taken and made lower-case. */
export const UuidScalar = scalar<string>({
  name: 'Uuid',
  description: 'A UUID (唯一编号), lower case: "0190c6a4-5c1e-7b1a-9f00-1234567890ab".',
  form: 'a UUID, 36 characters with four hyphens',
  literal: Kind.STRING,
  read: (wire) => {
    const text = String(wire).toLowerCase();
    return isUuid(text) ? text : undefined;
  },
  write: writeText('a UUID'),
});

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** An instant of the machine's clock. Inside: Date. Wire: ISO 8601 with an offset. */
export const DateTimeScalar = scalar<Date>({
  name: 'DateTime',
  description: 'An instant (时间) in ISO 8601 with an offset: "2020-07-01T08:30:00.000Z".',
  form: 'an instant in ISO 8601 with an offset, such as "2020-07-01T08:30:00Z"',
  literal: Kind.STRING,
  read: (wire) => {
    const instant = new Date(String(wire));
    return INSTANT.test(String(wire)) && !Number.isNaN(instant.getTime()) ? instant : undefined;
  },
  write: (inside) => {
    if (!(inside instanceof Date)) throw new Error(`an instant leaves as a Date, got ${typeof inside}`);
    return inside.toISOString();
  },
});

/** Every scalar of ours, for the schema builder and its tests. */
export const scalars = [
  FenScalar,
  QuantityScalar,
  BasisPointsScalar,
  PlainDateScalar,
  MonthScalar,
  UuidScalar,
  DateTimeScalar,
] as const;
