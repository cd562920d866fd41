import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Values } from './values';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type AnyField = GraphQLField<unknown, unknown>;

const DEEPEST = 4;

/** Writes random operations over a schema: any field, any argument, as variable or as text, with all that GraphQL has. */
export class Operations {
  private variables: Record<string, unknown> = {};
  private declared: string[] = [];
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
  ) {}

  /** One operation; one in six is a mutation of one act. */
  next(kind: 'query' | 'mutation'): Operation {
    this.variables = {};
    this.declared = [];
    this.fields = 0;
    const root = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    if (!root) throw new Error(`no ${kind}`);
    const all = Object.values(root.getFields());
    const count = kind === 'query' ? this.values.pick([1, 1, 2, 3]) : 1;
    const roots = Array.from({ length: count }, (_, place) =>
      this.field(this.values.pick(all), 0, `r${place.toString()}`),
    );
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return { query: `${kind} Fuzz${declared} { ${roots.join(' ')} }`, variables: this.variables };
  }

  private field(field: AnyField, depth: number, alias = ''): string {
    this.fields += 1;
    const args = field.args
      .filter((arg) => (isNonNullType(arg.type) ? !this.values.chance(60) : this.values.chance(2)))
      .map((arg) => `${arg.name}: ${this.argument(arg)}`);
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` { ${this.selection(type, depth + 1)} }` : '';
    const directive = this.values.chance(25)
      ? ` @${this.values.pick(['include', 'skip'])}(if: ${this.values.pick(['true', 'false'])})`
      : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
  }

  private argument(arg: GraphQLArgument): string {
    const value = this.values.of(arg.type, arg.name);
    if (this.values.chance(4)) {
      const text = this.written(arg, value);
      if (text !== undefined) return text;
    }
    const name = `v${this.declared.length.toString()}`;
    this.declared.push(`$${name}: ${arg.type.toString()}`);
    if (!this.values.chance(50)) this.variables[name] = value;
    return `$${name}`;
  }

  /** A value as it stands in a text; undefined where it cannot stand there. */
  private written(arg: GraphQLArgument, value: unknown): string | undefined {
    try {
      const node = astFromValue(value, arg.type);
      return node ? print(node) : undefined;
    } catch {
      return typeof value === 'string' ? JSON.stringify(value) : undefined;
    }
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts = ['__typename'];
    const full = depth > DEEPEST || this.fields > 60;
    if (isAbstractType(type))
      parts.push(
        ...this.schema.getPossibleTypes(type).map((one) => `... on ${one.name} { ${this.selection(one, depth + 1)} }`),
      );
    if (!isObjectType(type)) return parts.join(' ');
    const all = Object.values(type.getFields());
    const wanted = all.filter((field) => isLeafType(getNamedType(field.type)) || (!full && this.values.chance(2)));
    parts.push(
      ...wanted.map((field, place) => {
        const needed = field.args.length > 0 || this.values.chance(12);
        return this.field(field, depth, needed ? `f${depth.toString()}x${place.toString()}` : '');
      }),
    );
    return parts.join(' ');
  }
}
