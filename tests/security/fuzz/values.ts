import fc, { type GeneratorValue } from 'fast-check';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** Texts that break what is not careful: quotes, SQL, formats, half characters, directions, length. */
const EVIL = [
  '', ' ', "'", '"', "'; DROP TABLE platform.file; --", '%', '\\', '${7*7}', '{{7*7}}', '<script>alert(1)</script>',
  '\u0000', 'a\u0000b', '\ud800', '\udc00x', '\u202Eabc', '\uFEFF', '𝒳🏥', '长'.repeat(3000), '../../etc/passwd',
  'null', 'undefined', 'NaN', '-0', '1e309', '0x10', 'true', '=cmd|calc', '__proto__', 'constructor', '\r\n\r\n',
]; // prettier-ignore

const WIRE: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  Fen: ['0.00', '1.00', '-1.00', '999999999999999.99', '1e5', '1.005', 12, ''],
  Quantity: ['0', '1', '120000', '9223372036854775807', '9223372036854775808', '-1', 1.5],
  BasisPoints: [0, 1, 5000, 10_000, 10_001, -1, 0.5, '5000'],
  PlainDate: ['2020-07-01', '2020-02-30', '1900-01-01', '2199-12-31', '0000-00-00', 20200701],
  Month: ['2020-07', '2020-13', '1900-01', '2199-12', 202007],
  DateTime: ['2020-07-01T08:30:00Z', '2020-07-01T08:30:00+14:00', '9999-12-31T23:59:59Z', 'now'],
  Int: [0, 1, -1, 50, 200, 201, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e21, 0.1, '1'],
  Float: [0, 1.5, -1e308, 1e309, '1'],
  Boolean: [true, false, 'true', 0],
  ID: ['1', 1, ''],
};

/** Anything at all, where something else was asked for. */
const ODD = [true, 7, -0.5, 'text', [], ['a', 'b'], {}, { a: { b: [1, null] } }, [[[[]]]]];

/** Makes inputs of a schema's types: mostly of the right form, often at the edge, sometimes of another type. */
export class Values {
  constructor(
    private readonly g: GeneratorValue,
    /** Ids that are there: of every area. */
    private readonly ids: readonly string[],
    /** Fields of inputs whose values are kept small, so that an act stays short. */
    private readonly small: Readonly<Record<string, number>> = {},
  ) {}

  /** One time in so many. */
  chance(inSoMany: number): boolean {
    return this.g(fc.nat, { max: inSoMany - 1 }) === 0;
  }

  pick<T extends NonNullable<unknown>>(from: readonly T[]): T {
    const picked = from[this.g(fc.nat, { max: from.length - 1 })];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** A value for a type; `name` is the field's, `depth` how deep it stands. */
  of(type: GraphQLInputType, name = '', depth = 0): unknown {
    if (this.chance(40)) return this.chance(8) ? null : this.pick(ODD);
    const required = isNonNullType(type);
    if (!required && this.chance(4)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const size = this.pick([0, 1, 1, 2, 3, 20]);
      return Array.from({ length: depth > 3 ? 1 : size }, () => this.of(inner.ofType, name, depth + 1));
    }
    if (isInputObjectType(inner)) return this.object(Object.values(inner.getFields()), depth);
    if (isEnumType(inner)) return this.chance(15) ? this.pick(['NO_SUCH', '', 7]) : this.pick(inner.getValues()).name;
    return this.leaf(inner.name, name);
  }

  private object(
    fields: readonly { readonly name: string; readonly type: GraphQLInputType; readonly defaultValue?: unknown }[],
    depth: number,
  ): unknown {
    const entries = fields
      .filter(({ type, defaultValue }) => {
        const needed = isNonNullType(type) && defaultValue === undefined;
        return needed ? !this.chance(40) : depth < 5 && !this.chance(3);
      })
      .map(({ name, type }) => [name, this.of(type, name, depth + 1)] as const);
    return Object.fromEntries(this.chance(40) ? [...entries, ['noSuchField', 1]] : entries);
  }

  private leaf(type: string, name: string): unknown {
    const small = this.small[name];
    if (small !== undefined) return this.g(fc.integer, { min: -1, max: small });
    if (type === 'Uuid') return this.id();
    const known = WIRE[type];
    if (known) return this.pick(known);
    return this.chance(3) ? this.pick(EVIL) : this.g(fc.string, { unit: 'grapheme', maxLength: 20 });
  }

  private id(): unknown {
    if (this.chance(12)) return this.pick(['', 'x', '00000000-0000-0000-0000-000000000000', 7]);
    const id = this.ids.length > 0 && !this.chance(4) ? this.pick(this.ids) : this.g(fc.uuid);
    return this.chance(10) ? id.toUpperCase() : id;
  }
}
