import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { Sql } from '../../persistence/sql';
import type { OidcIssuer } from '../model/oidc';

export interface StoredIssuer extends OidcIssuer {
  readonly clientSecretSealed: string;
}

export interface Flow {
  readonly stateHash: string;
  readonly issuerId: string;
  readonly browserHash: string;
  readonly nonce: string;
  readonly verifierSealed: string;
  readonly expiresAt: Date;
}

const ISSUER = `
SELECT id, area, slug, name, issuer_url AS "issuerUrl", client_id AS "clientId", console_origin AS "consoleOrigin",
       ended_at IS NOT NULL AS ended, changed_at AS "changedAt", client_secret_sealed AS "clientSecretSealed"
FROM identity.oidc_issuer`;

/** Providers, the people they know, and log-ins on their way. */
@Injectable()
export class OidcRepository {
  /** Providers that may be chosen at the door. */
  living(sql: Sql): Promise<StoredIssuer[]> {
    return sql.query<StoredIssuer>(`${ISSUER} WHERE ended_at IS NULL ORDER BY name, id LIMIT 100`);
  }

  async bySlug(sql: Sql, slug: string): Promise<StoredIssuer | undefined> {
    return (await sql.query<StoredIssuer>(`${ISSUER} WHERE slug = $1 AND ended_at IS NULL`, [slug]))[0];
  }

  async find(tx: Tx, id: string): Promise<StoredIssuer | undefined> {
    return (await tx.query<StoredIssuer>(`${ISSUER} WHERE id = $1 AND area = $2`, [id, tx.area]))[0];
  }

  list(tx: Tx): Promise<StoredIssuer[]> {
    return tx.query<StoredIssuer>(`${ISSUER} WHERE area = $1 ORDER BY name, id LIMIT 100`, [tx.area]);
  }

  /** A new provider, or the same of the area changed; answers its id, undefined when another area has the slug. */
  async save(
    tx: Tx,
    issuer: Pick<OidcIssuer, 'slug' | 'name' | 'issuerUrl' | 'clientId' | 'consoleOrigin'>,
    clientSecretSealed: string,
    by: string,
  ): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO identity.oidc_issuer AS i (id, area, slug, name, issuer_url, client_id, client_secret_sealed,
                                              console_origin, made_by, made_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name, issuer_url = EXCLUDED.issuer_url,
         client_id = EXCLUDED.client_id, client_secret_sealed = EXCLUDED.client_secret_sealed,
         console_origin = EXCLUDED.console_origin, changed_at = EXCLUDED.changed_at, ended_at = NULL
       WHERE i.area = EXCLUDED.area RETURNING id`,
      [
        tx.newId(),
        tx.area,
        issuer.slug,
        issuer.name,
        issuer.issuerUrl,
        issuer.clientId,
        clientSecretSealed,
        issuer.consoleOrigin,
        by,
        tx.now,
      ],
    );
    return rows[0]?.id;
  }

  async end(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.oidc_issuer SET ended_at = $3, changed_at = $3
       WHERE id = $1 AND area = $2 AND ended_at IS NULL RETURNING id`,
      [id, tx.area, tx.now],
    );
    return rows.length === 1;
  }

  /** How a provider knows a person; the knowledge before is replaced. False when it knows somebody else by that. */
  async link(
    tx: Tx,
    link: { issuerId: string; userId: string; subject: string | null; emailIndex: string | null; by: string },
  ): Promise<boolean> {
    await tx.query(`DELETE FROM identity.oidc_link WHERE issuer_id = $1 AND user_id = $2`, [
      link.issuerId,
      link.userId,
    ]);
    const rows = await tx.query(
      `INSERT INTO identity.oidc_link (id, issuer_id, user_id, subject, email_index, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [tx.newId(), link.issuerId, link.userId, link.subject, link.emailIndex, link.by, tx.now],
    );
    return rows.length === 1;
  }

  async personBySubject(sql: Sql, issuerId: string, subject: string): Promise<string | undefined> {
    const rows = await sql.query<{ user_id: string }>(
      `SELECT user_id FROM identity.oidc_link WHERE issuer_id = $1 AND subject = $2`,
      [issuerId, subject],
    );
    return rows[0]?.user_id;
  }

  /** Binds the subject to whoever was linked by that e-mail address and has no subject yet. */
  async bindSubject(sql: Sql, issuerId: string, emailIndex: string, subject: string): Promise<string | undefined> {
    const rows = await sql.query<{ user_id: string }>(
      `UPDATE identity.oidc_link SET subject = $3, email_index = NULL
       WHERE issuer_id = $1 AND email_index = $2 AND subject IS NULL RETURNING user_id`,
      [issuerId, emailIndex, subject],
    );
    return rows[0]?.user_id;
  }

  async beginFlow(sql: Sql, flow: Flow, now: Date): Promise<void> {
    await sql.query(
      `DELETE FROM identity.oidc_flow WHERE state_hash IN (
         SELECT state_hash FROM identity.oidc_flow WHERE expires_at <= $1 LIMIT 50 FOR UPDATE SKIP LOCKED)`,
      [now],
    );
    await sql.query(
      `INSERT INTO identity.oidc_flow (state_hash, issuer_id, browser_hash, nonce, verifier_sealed, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [flow.stateHash, flow.issuerId, flow.browserHash, flow.nonce, flow.verifierSealed, now, flow.expiresAt],
    );
  }

  /** Takes a flow away: whoever comes second finds none. */
  async takeFlow(sql: Sql, stateHash: string): Promise<Flow | undefined> {
    const rows = await sql.query<Flow>(
      `DELETE FROM identity.oidc_flow WHERE state_hash = $1
       RETURNING state_hash AS "stateHash", issuer_id AS "issuerId", browser_hash AS "browserHash", nonce,
                 verifier_sealed AS "verifierSealed", expires_at AS "expiresAt"`,
      [stateHash],
    );
    return rows[0];
  }
}
