import { GraphQLError } from 'graphql';
import type { Connection } from './connection';

/** The most rows of one page. */
export const PAGE_LIMIT = 200;

export interface PageRequest {
  /** Rows wanted, 1…200. */
  readonly first: number;
  /** Cursor after which the page begins; absent: the first page. */
  readonly after?: string | null | undefined;
}

export type KeyValue = string | bigint | number | Date;

/** One column of a sort key. */
export interface KeyColumn<Row> {
  /** SQL expression, indexed and never null. */
  readonly sql: string;
  /** PostgreSQL type of the expression, for the cast of the cursor's text. */
  readonly type: 'uuid' | 'text' | 'date' | 'timestamptz' | 'bigint' | 'integer';
  /** The value of a row. A timestamptz must be selected so that the Date holds it whole (milliseconds). */
  readonly of: (row: Row) => KeyValue;
}

export interface KeysetSlice {
  /** Condition for WHERE, 'true' on the first page. */
  readonly where: string;
  readonly orderBy: string;
  /** One row more than the page, to know whether another follows. */
  readonly limit: number;
  /** Values of the placeholders in `where`, beginning at the `firstParam` that was asked for. */
  readonly params: readonly unknown[];
}

/** Arguments of a query that cannot be: an error named to the caller (queries have no refusals). */
export const refuseArguments = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const textOf = (value: KeyValue): string => (value instanceof Date ? value.toISOString() : value.toString());

const FORMS: Readonly<Record<KeyColumn<unknown>['type'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]{0,400}$/s,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
};

/**
 * Pages by key, never by offset: the order is a list of columns that together are unique, all in one direction.
 * A cursor names its order, so a cursor of another list is refused.
 */
export class Keyset<Row> {
  constructor(
    /** Name of the order, part of every cursor: 'orders-by-day'. */
    private readonly name: string,
    private readonly columns: readonly [KeyColumn<Row>, ...KeyColumn<Row>[]],
    private readonly direction: 'asc' | 'desc' = 'asc',
  ) {}

  /** The parts of the SELECT for one page. Throws BAD_USER_INPUT for a bad `first` or a cursor that is not ours. */
  slice(page: PageRequest, firstParam: number): KeysetSlice {
    if (!Number.isInteger(page.first) || page.first < 1 || page.first > PAGE_LIMIT)
      refuseArguments(`"first" is a whole number within 1…${PAGE_LIMIT.toString()}, got ${page.first.toString()}.`);
    const values = page.after === null || page.after === undefined ? [] : this.decode(page.after);
    const columns = this.columns.map(({ sql }) => sql).join(', ');
    const marks = this.columns.map(({ type }, index) => `$${(firstParam + index).toString()}::${type}`).join(', ');
    const beyond = this.direction === 'asc' ? '>' : '<';
    return {
      where: values.length === 0 ? 'true' : `(${columns}) ${beyond} (${marks})`,
      orderBy: this.columns.map(({ sql }) => `${sql} ${this.direction}`).join(', '),
      limit: page.first + 1,
      params: values,
    };
  }

  /** The connection of rows read with `slice`; `node` makes what a row shows as. */
  connection<Node>(page: PageRequest, rows: readonly Row[], node: (row: Row) => Node): Connection<Node> {
    const edges = rows.slice(0, page.first).map((row) => new KeysetEdge(this, row, node(row)));
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > page.first,
        hasPreviousPage: page.after !== null && page.after !== undefined,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  encode(row: Row): string {
    const values = this.columns.map(({ of }) => textOf(of(row)));
    return Buffer.from(JSON.stringify([this.name, ...values])).toString('base64url');
  }

  private decode(cursor: string): readonly string[] {
    const [name, ...values] = readList(cursor);
    const fits =
      name === this.name &&
      values.length === this.columns.length &&
      this.columns.every(({ type }, index) => FORMS[type].test(values[index] ?? ''));
    return fits ? values : refuseArguments('"after" is not a cursor of this list.');
  }
}

/** One row of a page. Its cursor is written when it is asked for: most pages need that of the last row only. */
class KeysetEdge<Row, Node> {
  constructor(
    private readonly keyset: Keyset<Row>,
    private readonly row: Row,
    readonly node: Node,
  ) {}

  get cursor(): string {
    return this.keyset.encode(this.row);
  }
}

const readList = (cursor: string): readonly string[] => {
  try {
    const list: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : [];
  } catch {
    return [];
  }
};
