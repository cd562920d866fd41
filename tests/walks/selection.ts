import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

/** Rows of a list at the root, and of a list inside. */
export const ROWS = 50;
const ROWS_INSIDE = 5;

type AnyField = GraphQLField<unknown, unknown>;

const isEdge = ({ name }: GraphQLNamedType): boolean => name.endsWith('Edge') || name.endsWith('Connection');

const argumentsOf = ({ args }: AnyField): string =>
  args.some(({ name }) => name === 'first') ? `(first: ${ROWS_INSIDE.toString()})` : '';

const asksMore = ({ args }: AnyField): boolean =>
  args.some(({ type, defaultValue, name }) => isNonNullType(type) && defaultValue === undefined && name !== 'first');

const selected = (type: GraphQLObjectType, depth: number, above: readonly string[], seen: Set<string>): string =>
  Object.values(type.getFields())
    .map((field) => {
      const inner = getNamedType(field.type);
      if (asksMore(field)) return '';
      if (isLeafType(inner)) {
        seen.add(`${type.name}.${field.name}`);
        return field.name;
      }
      if (depth === 0 || above.includes(inner.name)) return '';
      const next = isEdge(inner) ? depth : depth - 1;
      const body = fullSelection(field.type, next, [...above, inner.name], seen);
      if (body === '') return '';
      seen.add(`${type.name}.${field.name}`);
      return `${field.name}${argumentsOf(field)} ${body}`;
    })
    .filter((text) => text !== '')
    .join(' ');

const membersOf = (type: GraphQLNamedType): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type];
  return isUnionType(type) ? type.getTypes() : [];
};

/**
 * Every field of a type, and of what it holds to a depth; edges of pages are not counted. A type is not entered again
 * below itself. What was selected is added to `seen`, as "Type.field".
 */
export const fullSelection = (
  type: GraphQLOutputType,
  depth: number,
  above: readonly string[] = [],
  seen = new Set<string>(),
): string => {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isInterfaceType(named)) throw new Error(`nobody selects the interface ${named.name}`);
  const parts = membersOf(named).map((member) => {
    const body = selected(member, depth, above, seen);
    return isUnionType(named) ? `... on ${member.name} { ${body} }` : body;
  });
  return `{ __typename ${parts.join(' ')} }`;
};

/** The fields of all object types that can be reached from a type, as "Type.field"; those that need arguments left out. */
export const fieldsBelow = (
  type: GraphQLOutputType,
  found = new Map<string, readonly string[]>(),
): readonly string[] => {
  for (const member of membersOf(getNamedType(type))) {
    if (found.has(member.name)) continue;
    const fields = Object.values(member.getFields()).filter((field) => !asksMore(field));
    found.set(
      member.name,
      fields.map(({ name }) => `${member.name}.${name}`),
    );
    for (const field of fields) fieldsBelow(field.type, found);
  }
  return [...found.values()].flat();
};
