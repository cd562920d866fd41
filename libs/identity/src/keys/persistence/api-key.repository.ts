import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { Sql } from '../../persistence/sql';
import type { ApiKey } from '../model/api-key';
import type { KeyScope } from '../model/key-scopes';

export interface LivingKey {
  readonly id: string;
  readonly area: string;
  readonly organisation_id: string;
  readonly account_id: string;
  readonly role: 'hospital' | 'supplier';
  readonly secret_hash: string;
  readonly scopes: readonly KeyScope[];
}

export interface NewKey {
  readonly id: string;
  readonly organisationId: string;
  readonly membershipId: string;
  readonly accountId: string;
  readonly role: 'hospital' | 'supplier';
  readonly name: string;
  readonly secretHash: string;
  readonly scopes: readonly KeyScope[];
  readonly madeBy: string;
  readonly expiresAt: Date;
}

const LIVING = `k.revoked_at IS NULL AND k.expires_at > $2
  AND EXISTS (SELECT 1 FROM identity.membership m WHERE m.id = k.membership_id AND m.ended_at IS NULL)
  AND EXISTS (SELECT 1 FROM identity.person_user u WHERE u.id = k.account_id AND u.disabled_at IS NULL)`;

const KEY = `
SELECT k.id, k.organisation_id AS "organisationId", o.name_zh AS "organisationNameZh", o.name_en AS "organisationNameEn",
       k.account_id AS "accountId", k.role, k.name, k.scopes, u.display_name AS "madeByName", k.made_at AS "madeAt",
       k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"
FROM identity.api_key k
JOIN catalog.organisation o ON o.id = k.organisation_id
JOIN identity.person_user u ON u.id = k.made_by`;

/** Keys of other systems, with the accounts they act as. */
@Injectable()
export class ApiKeyRepository {
  async living(sql: Sql, id: string, now: Date): Promise<LivingKey | undefined> {
    const rows = await sql.query<LivingKey>(
      `SELECT k.id, k.area, k.organisation_id, k.account_id, k.role, k.secret_hash, k.scopes
       FROM identity.api_key k WHERE k.id = $1 AND ${LIVING}`,
      [id, now],
    );
    return rows[0];
  }

  /** When a living key of this secret was made. */
  async madeAt(sql: Sql, id: string, secretHash: string): Promise<Date | undefined> {
    const rows = await sql.query<{ made_at: Date }>(
      `SELECT made_at FROM identity.api_key WHERE id = $1 AND secret_hash = $2 AND revoked_at IS NULL`,
      [id, secretHash],
    );
    return rows[0]?.made_at;
  }

  async noteUse(sql: Sql, id: string, now: Date): Promise<void> {
    await sql.query(
      `UPDATE identity.api_key SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
      [id, now],
    );
  }

  /** The key, its account and the account's membership. */
  async insert(tx: Tx, key: NewKey): Promise<void> {
    await tx.query(
      `INSERT INTO identity.person_user (id, login_name, display_name, made_at, kind) VALUES ($1, $2, $3, $4, 'key')`,
      [key.accountId, `key-${key.accountId}`, key.name, tx.now],
    );
    await tx.query(
      `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [key.membershipId, key.accountId, tx.area, key.organisationId, key.role, tx.now],
    );
    await tx.query(
      `INSERT INTO identity.api_key (id, area, organisation_id, membership_id, account_id, role, name, secret_hash, scopes,
                                     made_by, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        key.id,
        tx.area,
        key.organisationId,
        key.membershipId,
        key.accountId,
        key.role,
        key.name,
        key.secretHash,
        [...key.scopes],
        key.madeBy,
        tx.now,
        key.expiresAt,
      ],
    );
  }

  /** Ends a key of the area; of one organisation only where it is given. Answers its account when it was living. */
  async revoke(tx: Tx, id: string, organisationId: string | null, by: string): Promise<boolean> {
    const rows = await tx.query<{ membership_id: string }>(
      `UPDATE identity.api_key SET revoked_at = $4, revoked_by = $5
       WHERE id = $1 AND area = $2 AND ($3::uuid IS NULL OR organisation_id = $3) AND revoked_at IS NULL
       RETURNING membership_id`,
      [id, tx.area, organisationId, tx.now, by],
    );
    const [row] = rows;
    if (!row) return false;
    await tx.query(`UPDATE identity.membership SET ended_at = $2 WHERE id = $1`, [row.membership_id, tx.now]);
    return true;
  }

  async find(tx: Tx, id: string, organisationId: string | null): Promise<ApiKey | undefined> {
    const rows = await tx.query<ApiKey>(
      `${KEY} WHERE k.id = $1 AND k.area = $2 AND ($3::uuid IS NULL OR k.organisation_id = $3)`,
      [id, tx.area, organisationId],
    );
    return rows[0];
  }

  /** The keys of the area, newest first, or of one organisation; 200 at most. */
  list(tx: Tx, organisationId: string | null): Promise<ApiKey[]> {
    return tx.query<ApiKey>(
      `${KEY} WHERE k.area = $1 AND ($2::uuid IS NULL OR k.organisation_id = $2)
       ORDER BY k.made_at DESC, k.id DESC LIMIT 200`,
      [tx.area, organisationId],
    );
  }
}
