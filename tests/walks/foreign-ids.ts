import { randomUUID } from 'node:crypto';
import type { Input } from '../journeys/bad-input/case';
import type { World } from '../journeys/bad-input/world';

export type Steps = readonly (string | number)[];

/** One id in an input: where it stands, and what stands there. */
export interface IdPlace {
  readonly path: string;
  readonly steps: Steps;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every id of an input but the request's; lists are looked into at their first entry. */
export const idsIn = (value: unknown, steps: Steps = []): readonly IdPlace[] => {
  if (typeof value === 'string')
    return UUID.test(value) && steps.at(-1) !== 'requestId' ? [{ path: steps.join('.'), steps, id: value }] : [];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((entry: unknown) => idsIn(entry, [...steps, 0]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, [...steps, name]));
};

/** The input with other ids at some places. */
export const withIds = (input: Input, change: (place: IdPlace) => string): Input => {
  const copy = structuredClone(input) as Record<string, unknown>;
  for (const place of idsIn(input)) {
    let at: Record<string | number, unknown> = copy;
    for (const step of place.steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[place.steps.at(-1) ?? ''] = change(place);
  }
  return copy;
};

/** The input with ids that nobody has, at some places. */
export const absent = (input: Input, places: readonly IdPlace[]): Input =>
  withIds(input, ({ path, id }) => (places.some((place) => place.path === path) ? randomUUID() : id));

const TENANT = `
SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND obj_description(c.oid) LIKE 'tenant:%' ORDER BY 1`;

/** Finds what an id is, and something of the same kind in the other area. */
export class ForeignIds {
  private constructor(
    private readonly world: World,
    private readonly sql: string,
  ) {}

  static async of(world: World): Promise<ForeignIds> {
    const tables = await world.journey.db.ownerQuery<{ name: string }>(TENANT);
    const parts = tables.map(({ name }) => `SELECT '${name}' AS name FROM ${name} WHERE id = $1`);
    return new ForeignIds(world, parts.join(' UNION ALL '));
  }

  /** The places whose ids belong to an area or are an organisation; what all areas share is nobody's. */
  async owned(input: Input): Promise<readonly IdPlace[]> {
    const found: IdPlace[] = [];
    for (const place of idsIn(input)) {
      const rows = await this.world.journey.db.ownerQuery(
        `${this.sql} UNION ALL SELECT 'organisation' FROM catalog.organisation WHERE id = $1`,
        [place.id],
      );
      if (rows.length > 0) found.push(place);
    }
    return found;
  }

  /** An id of the other area for a place: a row of the same table, or an organisation that acts only there. */
  async ofOtherArea(place: IdPlace, area: string, other: string): Promise<string | undefined> {
    const { db } = this.world.journey;
    const [table] = await db.ownerQuery<{ name: string }>(this.sql, [place.id]);
    const [row] =
      table === undefined
        ? await db.ownerQuery<{ id: string }>(
            `SELECT o.id FROM catalog.organisation o JOIN catalog.organisation mine ON mine.id = $1 AND mine.kind = o.kind
             WHERE EXISTS (SELECT FROM catalog.area_organisation a WHERE a.organisation_id = o.id AND a.area = $3)
               AND NOT EXISTS (SELECT FROM catalog.area_organisation a WHERE a.organisation_id = o.id AND a.area = $2)
             ORDER BY o.id LIMIT 1`,
            [place.id, area, other],
          )
        : await db.ownerQuery<{ id: string }>(`SELECT id FROM ${table.name} WHERE area = $1 ORDER BY id LIMIT 1`, [
            other,
          ]);
    return row?.id;
  }
}
