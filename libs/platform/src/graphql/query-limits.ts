import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PAGE_LIMIT } from './keyset';

export interface QueryLimits {
  /** Deepest nesting of fields; introspection is not counted. */
  readonly depth: number;
  /** Most aliases in one operation, fragments counted as often as they are used. */
  readonly aliases: number;
  /** Most fields an answer may have: every field counts one, a list's fields count `first` times. */
  readonly cost: number;
  /** Most fields at the root of one operation. */
  readonly rootFields: number;
}

export const defaultLimits: QueryLimits = { depth: 12, aliases: 30, cost: 20_000, rootFields: 20 };

/** Most tokens of one query; given to the parser. */
export const TOKEN_LIMIT = 4_000;

type Variables = Readonly<Record<string, unknown>>;

/** Cost of a selection as a function of the variables, so that `first: $n` counts what it asks for. */
type Cost = (variables: Variables) => number;

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: Cost;
}

const nothing: Measure = { depth: 0, aliases: 0, cost: () => 0 };

const beside = (parts: readonly Measure[]): Measure => ({
  depth: Math.max(0, ...parts.map(({ depth }) => depth)),
  aliases: parts.reduce((sum, { aliases }) => sum + aliases, 0),
  cost: (variables) => parts.reduce((sum, { cost }) => sum + cost(variables), 0),
});

const pageSize = (field: FieldNode, isPage: boolean): ((variables: Variables) => number) => {
  const value = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  const within = (size: number): number =>
    Number.isFinite(size) ? Math.min(Math.max(size, 1), PAGE_LIMIT) : PAGE_LIMIT;
  if (value?.kind === Kind.INT) return () => within(Number(value.value));
  if (value?.kind === Kind.VARIABLE) {
    const name = value.name.value;
    return (variables) => within(Number(variables[name] ?? 50));
  }
  return () => (isPage ? 50 : 1);
};

/** Measures one document; each fragment once, however often it is used. */
class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Measure>();

  constructor(document: DocumentNode) {
    this.fragments = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  selection(set: SelectionSetNode | undefined): Measure {
    if (!set) return nothing;
    return beside(
      set.selections.map((node) => {
        if (node.kind === Kind.FIELD) return this.field(node);
        return node.kind === Kind.INLINE_FRAGMENT ? this.selection(node.selectionSet) : this.spread(node.name.value);
      }),
    );
  }

  /** Whether a selection is of a page, its fragments looked through. */
  private hasEdges(set: SelectionSetNode | undefined, seen = new Set<string>()): boolean {
    return (set?.selections ?? []).some((node) => {
      if (node.kind === Kind.FIELD) return node.name.value === 'edges';
      if (node.kind === Kind.INLINE_FRAGMENT) return this.hasEdges(node.selectionSet, seen);
      const name = node.name.value;
      return !seen.has(name) && this.hasEdges(this.fragments.get(name)?.selectionSet, seen.add(name));
    });
  }

  private field(field: FieldNode): Measure {
    if (field.name.value.startsWith('__')) return { ...nothing, aliases: field.alias ? 1 : 0 };
    const inner = this.selection(field.selectionSet);
    const times = pageSize(field, this.hasEdges(field.selectionSet));
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      cost: (variables) => 1 + times(variables) * inner.cost(variables),
    };
  }

  private spread(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    this.measured.set(name, nothing);
    const measure = this.selection(this.fragments.get(name)?.selectionSet);
    this.measured.set(name, measure);
    return measure;
  }
}

const tooMuch = (what: string, limit: number, found: number): GraphQLError =>
  new GraphQLError(`The query is too large: ${what} ${found.toString()}, at most ${limit.toString()}.`, {
    extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400, headers: new Map() } },
  });

/** Measures an operation and stops at the first limit it breaks. */
export const checkLimits = (
  limits: QueryLimits,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): void => {
  const { depth, aliases, cost } = measureOf(document, operation);
  const found = cost(variables);
  if (depth > limits.depth) throw tooMuch('depth', limits.depth, depth);
  if (aliases > limits.aliases) throw tooMuch('aliases', limits.aliases, aliases);
  if (operation.selectionSet.selections.length > limits.rootFields)
    throw tooMuch('root fields', limits.rootFields, operation.selectionSet.selections.length);
  if (found > limits.cost) throw tooMuch('fields', limits.cost, found);
};

const measures = new WeakMap<OperationDefinitionNode, Measure>();

const measureOf = (document: DocumentNode, operation: OperationDefinitionNode): Measure => {
  const known = measures.get(operation);
  if (known) return known;
  const measure = new Measurer(document).selection(operation.selectionSet);
  measures.set(operation, measure);
  return measure;
};

/** Depth, alias, cost and root-field limits, checked before anything runs; a document is measured once. */
export const queryLimits = (limits: QueryLimits = defaultLimits): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operation, request }) => {
        if (operation) checkLimits(limits, document, operation, request.variables ?? {});
        return Promise.resolve();
      },
    }),
});
