import { registerEnumType } from '@nestjs/graphql';

const screaming = (value: string): string => value.replaceAll('-', '_').toUpperCase();

/**
 * An enum of the schema from the values the code uses: 'in-review' inside is IN_REVIEW on the wire.
 * `export const BatchStateEnum = registerEnum('BatchState', 'State of a payment batch (批次状态)', { draft: '…', … })`,
 * then `@Field(() => BatchStateEnum, …) state: BatchState`.
 * @param values each value with its description and Chinese term; exhaustive by its type
 */
export const registerEnum = <Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> => {
  const entries = Object.entries(values) as [Value, string][];
  const members = Object.fromEntries(entries.map(([value]) => [screaming(value), value]));
  registerEnumType(members, {
    name,
    description,
    valuesMap: Object.fromEntries(entries.map(([value, words]) => [screaming(value), { description: words }])),
  });
  return members;
};
