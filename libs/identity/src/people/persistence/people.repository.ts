import { Injectable } from '@nestjs/common';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { HeldRole, PersonAccount } from '../model/person-account';

export interface AccountRow extends Omit<PersonAccount, 'roles'> {
  readonly roles: readonly (Omit<HeldRole, 'endedAt'> & { readonly endedAt: string | null })[];
}

/** People of the area of $1: whoever has or had a role there, and whoever waits for one. */
const ACCOUNTS = `
SELECT u.id, u.login_name AS "loginName", u.display_name AS "displayName", u.disabled_at IS NOT NULL AS disabled,
       u.password_hash IS NULL AS invited, u.reset_asked_at AS "resetAskedAt",
       EXISTS (SELECT 1 FROM identity.second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "secondFactor",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'organisationId', o.id, 'organisationNameZh', o.name_zh,
                   'organisationNameEn', o.name_en, 'role', m.role, 'endedAt', m.ended_at)
                 ORDER BY m.ended_at IS NOT NULL, m.role, m.id)
                 FROM identity.membership m JOIN catalog.organisation o ON o.id = m.organisation_id
                 WHERE m.user_id = u.id AND m.area = $1), '[]'::jsonb) AS roles
FROM identity.person_user u
WHERE u.kind = 'person' AND (
  EXISTS (SELECT 1 FROM identity.membership m WHERE m.user_id = u.id AND m.area = $1)
  OR EXISTS (SELECT 1 FROM identity.proposal p WHERE p.area = $1 AND p.user_id = u.id))`;

/** People of an area, for its administrators. */
@Injectable()
export class PeopleRepository {
  page(tx: Tx, slice: KeysetSlice): Promise<AccountRow[]> {
    return tx.query<AccountRow>(
      `SELECT * FROM (${ACCOUNTS}) p WHERE ${slice.where} ORDER BY ${slice.orderBy} LIMIT $2`,
      [tx.area, slice.limit, ...slice.params],
    );
  }

  async find(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return (await tx.query<AccountRow>(`${ACCOUNTS} AND u.id = $2`, [tx.area, id]))[0];
  }

  /** A person without a password; false when the log-in name is taken. */
  async invite(tx: Tx, person: { id: string; loginName: string; displayName: string }): Promise<boolean> {
    const made = await tx.query(
      `INSERT INTO identity.person_user (id, login_name, display_name, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (login_name) DO NOTHING RETURNING id`,
      [person.id, person.loginName, person.displayName, tx.now],
    );
    return made.length === 1;
  }

  /** Gives a role, or gives it again; answers the membership's id, undefined when the person has it. */
  async give(tx: Tx, userId: string, organisationId: string, role: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO identity.membership AS m (id, user_id, area, organisation_id, role, made_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (user_id, area, organisation_id, role) DO UPDATE SET ended_at = NULL, made_at = EXCLUDED.made_at
       WHERE m.ended_at IS NOT NULL RETURNING id`,
      [tx.newId(), userId, tx.area, organisationId, role, tx.now],
    );
    return rows[0]?.id;
  }

  /** Ends a living membership of the area; answers whose it was. */
  async end(tx: Tx, membershipId: string): Promise<{ userId: string; role: string } | undefined> {
    const rows = await tx.query<{ userId: string; role: string }>(
      `UPDATE identity.membership m SET ended_at = $3 FROM identity.person_user u
       WHERE m.id = $1 AND m.area = $2 AND m.ended_at IS NULL AND u.id = m.user_id AND u.kind = 'person'
       RETURNING m.user_id AS "userId", m.role`,
      [membershipId, tx.area, tx.now],
    );
    return rows[0];
  }

  /** Whether a membership of the area is there at all, living or ended. */
  async hasMembership(tx: Tx, membershipId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 AS there FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id
       WHERE m.id = $1 AND m.area = $2 AND u.kind = 'person'`,
      [membershipId, tx.area],
    );
    return rows.length === 1;
  }

  /** Living roles of a person in this area, and whether there are any in another. */
  async living(tx: Tx, userId: string): Promise<{ here: readonly string[]; elsewhere: boolean }> {
    const rows = await tx.query<{ role: string; here: boolean }>(
      `SELECT role, area = $2 AS here FROM identity.membership WHERE user_id = $1 AND ended_at IS NULL`,
      [userId, tx.area],
    );
    return { here: rows.filter(({ here }) => here).map(({ role }) => role), elsewhere: rows.some(({ here }) => !here) };
  }

  async setDisabled(tx: Tx, userId: string, disabled: boolean): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.person_user SET disabled_at = $2
       WHERE id = $1 AND kind = 'person' AND (disabled_at IS NULL) = $3 RETURNING id`,
      [userId, disabled ? tx.now : null, disabled],
    );
    return rows.length === 1;
  }
}
