import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { Database, FieldCipher } from '@huiji/platform';
import { KeyRotation } from './key-rotation.service';

/** A key that data needs is not among HUIJI_DATA_KEYS; the message says which, and what to do. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  constructor(
    readonly area: string,
    readonly keyIds: readonly string[],
  ) {
    super(
      `Data of area ${area} is still encrypted with ${keyIds.map((id) => `"${id}"`).join(', ')}, which HUIJI_DATA_KEYS does not name. ` +
        'Put it back behind the newest key and start again; the worker encrypts anew what is under it, and it may be dropped when the start no longer asks for it. ' +
        `统筹区 ${area} 的数据仍需要密钥 ${keyIds.join('、')}，请将其加回 HUIJI_DATA_KEYS（置于新密钥之后）再启动。`,
    );
  }
}

/** At start: notes the key that encrypts from now on, and refuses to work without one that data still needs. */
@Injectable()
export class KeyGuard implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly rotation: KeyRotation,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const areas: { area: string }[] = await this.database.global.query('SELECT area FROM platform.area ORDER BY area');
    for (const { area } of areas) await this.check(area);
  }

  /** Throws KeyMissing. */
  async check(area: string): Promise<void> {
    const needed = await this.noted(area);
    const missing = needed.filter((id) => !this.cipher.keyIds.includes(id));
    if (missing.length > 0) throw new KeyMissing(area, missing);
  }

  /** Whether data may be under an older key than the newest. */
  async mayRotate(area: string): Promise<boolean> {
    return (await this.noted(area)).some((id) => id !== this.cipher.keyIds[0]);
  }

  /** Keys that the area is known to need, the newest of the ring among them; found in the data the first time. */
  private async noted(area: string): Promise<readonly string[]> {
    const known = await this.use(area, []);
    return known.length > 0 ? this.use(area, this.cipher.keyIds.slice(0, 1)) : this.use(area, await this.found(area));
  }

  private async found(area: string): Promise<readonly string[]> {
    return [...new Set([...this.cipher.keyIds.slice(0, 1), ...(await this.rotation.neededKeys(area))])];
  }

  private async use(area: string, add: readonly string[]): Promise<readonly string[]> {
    const scope = { area: areaCode(area), actor: { kind: 'system', name: 'key-guard' } } as const;
    const done = await this.database.inTransaction(scope, async (tx) => {
      if (add.length > 0)
        await tx.query(
          `INSERT INTO platform.key_use (area, key_id, first_used_at) SELECT $1, k, $3 FROM unnest($2::text[]) AS k
           ON CONFLICT (area, key_id) DO UPDATE SET retired_at = NULL`,
          [area, add, tx.now],
        );
      const sql = 'SELECT key_id AS id FROM platform.key_use WHERE area = $1 AND retired_at IS NULL ORDER BY key_id';
      return ok((await tx.query<{ id: string }>(sql, [area])).map(({ id }) => id));
    });
    return done.ok ? done.value : [];
  }
}
