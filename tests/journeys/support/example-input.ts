import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
} from 'graphql';

/** A value that the schema takes, with ids that nobody has. */
export const exampleOf = (type: GraphQLInputType, ids: () => string): unknown => {
  const inner = getNullableType(type);
  if (isListType(inner)) return [exampleOf(inner.ofType, ids)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields()).map((field) => [field.name, exampleOf(field.type, ids)]),
    );
  const known: Readonly<Record<string, unknown>> = {
    Uuid: ids(),
    Fen: '1.00',
    Quantity: '1',
    BasisPoints: 5000,
    PlainDate: '2020-07-01',
    Month: '2020-07',
    DateTime: '2020-07-01T08:00:00Z',
    Int: 1,
    Boolean: true,
    String: '测试',
  };
  return known[inner.toString()];
};

type AnyField = GraphQLField<unknown, unknown>;

/** Whether an input asks for an id beside its request id: a thing that must be there and be the caller's. */
export const asksForIds = (type: GraphQLInputType, name = ''): boolean => {
  const inner = getNamedType(type);
  if (isInputObjectType(inner))
    return Object.values(inner.getFields()).some((field) => asksForIds(field.type, field.name));
  return inner.name === 'Uuid' && name !== 'requestId' && isNonNullType(type);
};

const selectionOf = (type: GraphQLOutputType): string =>
  isLeafType(getNamedType(type)) ? '' : '{ __typename ... on Refusal { code } }';

/** One operation on one root field: its text and variables. Arguments that may be absent are left out. */
export const operationOn = (
  kind: 'query' | 'mutation',
  field: AnyField,
  ids: () => string,
): { readonly text: string; readonly variables: Readonly<Record<string, unknown>> } => {
  const args = field.args.filter(({ type }) => isNonNullType(type));
  const declared = args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection =
    kind === 'query' ? selectionOf(field.type).replace(/ \.\.\. on .* \}/, ' }') : selectionOf(field.type);
  return {
    text: `${kind} Try${declared ? `(${declared})` : ''} { ${field.name}${given ? `(${given})` : ''} ${selection} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, exampleOf(type, ids)])),
  };
};
