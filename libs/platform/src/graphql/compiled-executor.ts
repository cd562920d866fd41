import {
  BREAK,
  execute,
  getNamedType,
  getVariableValues,
  GraphQLError,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** What the executor needs of a request; Apollo's gateway request context has it. */
export interface Execution {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: {
    readonly operationName?: string | null | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  };
  readonly context: unknown;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/**
 * Whether values of our own scalars stand written in the text. graphql-jit writes what they mean into its code as JSON,
 * which has neither bigint nor Date: such a query is interpreted.
 */
const hasWrittenScalars = (schema: GraphQLSchema, document: DocumentNode): boolean => {
  const types = new TypeInfo(schema);
  let found = false;
  const look = (): symbol | undefined => {
    const type = getNamedType(types.getInputType());
    found ||= isScalarType(type) && !isSpecifiedScalarType(type);
    return found ? (BREAK as symbol) : undefined;
  };
  visit(document, visitWithTypeInfo(types, { StringValue: look, IntValue: look, FloatValue: look }));
  return found;
};

/** A query made ready: compiled, or to be interpreted. */
type Ready = CompiledQuery | 'interpreted';

/**
 * Executes by compiled queries (graphql-jit). Each query and operation name is compiled once and kept while it is
 * among the `remembered` most recently used ones, so a flood of different queries cannot fill the memory.
 * Faults of variables are worded by graphql-js itself, with the path of the value.
 */
export const compiledExecutor = (schema: GraphQLSchema, remembered: number): Executor => {
  const cache = new LRUCache<string, Ready>({ max: remembered });
  const readied = (document: DocumentNode, name: string | undefined): Ready => {
    if (hasWrittenScalars(schema, document)) return 'interpreted';
    // What the compiler does not take (a default of the schema that is no JSON), or what is wrong: the interpreter tells.
    const compiled = compileQuery(schema, document, name);
    return isCompiledQuery(compiled) ? compiled : 'interpreted';
  };
  return async ({ document, queryHash, operation, request, context }) => {
    const key = `${queryHash}:${request.operationName ?? ''}`;
    const known = cache.get(key);
    const ready = known ?? readied(document, request.operationName ?? undefined);
    if (!known) cache.set(key, ready);
    if (ready === 'interpreted') return uncompiled(schema, { document, operation, request, context }, []);
    const variables = { ...request.variables };
    const result = await ready.query(undefined, context, variables);
    if (!result.errors) return result;
    if (result.data === undefined) return uncompiled(schema, { document, operation, request, context }, result.errors);
    return { data: result.data, errors: whole(result.errors) };
  };
};

/** graphql-jit's errors lack parts that Apollo reads; these have them. */
const whole = (errors: readonly GraphQLError[] = []): readonly GraphQLError[] =>
  errors.map(
    ({ message, path, originalError }) =>
      new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null }),
  );

/**
 * What graphql-js says to variables that graphql-jit refused before it ran anything: the same refusal in words that
 * name the path inside an input, or the answer, because graphql-jit does not know that a field of an input with a
 * default may be left out.
 */
const uncompiled = async (
  schema: GraphQLSchema,
  { document, operation, request, context }: Omit<Execution, 'queryHash'>,
  errors: readonly GraphQLError[],
): Promise<ExecutionResult> => {
  const definition = operation ?? document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const variableValues = { ...request.variables };
  const checked = getVariableValues(schema, definition?.variableDefinitions ?? [], variableValues, { maxErrors: 50 });
  if (checked.errors) return { errors: checked.errors };
  if (!definition) return { errors: whole(errors) };
  const contextValue = context;
  return execute({ schema, document, contextValue, variableValues, operationName: request.operationName ?? null });
};
