import { Injectable } from '@nestjs/common';
import type { StoredRefresh } from '../model/refresh';
import { DELEGATION_LIVES } from './identity.repository';
import type { Sql } from './sql';

export type EndedWhy =
  | 'signed-out'
  | 'refresh-token-reused'
  | 'ended-by-person'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'person-disabled'
  | 'second-factor-reset';

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly membershipId: string;
  readonly delegationId: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly clientAddress: string | null;
  readonly deviceWords: string | null;
  readonly secondFactor: boolean;
  readonly onlyArea: string | null;
}

export interface RefreshRow extends StoredRefresh {
  readonly sessionId: string;
  readonly userId: string;
  readonly membershipId: string;
  readonly delegationId: string | null;
  readonly secondFactor: boolean;
  readonly onlyArea: string | null;
}

/** One log-in as its owner sees it. */
export interface OwnLogIn {
  readonly id: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly clientAddress: string | null;
  readonly deviceWords: string | null;
  readonly secondFactor: boolean;
}

const STANDING = `
SELECT 1 AS stands
FROM identity.session s
JOIN identity.person_user u ON u.id = s.user_id AND u.disabled_at IS NULL
JOIN identity.membership m ON m.id = $2 AND m.ended_at IS NULL
JOIN platform.area a ON a.area = m.area
LEFT JOIN identity.delegation d ON d.id = $3::uuid
WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $4 AND ($3::uuid IS NULL OR (${DELEGATION_LIVES}))`;

/** Log-ins and their refresh tokens. */
@Injectable()
export class SessionRepository {
  async insert(sql: Sql, s: NewSession): Promise<void> {
    await sql.query(
      `INSERT INTO identity.session (id, user_id, membership_id, delegation_id, made_at, last_used_at, expires_at,
                                     client_address, device_words, second_factor, only_area)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)`,
      [
        s.id,
        s.userId,
        s.membershipId,
        s.delegationId,
        s.madeAt,
        s.expiresAt,
        s.clientAddress,
        s.deviceWords,
        s.secondFactor,
        s.onlyArea,
      ],
    );
  }

  async insertRefresh(sql: Sql, tokenHash: string, sessionId: string, issuedAt: Date): Promise<void> {
    await sql.query(`INSERT INTO identity.refresh_token (token_hash, session_id, issued_at) VALUES ($1, $2, $3)`, [
      tokenHash,
      sessionId,
      issuedAt,
    ]);
  }

  /** The token with its log-in, both locked, so that two uses at once are seen one after the other. */
  async lockRefresh(sql: Sql, tokenHash: string): Promise<RefreshRow | undefined> {
    const rows = await sql.query<RefreshRow>(
      `SELECT s.id AS "sessionId", s.user_id AS "userId", s.membership_id AS "membershipId",
              s.delegation_id AS "delegationId", s.second_factor AS "secondFactor", s.only_area AS "onlyArea",
              t.used_at AS "usedAt", s.expires_at AS "sessionExpiresAt", s.ended_at AS "sessionEndedAt"
       FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id
       WHERE t.token_hash = $1 FOR UPDATE OF t, s`,
      [tokenHash],
    );
    return rows[0];
  }

  async markRefreshUsed(sql: Sql, tokenHash: string, at: Date): Promise<void> {
    await sql.query(`UPDATE identity.refresh_token SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL`, [
      tokenHash,
      at,
    ]);
  }

  /** Goes on in a membership, and notes that the log-in was used. */
  async move(sql: Sql, sessionId: string, membershipId: string, delegationId: string | null, at: Date): Promise<void> {
    await sql.query(
      `UPDATE identity.session SET membership_id = $2, delegation_id = $3, last_used_at = $4 WHERE id = $1`,
      [sessionId, membershipId, delegationId, at],
    );
  }

  async end(sql: Sql, sessionId: string, at: Date, why: EndedWhy): Promise<void> {
    await sql.query(`UPDATE identity.session SET ended_at = $2, ended_why = $3 WHERE id = $1 AND ended_at IS NULL`, [
      sessionId,
      at,
      why,
    ]);
  }

  /** Ends one log-in of a person; false when it is not theirs, or over. */
  async endOwn(sql: Sql, userId: string, sessionId: string, at: Date): Promise<boolean> {
    const ended = await sql.query(
      `UPDATE identity.session SET ended_at = $3, ended_why = 'ended-by-person'
       WHERE id = $1 AND user_id = $2 AND ended_at IS NULL AND expires_at > $3 RETURNING id`,
      [sessionId, userId, at],
    );
    return ended.length === 1;
  }

  /** Ends every log-in of a person, but the one named. */
  async endAll(sql: Sql, userId: string, at: Date, why: EndedWhy, but?: string): Promise<void> {
    await sql.query(
      `UPDATE identity.session SET ended_at = $2, ended_why = $3
       WHERE user_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $4::uuid`,
      [userId, at, why, but ?? null],
    );
  }

  /** The living log-ins of a person, newest first; an address stays out of every list but its owner's. */
  living(sql: Sql, userId: string, now: Date): Promise<OwnLogIn[]> {
    return sql.query<OwnLogIn>(
      `SELECT id, made_at AS "madeAt", coalesce(last_used_at, made_at) AS "lastUsedAt", expires_at AS "expiresAt",
              client_address AS "clientAddress", device_words AS "deviceWords", second_factor AS "secondFactor"
       FROM identity.session WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2
       ORDER BY made_at DESC, id DESC LIMIT 200`,
      [userId, now],
    );
  }

  /** Whether a log-in, its person, its membership and its delegation all live: one look by primary keys. */
  async stands(
    sql: Sql,
    of: { sessionId: string; membershipId: string; delegationId: string | null },
    now: Date,
  ): Promise<boolean> {
    return (await sql.query(STANDING, [of.sessionId, of.membershipId, of.delegationId, now])).length === 1;
  }
}
