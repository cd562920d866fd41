import { Injectable } from '@nestjs/common';
import type { Role } from '@huiji/platform';
import { areaCode } from '@huiji/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Membership, Person } from '../session';
import type { StoredRefresh } from '../model/refresh';

/** Whatever runs SQL: the pool, or one transaction of it. */
export type Runner = Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>;

export interface StoredUser extends Person {
  readonly passwordHash: string;
  readonly disabled: boolean;
}

interface MembershipRow {
  readonly id: string;
  readonly user_id: string;
  readonly area: string;
  readonly area_name_zh: string;
  readonly area_name_en: string;
  readonly demonstration: boolean;
  readonly business_date: string;
  readonly organisation_id: string;
  readonly organisation_name_zh: string;
  readonly organisation_name_en: string;
  readonly role: Role;
}

interface UserRow {
  readonly id: string;
  readonly login_name: string;
  readonly display_name: string;
  readonly password_hash: string;
  readonly disabled: boolean;
}

export interface RefreshRow extends StoredRefresh {
  readonly sessionId: string;
  readonly userId: string;
  readonly membershipId: string;
}

const USER = `SELECT id, login_name, display_name, password_hash, disabled_at IS NOT NULL AS disabled
              FROM identity.person_user`;

const userOf = (row: UserRow | undefined): StoredUser | undefined =>
  row && {
    id: row.id,
    loginName: row.login_name,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    disabled: row.disabled,
  };

const membershipOf = (row: MembershipRow): Membership => ({
  id: row.id,
  userId: row.user_id,
  area: areaCode(row.area),
  areaNameZh: row.area_name_zh,
  areaNameEn: row.area_name_en,
  demonstration: row.demonstration,
  businessDate: row.business_date,
  organisationId: row.organisation_id,
  organisationNameZh: row.organisation_name_zh,
  organisationNameEn: row.organisation_name_en,
  role: row.role,
});

/** Reads and writes of users, memberships, log-ins and refresh tokens: global tables, no area. */
@Injectable()
export class IdentityRepository {
  async userByLoginName(runner: Runner, loginName: string): Promise<StoredUser | undefined> {
    const rows = await runner.query<UserRow[]>(`${USER} WHERE login_name = $1`, [loginName]);
    return userOf(rows[0]);
  }

  async userById(runner: Runner, id: string): Promise<StoredUser | undefined> {
    const rows = await runner.query<UserRow[]>(`${USER} WHERE id = $1`, [id]);
    return userOf(rows[0]);
  }

  /** The memberships that have not ended, in the order a person reads them. */
  async memberships(runner: Runner, userId: string): Promise<readonly Membership[]> {
    const rows = await runner.query<MembershipRow[]>(
      `SELECT m.id, m.user_id, m.area, a.name_zh AS area_name_zh, a.name_en AS area_name_en, a.demonstration,
              a.business_date, m.organisation_id, o.name_zh AS organisation_name_zh, o.name_en AS organisation_name_en,
              m.role
       FROM identity.membership m
       JOIN platform.area a ON a.area = m.area
       JOIN catalog.organisation o ON o.id = m.organisation_id
       WHERE m.user_id = $1 AND m.ended_at IS NULL
       ORDER BY m.area, m.role, m.id`,
      [userId],
    );
    return rows.map(membershipOf);
  }

  async insertSession(
    runner: Runner,
    session: { id: string; userId: string; membershipId: string; madeAt: Date; expiresAt: Date },
  ): Promise<void> {
    await runner.query(
      `INSERT INTO identity.session (id, user_id, membership_id, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [session.id, session.userId, session.membershipId, session.madeAt, session.expiresAt],
    );
  }

  async insertRefresh(runner: Runner, tokenHash: string, sessionId: string, issuedAt: Date): Promise<void> {
    await runner.query(`INSERT INTO identity.refresh_token (token_hash, session_id, issued_at) VALUES ($1, $2, $3)`, [
      tokenHash,
      sessionId,
      issuedAt,
    ]);
  }

  /** The token with its log-in, both locked, so that two uses at once are seen one after the other. */
  async lockRefresh(runner: Runner, tokenHash: string): Promise<RefreshRow | undefined> {
    const rows = await runner.query<RefreshRow[]>(
      `SELECT s.id AS "sessionId", s.user_id AS "userId", s.membership_id AS "membershipId", t.used_at AS "usedAt",
              s.expires_at AS "sessionExpiresAt", s.ended_at AS "sessionEndedAt"
       FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id
       WHERE t.token_hash = $1 FOR UPDATE OF t, s`,
      [tokenHash],
    );
    return rows[0];
  }

  async markRefreshUsed(runner: Runner, tokenHash: string, at: Date): Promise<void> {
    await runner.query(`UPDATE identity.refresh_token SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL`, [
      tokenHash,
      at,
    ]);
  }

  async moveSession(runner: Runner, sessionId: string, membershipId: string): Promise<void> {
    await runner.query(`UPDATE identity.session SET membership_id = $2 WHERE id = $1`, [sessionId, membershipId]);
  }

  async endSession(
    runner: Runner,
    sessionId: string,
    at: Date,
    why: 'signed-out' | 'refresh-token-reused',
  ): Promise<void> {
    await runner.query(`UPDATE identity.session SET ended_at = $2, ended_why = $3 WHERE id = $1 AND ended_at IS NULL`, [
      sessionId,
      at,
      why,
    ]);
  }
}
