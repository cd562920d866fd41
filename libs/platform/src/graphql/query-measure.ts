import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { PAGE_LIMIT } from './keyset';

/** Rows of a page whose size nobody said; the default of `first`. */
const PAGE_SIZE = 50;
/** Entries that a list without pages is taken to have. */
const LIST_SIZE = 5;

export type Variables = Readonly<Record<string, unknown>>;

/** Fields of the answer as a function of the variables, so that `first: $n` counts what it asks for. */
export type Cost = (variables: Variables) => number;

export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields that stand side by side, those of fragments among them; what is inside them is not counted. */
  readonly fields: number;
  readonly cost: Cost;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, fields: 0, cost: () => 0 };

const beside = (parts: readonly Measure[]): Measure => ({
  depth: Math.max(0, ...parts.map(({ depth }) => depth)),
  aliases: parts.reduce((sum, { aliases }) => sum + aliases, 0),
  directives: parts.reduce((sum, { directives }) => sum + directives, 0),
  fields: parts.reduce((sum, { fields }) => sum + fields, 0),
  cost: (variables) => parts.reduce((sum, { cost }) => sum + cost(variables), 0),
});

const within = (size: number): number => (Number.isFinite(size) ? Math.min(Math.max(size, 1), PAGE_LIMIT) : PAGE_LIMIT);

type AnyField = GraphQLField<unknown, unknown>;

/** Measures one operation of a document; each fragment once, however often it is used. */
export class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Measure>();
  private readonly defaults: Readonly<Record<string, unknown>>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    this.defaults = Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
      ),
    );
  }

  measure(): Measure {
    const { operation, schema } = this;
    const root = schema.getRootType(operation.operation) ?? undefined;
    const inner = this.selection(operation.selectionSet, root);
    const own = [operation, ...(operation.variableDefinitions ?? [])];
    const directives = own.reduce((sum, node) => sum + (node.directives?.length ?? 0), inner.directives);
    return { ...inner, directives };
  }

  private selection(set: SelectionSetNode | undefined, parent: GraphQLCompositeType | undefined): Measure {
    return set ? beside(set.selections.map((node) => this.node(node, parent))) : nothing;
  }

  private node(node: SelectionNode, parent: GraphQLCompositeType | undefined): Measure {
    const inner = this.inside(node, parent);
    return { ...inner, directives: inner.directives + (node.directives?.length ?? 0) };
  }

  private inside(node: SelectionNode, parent: GraphQLCompositeType | undefined): Measure {
    if (node.kind === Kind.FIELD) return this.field(node, parent);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.spread(node.name.value);
    return this.selection(node.selectionSet, this.typeNamed(node.typeCondition?.name.value) ?? parent);
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType | undefined): Measure {
    const aliases = node.alias ? 1 : 0;
    if (node.name.value.startsWith('__')) return { ...nothing, aliases, fields: 1 };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    const inner = this.selection(node.selectionSet, isCompositeType(type) ? type : undefined);
    const times = this.times(node, field);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + aliases,
      directives: inner.directives,
      fields: 1,
      cost: (variables) => 1 + times(variables) * inner.cost(variables),
    };
  }

  /** How many things stand behind a field: the rows of its page, the entries of its list, or one. */
  private times(node: FieldNode, field: AnyField | undefined): (variables: Variables) => number {
    if (!field?.args.some(({ name }) => name === 'first')) {
      // The rows of a page are counted where the page is asked for.
      const entries = field && node.name.value !== 'edges' && isListType(getNullableType(field.type)) ? LIST_SIZE : 1;
      return () => entries;
    }
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return () => within(Number(value.value));
    if (value?.kind !== Kind.VARIABLE) return () => PAGE_SIZE;
    const name = value.name.value;
    return (variables) => within(Number(variables[name] ?? this.defaults[name] ?? PAGE_SIZE));
  }

  private spread(name: string): Measure {
    const known = this.measured.get(name);
    if (known) return known;
    this.measured.set(name, nothing);
    const fragment = this.fragments.get(name);
    const measure = this.selection(fragment?.selectionSet, this.typeNamed(fragment?.typeCondition.name.value));
    this.measured.set(name, measure);
    return measure;
  }
}
