import { Injectable } from '@nestjs/common';
import { areaCode } from '@huiji/kernel';
import type { Role } from '@huiji/platform';
import type { Membership, Person } from '../session';
import type { Sql } from './sql';

export interface StoredUser extends Person {
  /** Null: invited, and no password set. */
  readonly passwordHash: string | null;
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
  readonly delegation_id: string | null;
  readonly on_behalf_of: string | null;
}

interface UserRow {
  readonly id: string;
  readonly login_name: string;
  readonly display_name: string;
  readonly password_hash: string | null;
  readonly disabled: boolean;
}

const USER = `SELECT id, login_name, display_name, password_hash, disabled_at IS NOT NULL AS disabled
              FROM identity.person_user`;

const MEMBERSHIP = `m.id, m.user_id, m.area, a.name_zh AS area_name_zh, a.name_en AS area_name_en, a.demonstration,
  a.business_date, m.organisation_id, o.name_zh AS organisation_name_zh, o.name_en AS organisation_name_en, m.role`;

/** A delegation lives while both memberships do, and its delegator, within its days of the area's business date. */
export const DELEGATION_LIVES = `d.revoked_at IS NULL AND a.business_date BETWEEN d.from_date AND d.until_date
  AND EXISTS (SELECT 1 FROM identity.membership dm WHERE dm.id = d.delegate_membership_id AND dm.ended_at IS NULL)
  AND EXISTS (SELECT 1 FROM identity.person_user fu WHERE fu.id = d.from_user_id AND fu.disabled_at IS NULL)`;

const MEMBERSHIPS = `
SELECT ${MEMBERSHIP}, NULL::uuid AS delegation_id, NULL::text AS on_behalf_of
FROM identity.membership m
JOIN platform.area a ON a.area = m.area
JOIN catalog.organisation o ON o.id = m.organisation_id
WHERE m.user_id = $1 AND m.ended_at IS NULL
UNION ALL
SELECT ${MEMBERSHIP}, d.id, u.display_name
FROM identity.delegation d
JOIN identity.membership m ON m.id = d.membership_id AND m.ended_at IS NULL
JOIN platform.area a ON a.area = m.area
JOIN catalog.organisation o ON o.id = m.organisation_id
JOIN identity.person_user u ON u.id = d.from_user_id
WHERE d.to_user_id = $1 AND ${DELEGATION_LIVES}
ORDER BY on_behalf_of NULLS FIRST, area, role, id`;

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
  delegationId: row.delegation_id,
  onBehalfOf: row.on_behalf_of,
});

/** People and memberships, as a log-in reads them: global tables. */
@Injectable()
export class IdentityRepository {
  async userByLoginName(sql: Sql, loginName: string): Promise<StoredUser | undefined> {
    return userOf((await sql.query<UserRow>(`${USER} WHERE login_name = $1 AND kind = 'person'`, [loginName]))[0]);
  }

  async userById(sql: Sql, id: string): Promise<StoredUser | undefined> {
    return userOf((await sql.query<UserRow>(`${USER} WHERE id = $1`, [id]))[0]);
  }

  /** Every membership the person may act in today, their own before delegated ones. */
  async memberships(sql: Sql, userId: string): Promise<Membership[]> {
    return (await sql.query<MembershipRow>(MEMBERSHIPS, [userId])).map(membershipOf);
  }

  /** The person a device token was given to. */
  async deviceOwner(sql: Sql, tokenHash: string): Promise<string | undefined> {
    const rows = await sql.query<{ user_id: string }>(`SELECT user_id FROM identity.device WHERE token_hash = $1`, [
      tokenHash,
    ]);
    return rows[0]?.user_id;
  }

  async insertDevice(sql: Sql, tokenHash: string, userId: string, now: Date): Promise<void> {
    await sql.query(
      `INSERT INTO identity.device (token_hash, user_id, made_at, last_used_at) VALUES ($1, $2, $3, $3)`,
      [tokenHash, userId, now],
    );
  }

  async touchDevice(sql: Sql, tokenHash: string, now: Date): Promise<void> {
    await sql.query(`UPDATE identity.device SET last_used_at = $2 WHERE token_hash = $1`, [tokenHash, now]);
  }
}
