import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Input } from './case';

/** A leaf or object of an input, where it stands. Lists are looked into at their first entry. */
export interface Place {
  /** Without list positions: "lines.productId". */
  readonly path: string;
  /** As the server names it: "input.lines[0].productId". */
  readonly variable: string;
  readonly steps: readonly (string | number)[];
  readonly field: GraphQLInputField;
  readonly type: string;
  readonly list: boolean;
  readonly required: boolean;
}

const variableOf = (steps: readonly (string | number)[]): string =>
  steps.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step.toString()}]` : `.${step}`),
    'input',
  );

const pathOf = (steps: readonly (string | number)[]): string =>
  steps.filter((step) => typeof step === 'string').join('.');

/** Every field of an input type, nested ones too. */
export const placesOf = (type: GraphQLInputType, before: readonly (string | number)[] = []): readonly Place[] => {
  const inner = getNamedType(type);
  if (!isInputObjectType(inner)) return [];
  return Object.values(inner.getFields()).flatMap((field) => {
    const steps = [...before, field.name];
    const list = isListType(getNullableType(field.type));
    const own: Place = {
      path: pathOf(steps),
      variable: variableOf(steps),
      steps,
      field,
      type: getNamedType(field.type).name,
      list,
      required: isNonNullType(field.type) && field.defaultValue === undefined,
    };
    return [own, ...placesOf(field.type, list ? [...steps, 0] : steps)];
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether the base input reaches a place at all: optional parts may be absent. */
export const reaches = (input: Input, { steps }: Place): boolean => {
  let at: unknown = input;
  for (const step of steps.slice(0, -1)) {
    if (!isRecord(at)) return false;
    at = at[step];
  }
  return isRecord(at);
};

/** The input with one place changed; `undefined` takes the field away. */
export const changed = (input: Input, steps: readonly (string | number)[], value: unknown): Input => {
  const copy = JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
  let at: Record<string | number, unknown> = copy;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = steps.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
};

export interface Attempt {
  readonly words: string;
  readonly value: unknown;
}

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  Uuid: [7, 'no-uuid', '0190c6a4-5c1e-7b1a-9f00-1234567890a', true, ['a', 'b']],
  Fen: [1, '1.234', 'zwölf', '1e5', '', '１２', '1000000000000000.00'],
  Quantity: [1, '-1', '1.5', '', '01', '9223372036854775808'],
  BasisPoints: ['5000', -1, 10_001, 0.5],
  PlainDate: [20200101, '2020-02-30', '2020-1-1', '1899-12-31', '2200-01-01', '2020-01-01T00:00:00Z', ''],
  Month: [202001, '2020-13', '2020-1', '2020-01-01'],
  Int: ['1', 1.5, 2_147_483_648, true],
  Boolean: ['true', 1],
  String: [7, true, { text: 'x' }],
};

/** Values of the wrong type or form for a place: the schema itself refuses them. */
export const wrongTypes = ({ type, field, list }: Place): readonly Attempt[] => {
  const named = getNamedType(field.type);
  const wrong = isEnumType(named)
    ? [7, 'NO_SUCH_VALUE', '']
    : isInputObjectType(named)
      ? [7, 'text']
      : (WRONG[type] ?? []);
  const values = list ? wrong.filter((value) => !Array.isArray(value)).map((value) => [value]) : wrong;
  return values.map((value) => ({ words: JSON.stringify(value), value }));
};

/** Absent and null, for what must be there. */
export const missing = ({ required, field }: Place): readonly Attempt[] => [
  ...(required ? [{ words: 'absent', value: undefined }] : []),
  ...(isNonNullType(field.type) ? [{ words: 'null', value: null }] : []),
];

/** Texts that a form or a program may send and that no column takes: too long, only blanks, signs without a meaning. */
export const badTexts = (optional: boolean): readonly Attempt[] => [
  { words: 'too long', value: '长'.repeat(20_001) },
  { words: 'with a zero byte', value: '正常\u0000文字' },
  ...(optional ? [] : [{ words: 'blanks', value: ' \t ' }]),
];

const EXTREMES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [-2_147_483_648, 2_147_483_647],
  Quantity: ['9223372036854775807'],
  Fen: ['-999999999999999.99', '999999999999999.99'],
  PlainDate: ['1900-01-01', '2199-12-31'],
  Month: ['1900-01', '2199-12'],
};

/** The farthest values a scalar takes: a rule refuses them; they never reach a column that breaks on them. */
export const extremes = ({ type, list }: Place): readonly Attempt[] =>
  (EXTREMES[type] ?? []).map((value) => ({ words: JSON.stringify(value), value: list ? [value] : value }));
