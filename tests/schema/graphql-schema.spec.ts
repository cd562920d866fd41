import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { apiSchema, printedSchema } from '@huiji/api/schema';

const file = join(__dirname, '..', '..', 'schema.graphql');

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

/** The fields of an object, interface or input type; of any other type none. */
const fieldsOf = (type: GraphQLNamedType): readonly AnyField[] =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? Object.values<AnyField>(type.getFields())
    : [];

/** Every place of the schema that lacks a description, as "Type.field(arg)". */
const undescribed = (schema: GraphQLSchema): string[] => {
  const bare: string[] = [];
  const note = (place: string, description: string | null | undefined): void => {
    if (!description?.trim()) bare.push(place);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name)) note(type.name, type.description);
    if (isEnumType(type))
      type.getValues().forEach(({ name, description }) => note(`${type.name}.${name}`, description));
    for (const field of fieldsOf(type)) {
      // The roles that the guard adds are no description.
      note(`${type.name}.${field.name}`, field.description?.replace(/\n\nRoles \(角色\): .*$/s, ''));
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
      for (const arg of args) note(`${type.name}.${field.name}(${arg.name})`, arg.description);
    }
  }
  return bare;
};

describe('the schema of the API', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await apiSchema();
  });

  it('X15 is the one in schema.graphql; run `npm run schema` after a change', async () => {
    expect(readFileSync(file, 'utf8')).toBe(await printedSchema());
  });

  it('X15 describes every type, field, argument and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('says the Chinese term of every type', () => {
    const silent = Object.values(schema.getTypeMap()).filter(
      ({ name, description }) =>
        !name.startsWith('__') &&
        !['Query', 'Mutation', 'String', 'Boolean', 'Int', 'Float', 'ID'].includes(name) &&
        !/[\u4e00-\u9fff]/.test(description ?? ''),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('PD-10 has no floating-point number anywhere', () => {
    const floats = Object.values(schema.getTypeMap()).flatMap((type) =>
      fieldsOf(type)
        .filter((field) => field.type.toString().replaceAll(/[[\]!]/g, '') === 'Float')
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(floats).toEqual([]);
  });

  it('X3 asks a request id of every mutation except those before and at the end of a log-in', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const without = mutations.filter((mutation) => {
      const input = mutation.args.find(({ name }) => name === 'input');
      const type = input && getNamedType(input.type);
      return !(isInputObjectType(type) && type.getFields()['requestId']?.type.toString() === 'Uuid!');
    });
    expect(without.map(({ name }) => name).sort()).toEqual([
      'logIn',
      'logInSecondFactor',
      'logInWithCode',
      'passwordResetAsk',
      'passwordSet',
      'refresh',
      'secondFactorStart',
      'signOut',
    ]);
  });

  it('answers every mutation with a union that holds every kind of refusal', () => {
    for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const union = getNamedType(mutation.type);
      const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
      expect([mutation.name, members]).toEqual([
        mutation.name,
        expect.arrayContaining(['NotFoundRefusal', 'InputRefusal', 'StateRefusal', 'ConflictRefusal', 'RuleRefusal']),
      ]);
    }
  });

  it('pages every list of things at the root', () => {
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args }) => args.some(({ name }) => name === 'first') || args.some(({ name }) => name === 'after'),
    );
    for (const { name, type } of lists)
      expect([name, getNamedType(type).name]).toEqual([name, expect.stringMatching(/Connection$/)]);
  });
});
