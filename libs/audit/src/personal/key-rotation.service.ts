import { Injectable } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { Database, FieldCipher, PersonalRegistry, type PersonalColumn, type Scope, type Tx } from '@huiji/platform';
import { batchSql, leftSql, mayUpdateSql, neededKeysSql, sealedColumnsSql } from '../persistence/rotation.sql';

const BATCH = 500;

const scopeOf = (area: string): Scope => ({ area: areaCode(area), actor: { kind: 'system', name: 'key-rotation' } });

/** What a rotation did: how many were encrypted anew, and how many of each column are left. */
export interface RotationReport {
  readonly rotated: number;
  /** By code of the column; zero everywhere when the old keys may go. */
  readonly left: Readonly<Record<string, bigint>>;
  /** Keys that data of the area still needs. */
  readonly needed: readonly string[];
}

/**
 * Encrypts with the newest key of the ring whatever is under an older one (密钥轮换): in batches of their own, so that it
 * goes on where it stopped. Numbers of people and payees are under keys of their own, and only those keys are encrypted
 * anew. An old key may be dropped from HUIJI_DATA_KEYS when nothing needs it; the start says so if it went too early.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly registry: PersonalRegistry,
  ) {}

  /** Every column of the area that the ring encrypts itself. */
  async rotate(area: string): Promise<RotationReport> {
    let rotated = 0;
    for (const column of this.ringColumns())
      if (await this.mayUpdate(area, column)) rotated += await this.rotateColumn(area, column);
    const left: Record<string, bigint> = {};
    for (const column of this.ringColumns()) left[column.code] = await this.left(area, column);
    const needed = await this.neededKeys(area);
    await this.write(area, (tx) => this.retire(tx, needed));
    return { rotated, left, needed };
  }

  /** Ids of the keys that some encrypted column of the area, or of all areas, needs; reads every such column. */
  async neededKeys(area: string): Promise<readonly string[]> {
    return this.database.read(scopeOf(area), async (tx) => {
      const columns = await tx.query<{ table: string; column: string }>(sealedColumnsSql);
      const ids = new Set<string>();
      for (const { table, column } of columns)
        for (const row of await tx.query<{ id: string }>(neededKeysSql(table, column))) ids.add(row.id);
      return [...ids].sort();
    });
  }

  private ringColumns(): readonly PersonalColumn[] {
    return this.registry.columns.filter(({ personSql }) => personSql === null);
  }

  private async mayUpdate(area: string, { table, encryptedColumn }: PersonalColumn): Promise<boolean> {
    const [row] = await this.database.read(scopeOf(area), (tx) =>
      tx.query<{ may: boolean }>(mayUpdateSql, [table, encryptedColumn]),
    );
    return row?.may === true;
  }

  private async rotateColumn(area: string, column: PersonalColumn): Promise<number> {
    let rotated = 0;
    for (let after = ''; ;) {
      const batch = await this.write(area, (tx) => this.rotateBatch(tx, column, after));
      rotated += batch.length;
      const last = batch.at(-1);
      if (last === undefined) return rotated;
      after = last;
    }
  }

  /** The ids of the rows that were encrypted anew. */
  private async rotateBatch(tx: Tx, column: PersonalColumn, after: string): Promise<readonly string[]> {
    const { table, idColumn, encryptedColumn } = column;
    const pattern = this.cipher.currentPattern();
    const rows = await tx.query<{ id: string; stored: string }>(batchSql(column), [tx.area, after, pattern, BATCH]);
    const anew = rows.map(({ id, stored }) => {
      const purpose = column.boundToId === true ? `${column.purpose}:${id}` : column.purpose;
      return { id, stored: this.cipher.encrypt(purpose, tx.area, this.cipher.decrypt(purpose, tx.area, stored)) };
    });
    await tx.query(
      `UPDATE ${table} t SET ${encryptedColumn} = r.stored
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, stored text) WHERE t.area = $1 AND t.${idColumn} = r.id`,
      [tx.area, JSON.stringify(anew)],
    );
    return rows.map(({ id }) => id);
  }

  private async left(area: string, column: PersonalColumn): Promise<bigint> {
    const [row] = await this.database.read(scopeOf(area), (tx) =>
      tx.query<{ count: bigint }>(leftSql(column), [tx.area, this.cipher.currentPattern()]),
    );
    return row?.count ?? 0n;
  }

  private async retire(tx: Tx, needed: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE platform.key_use SET retired_at = $3
       WHERE area = $1 AND retired_at IS NULL AND key_id <> ALL($2::text[]) AND key_id <> $4`,
      [tx.area, needed, tx.now, this.cipher.keyIds[0] ?? ''],
    );
  }

  private async write<T>(area: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await this.database.inTransaction(scopeOf(area), async (tx) => ok(await work(tx)));
    if (!done.ok) throw new Error(`keys of ${area} did not rotate: ${done.refusal.code}`);
    return done.value;
  }
}
