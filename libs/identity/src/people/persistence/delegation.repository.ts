import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { Colleague, Delegation } from '../model/person-account';

const DELEGATION = `
SELECT d.id, d.from_user_id AS "fromUserId", f.display_name AS "fromName", d.to_user_id AS "toUserId",
       t.display_name AS "toName", d.role, o.name_zh AS "organisationNameZh", o.name_en AS "organisationNameEn",
       d.from_date AS "fromDate", d.until_date AS "untilDate", d.reason, d.made_at AS "madeAt", d.revoked_at AS "revokedAt"
FROM identity.delegation d
JOIN identity.person_user f ON f.id = d.from_user_id
JOIN identity.person_user t ON t.id = d.to_user_id
JOIN catalog.organisation o ON o.id = d.organisation_id`;

export interface MembershipFacts {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly role: string;
}

export interface NewDelegation {
  readonly own: MembershipFacts;
  readonly delegate: MembershipFacts;
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate;
  readonly reason: string;
}

const REACH = `($2::uuid IS NULL OR d.from_user_id = $2 OR d.to_user_id = $2)`;

/** Memberships in other hands. */
@Injectable()
export class DelegationRepository {
  /** A living membership of the area, of a person who may log in. */
  async membership(tx: Tx, id: string): Promise<MembershipFacts | undefined> {
    const rows = await tx.query<MembershipFacts>(
      `SELECT m.id, m.user_id AS "userId", m.organisation_id AS "organisationId", m.role
       FROM identity.membership m
       JOIN identity.person_user u ON u.id = m.user_id AND u.disabled_at IS NULL AND u.kind = 'person'
       WHERE m.id = $1 AND m.area = $2 AND m.ended_at IS NULL`,
      [id, tx.area],
    );
    return rows[0];
  }

  async insert(tx: Tx, { own, delegate, fromDate, untilDate, reason }: NewDelegation): Promise<string> {
    const id = tx.newId();
    await tx.query(
      `INSERT INTO identity.delegation (id, area, organisation_id, membership_id, from_user_id, role,
                                        delegate_membership_id, to_user_id, delegate_role, from_date, until_date, reason, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        tx.area,
        own.organisationId,
        own.id,
        own.userId,
        own.role,
        delegate.id,
        delegate.userId,
        delegate.role,
        fromDate,
        untilDate,
        reason,
        tx.now,
      ],
    );
    return id;
  }

  /** Whether the same membership is in the same hands on some of these days. */
  async overlaps(tx: Tx, { own, delegate, fromDate, untilDate }: NewDelegation): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 AS there FROM identity.delegation
       WHERE membership_id = $1 AND to_user_id = $2 AND revoked_at IS NULL AND from_date <= $4 AND until_date >= $3`,
      [own.id, delegate.userId, fromDate, untilDate],
    );
    return rows.length > 0;
  }

  /** Takes a delegation back; false when it was. */
  async revoke(tx: Tx, id: string, by: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE identity.delegation SET revoked_at = $3, revoked_by = $4
       WHERE id = $1 AND area = $2 AND revoked_at IS NULL RETURNING id`,
      [id, tx.area, tx.now, by],
    );
    return rows.length === 1;
  }

  /** One delegation: of anybody in the area, or of one person (from them or to them). */
  async find(tx: Tx, id: string, userId: string | null): Promise<Delegation | undefined> {
    const rows = await tx.query<Delegation>(`${DELEGATION} WHERE d.area = $1 AND ${REACH} AND d.id = $3`, [
      tx.area,
      userId,
      id,
    ]);
    return rows[0];
  }

  /** The newest first; 200 at most. */
  list(tx: Tx, userId: string | null): Promise<Delegation[]> {
    return tx.query<Delegation>(
      `${DELEGATION} WHERE d.area = $1 AND ${REACH} ORDER BY d.made_at DESC, d.id DESC LIMIT 200`,
      [tx.area, userId],
    );
  }

  /** Who of an organisation may take over, but one person; 200 at most. */
  colleagues(tx: Tx, organisationId: string, but: string): Promise<Colleague[]> {
    return tx.query<Colleague>(
      `SELECT m.id AS "membershipId", u.display_name AS "displayName", m.role
       FROM identity.membership m
       JOIN identity.person_user u ON u.id = m.user_id AND u.disabled_at IS NULL AND u.kind = 'person'
       WHERE m.area = $1 AND m.organisation_id = $2 AND m.user_id <> $3 AND m.ended_at IS NULL AND m.role <> 'administrator'
       ORDER BY u.display_name, m.role, m.id LIMIT 200`,
      [tx.area, organisationId, but],
    );
  }
}
