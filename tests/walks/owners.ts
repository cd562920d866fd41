import type { ActScope } from '@huiji/platform';

type OwnerQuery = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

/** One stored row of an area: where it stands and every text and id in it. */
export interface StoredRow {
  readonly table: string;
  readonly area: string;
  readonly id: string | undefined;
  readonly values: readonly string[];
}

/** Whose eyes an answer is for. */
export interface Eyes {
  readonly area: string;
  readonly organisationId: string;
  readonly userId: string;
}

const TABLES = `
SELECT n.nspname || '.' || c.relname AS name,
  coalesce(array_agg(a.attname::text) FILTER (WHERE a.atttypid = 'bytea'::regtype), '{}') AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND obj_description(c.oid) LIKE 'tenant:%'
GROUP BY 1 ORDER BY 1`;

/** A text that says something of a thing: not a number, not a date, not a word of two signs, not four masked digits. */
const TELLING = /^(?!\*{4})(?=.*[\p{L}\p{N}])(?![\d.,:+\-TZ ]{1,7}$)(?!\d{4}-\d{2}(-\d{2}.*)?$).{4,}$/su;

/** What a person is given to do, with everybody and everything on it. */
const TASK = 'long_term_care.assessment';

/**
 * Rows about another organisation that are within reach through a row of one's own: a buyer sees what is owed and paid
 * on its invoice.
 */
const SEEN_THROUGH: Readonly<Record<string, string>> = {
  'settlement.payable': 'settlement.invoice',
  'settlement.payment': 'settlement.invoice',
};

const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

/** Every text and id of an answer with its place, list positions left out. */
export const leavesOf = (value: unknown, place = ''): readonly (readonly [place: string, value: string])[] => {
  if (typeof value === 'string') return [[place, value]];
  if (Array.isArray(value)) return value.flatMap((inner) => leavesOf(inner, place));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => name !== '__typename')
    .flatMap(([name, inner]) => leavesOf(inner, `${place}.${name}`));
};

/** Knows whose every stored value is: the area of its rows, and the organisations and people they lead to. */
export class Owners {
  private readonly byId = new Map<string, StoredRow[]>();
  private readonly byValue = new Map<string, StoredRow[]>();
  private readonly above = new Map<StoredRow, ReadonlySet<StoredRow>>();
  private readonly reaches = new Map<string, ReadonlySet<StoredRow>>();

  private constructor(
    readonly rows: readonly StoredRow[],
    private readonly organisations: ReadonlySet<string>,
    private readonly shared: ReadonlySet<string>,
  ) {
    for (const row of rows) {
      if (row.id !== undefined) this.byId.set(row.id, [...(this.byId.get(row.id) ?? []), row]);
      for (const value of new Set(row.values)) {
        const known = this.byValue.get(value);
        if (known) known.push(row);
        else this.byValue.set(value, [row]);
      }
    }
  }

  static async of(ownerQuery: OwnerQuery): Promise<Owners> {
    const rows: StoredRow[] = [];
    for (const { name, bytes } of await ownerQuery<{ name: string; bytes: string[] }>(TABLES)) {
      const found = await ownerQuery<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) - $1::text[] AS row FROM ${name} t`,
        [bytes],
      );
      for (const { row } of found) {
        const { area, ...rest } = row;
        rows.push({ table: name, area: String(area), id: rest['id'] as string | undefined, values: leaves(rest) });
      }
    }
    const organisations = await ownerQuery<{ id: string }>('SELECT id FROM catalog.organisation');
    return new Owners(rows, new Set(organisations.map(({ id }) => id)), await sharedValues(ownerQuery));
  }

  /**
   * Why a value must not be seen: every row that holds it is of another area, or beyond the reach. Undefined: nobody's,
   * shared by areas, or within reach.
   */
  leak(value: string, eyes: Eyes, scope: ActScope): string | undefined {
    if (this.shared.has(value) || !TELLING.test(value)) return undefined;
    const rows = this.byId.get(value) ?? this.byValue.get(value) ?? [];
    const here = rows.filter(({ area }) => area === eyes.area);
    const [first] = rows;
    if (first === undefined) return undefined;
    if (here.length === 0) return `of area ${first.area} in ${first.table}`;
    if (scope === 'area' || here.some((row) => this.within(row, eyes, scope))) return undefined;
    return `beyond ${scope} in ${here[0]?.table ?? ''}`;
  }

  /** An id of a table of the area that leads to an organisation or person, if there is one. */
  ownedId(table: string, eyes: Eyes, scope: ActScope): string | undefined {
    return this.rows.find((row) => row.table === table && row.area === eyes.area && this.within(row, eyes, scope))?.id;
  }

  private within(row: StoredRow, eyes: Eyes, scope: ActScope): boolean {
    const mine = this.reach(eyes, scope);
    if (mine.has(row)) return true;
    const ancestors = this.ancestors(row);
    if (scope === 'own') return [...ancestors].some((each) => mine.has(each) && each.table === TASK);
    if (this.names(row)) {
      const through = SEEN_THROUGH[row.table];
      return [...ancestors].some((each) => each.table === through && each.values.includes(eyes.organisationId));
    }
    const owners = [...ancestors].filter((each) => this.names(each));
    return owners.length === 0 || owners.some(({ values }) => values.includes(eyes.organisationId));
  }

  /** Whether a row itself says which organisations it is about. */
  private names({ values }: StoredRow): boolean {
    return values.some((value) => this.organisations.has(value));
  }

  /** What leads to somebody, and everything above that: a line of mine leads to its contract. */
  private reach({ area, organisationId, userId }: Eyes, scope: ActScope): ReadonlySet<StoredRow> {
    const key = `${area} ${scope} ${scope === 'own' ? userId : organisationId}`;
    const known = this.reaches.get(key);
    if (known) return known;
    const seeds = this.rowsWith(area, scope === 'own' ? userId : organisationId);
    const links = scope === 'own' ? seeds.flatMap(({ id }) => (id === undefined ? [] : this.rowsWith(area, id))) : [];
    const reach = new Set<StoredRow>();
    const enter = (row: StoredRow): void => {
      reach.add(row);
      for (const each of this.ancestors(row)) reach.add(each);
    };
    [...seeds, ...links].forEach(enter);
    if (scope === 'own') {
      const tasks = [...reach].filter(({ table }) => table === TASK);
      for (const { id = '' } of tasks) this.rowsWith(area, id).forEach(enter);
    }
    this.reaches.set(key, reach);
    return reach;
  }

  private rowsWith(area: string, value: string): readonly StoredRow[] {
    return (this.byValue.get(value) ?? []).filter((row) => row.area === area);
  }

  /** The rows that a row names by id, and those that they name. */
  private ancestors(row: StoredRow): ReadonlySet<StoredRow> {
    const known = this.above.get(row);
    if (known) return known;
    const found = new Set<StoredRow>();
    this.above.set(row, found);
    for (const value of row.values) {
      if (value === row.id) continue;
      for (const parent of this.byId.get(value) ?? []) {
        if (parent.area !== row.area || parent === row) continue;
        found.add(parent);
        for (const each of this.ancestors(parent)) found.add(each);
      }
    }
    return found;
  }
}

/** What all areas share: catalogue, people's names and log-ins, organisations. */
const sharedValues = async (ownerQuery: OwnerQuery): Promise<ReadonlySet<string>> => {
  const tables = await ownerQuery<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND obj_description(c.oid) LIKE 'global:%'`,
  );
  const values = new Set<string>();
  for (const { name } of tables)
    for (const { row } of await ownerQuery<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t`))
      for (const value of leaves(row)) values.add(value);
  return values;
};
