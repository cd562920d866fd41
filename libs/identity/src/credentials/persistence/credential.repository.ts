import { Injectable } from '@nestjs/common';
import type { Sql } from '../../persistence/sql';

export type LinkPurpose = 'invitation' | 'reset';

export interface LinkRow {
  readonly userId: string;
  readonly loginName: string;
  readonly disabled: boolean;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface SecondFactorRow {
  readonly secretSealed: string;
  readonly confirmedAt: Date | null;
  readonly lastStep: bigint;
}

/** Passwords, links and second factors as they are kept. */
@Injectable()
export class CredentialRepository {
  /** A new link; the ones before end. */
  async insertLink(
    sql: Sql,
    link: {
      tokenHash: string;
      userId: string;
      purpose: LinkPurpose;
      madeBy: string | null;
      now: Date;
      expiresAt: Date;
    },
  ): Promise<void> {
    await sql.query(
      `UPDATE identity.link_token SET ended_at = $2 WHERE user_id = $1 AND used_at IS NULL AND ended_at IS NULL`,
      [link.userId, link.now],
    );
    await sql.query(
      `INSERT INTO identity.link_token (token_hash, user_id, purpose, made_by, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [link.tokenHash, link.userId, link.purpose, link.madeBy, link.now, link.expiresAt],
    );
  }

  async lockLink(sql: Sql, tokenHash: string): Promise<LinkRow | undefined> {
    const rows = await sql.query<LinkRow>(
      `SELECT l.user_id AS "userId", u.login_name AS "loginName", u.disabled_at IS NOT NULL AS disabled,
              l.expires_at AS "expiresAt", l.used_at AS "usedAt", l.ended_at AS "endedAt"
       FROM identity.link_token l JOIN identity.person_user u ON u.id = l.user_id
       WHERE l.token_hash = $1 FOR UPDATE OF l`,
      [tokenHash],
    );
    return rows[0];
  }

  /** When a link that still works was made for this person. */
  async linkMadeAt(sql: Sql, tokenHash: string, userId: string): Promise<Date | undefined> {
    const rows = await sql.query<{ made_at: Date }>(
      `SELECT made_at FROM identity.link_token
       WHERE token_hash = $1 AND user_id = $2 AND used_at IS NULL AND ended_at IS NULL`,
      [tokenHash, userId],
    );
    return rows[0]?.made_at;
  }

  /** When these recovery codes were made, where all of them are the person's; undefined otherwise. */
  async codesMadeAt(sql: Sql, userId: string, hashes: readonly string[]): Promise<Date | undefined> {
    const rows = await sql.query<{ made_at: Date | null; n: number }>(
      `SELECT min(made_at) AS made_at, count(*)::int AS n FROM identity.recovery_code
       WHERE user_id = $1 AND code_hash = ANY($2::text[])`,
      [userId, hashes],
    );
    const [row] = rows;
    return row?.n === hashes.length ? (row.made_at ?? undefined) : undefined;
  }

  async useLink(sql: Sql, tokenHash: string, now: Date): Promise<void> {
    await sql.query(`UPDATE identity.link_token SET used_at = $2 WHERE token_hash = $1`, [tokenHash, now]);
  }

  /** Stores the hash of a new password; an asked-for reset is answered by it. */
  async setPassword(sql: Sql, userId: string, hash: string): Promise<void> {
    await sql.query(`UPDATE identity.person_user SET password_hash = $2, reset_asked_at = NULL WHERE id = $1`, [
      userId,
      hash,
    ]);
  }

  async passwordHash(sql: Sql, userId: string): Promise<{ loginName: string; hash: string | null } | undefined> {
    const rows = await sql.query<{ loginName: string; hash: string | null }>(
      `SELECT login_name AS "loginName", password_hash AS hash FROM identity.person_user WHERE id = $1`,
      [userId],
    );
    return rows[0];
  }

  /** Notes that somebody asked for a reset of this name; the same work whether the name is there or not. */
  async noteResetAsked(sql: Sql, loginName: string, now: Date): Promise<void> {
    await sql.query(
      `UPDATE identity.person_user SET reset_asked_at = $2
       WHERE login_name = $1 AND kind = 'person' AND disabled_at IS NULL`,
      [loginName, now],
    );
  }

  async secondFactor(sql: Sql, userId: string, lock = false): Promise<SecondFactorRow | undefined> {
    const rows = await sql.query<SecondFactorRow>(
      `SELECT secret_sealed AS "secretSealed", confirmed_at AS "confirmedAt", last_step AS "lastStep"
       FROM identity.second_factor WHERE user_id = $1${lock ? ' FOR UPDATE' : ''}`,
      [userId],
    );
    return rows[0];
  }

  /** Begins an enrolment; a confirmed second factor stays as it is. */
  async beginSecondFactor(sql: Sql, userId: string, secretSealed: string, now: Date): Promise<void> {
    await sql.query(
      `INSERT INTO identity.second_factor AS f (user_id, secret_sealed, made_at, last_step) VALUES ($1, $2, $3, 0)
       ON CONFLICT (user_id) DO UPDATE SET secret_sealed = EXCLUDED.secret_sealed, made_at = EXCLUDED.made_at
       WHERE f.confirmed_at IS NULL`,
      [userId, secretSealed, now],
    );
  }

  async useStep(sql: Sql, userId: string, step: number): Promise<void> {
    await sql.query(`UPDATE identity.second_factor SET last_step = $2 WHERE user_id = $1`, [userId, step]);
  }

  async confirmSecondFactor(sql: Sql, userId: string, now: Date): Promise<void> {
    await sql.query(`UPDATE identity.second_factor SET confirmed_at = $2 WHERE user_id = $1`, [userId, now]);
  }

  async dropSecondFactor(sql: Sql, userId: string): Promise<void> {
    await sql.query(`DELETE FROM identity.second_factor WHERE user_id = $1`, [userId]);
    await sql.query(`DELETE FROM identity.recovery_code WHERE user_id = $1`, [userId]);
  }

  async replaceRecoveryCodes(sql: Sql, userId: string, hashes: readonly string[], now: Date): Promise<void> {
    await sql.query(`DELETE FROM identity.recovery_code WHERE user_id = $1`, [userId]);
    await sql.query(
      `INSERT INTO identity.recovery_code (user_id, code_hash, made_at) SELECT $1, h, $3 FROM unnest($2::text[]) AS h`,
      [userId, hashes, now],
    );
  }

  /** Uses a recovery code; false when there is none, or it was used. */
  async useRecoveryCode(sql: Sql, userId: string, hash: string, now: Date): Promise<boolean> {
    const used = await sql.query(
      `UPDATE identity.recovery_code SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL
       RETURNING code_hash`,
      [userId, hash, now],
    );
    return used.length === 1;
  }

  async recoveryCodesLeft(sql: Sql, userId: string): Promise<number> {
    const rows = await sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM identity.recovery_code WHERE user_id = $1 AND used_at IS NULL`,
      [userId],
    );
    return rows[0]?.n ?? 0;
  }
}
