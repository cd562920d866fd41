import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, OperationTypeNode, validate, visit, type DocumentNode } from 'graphql';

const root = join(__dirname, '../..');
const source = join(root, 'apps/console/src');
const schema = buildSchema(readFileSync(process.env['HUIJI_SCHEMA'] ?? join(root, 'schema.graphql'), 'utf8'));

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT;

const documents = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.documents.ts'))
  .flatMap((file) =>
    Object.entries(jest.requireActual<Record<string, unknown>>(join(source, file))).map(([name, value]) => ({
      file,
      name,
      value,
    })),
  );
const operations = documents.flatMap(({ file, name, value }) =>
  isDocument(value) && value.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    ? [{ file, name, value }]
    : [],
);

const operationName = (document: DocumentNode): string => {
  const [operation] = document.definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
  return operation?.name?.value ?? '';
};

it.each(operations)('the document $name of $file fits the schema', ({ value }) => {
  expect(validate(schema, value).map(({ message }) => message)).toEqual([]);
});

it('every operation of the console has a name of its own', () => {
  const names = operations.map(({ value }) => operationName(value));
  expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([]);
});

it('every mutation asks for the refusal', () => {
  const silent = operations.filter(({ value }) => {
    let mutation = false;
    let refusal = false;
    visit(value, {
      OperationDefinition: ({ operation }) => {
        mutation ||= operation === OperationTypeNode.MUTATION;
      },
      FragmentSpread: ({ name }) => {
        refusal ||= name.value === 'RefusalParts';
      },
    });
    return mutation && !refusal;
  });
  expect(silent.map(({ name }) => name)).toEqual(['SignOut']);
});
