import { Injectable } from '@nestjs/common';
import { badInput, ok, refuse, type Result } from '@huiji/kernel';
import { recordAction, type Role, type Tx } from '@huiji/platform';
import { hashPassword } from './password';
import { checkPassword } from './credentials/passwords.service';
import { checkPersonNames, normalLoginName, type UserDraft } from './rules/user-draft';

export interface MembershipDraft {
  readonly organisationId: string;
  readonly role: Role;
}

/** People who may log in and what they may act as. */
@Injectable()
export class UserService {
  /**
   * Enters a person with memberships in the area of the transaction. Returns the user's id.
   * For the first people of an area and for demonstrations, whose prepared passwords may be shorter; everybody else is
   * invited. Refusals: BAD_INPUT (form of name and password), LOGIN_NAME_TAKEN.
   */
  async create(tx: Tx, draft: UserDraft, memberships: readonly MembershipDraft[]): Promise<Result<string>> {
    const { password } = draft;
    const loginName = normalLoginName(draft.loginName);
    const displayName = draft.displayName.trim();
    const demonstration = await this.inDemonstration(tx);
    const issues = [...checkPersonNames(draft), ...checkPassword(password, loginName, demonstration)];
    if (issues.length > 0) return badInput(issues);
    const id = tx.newId();
    const made = await tx.query(
      `INSERT INTO identity.person_user (id, login_name, display_name, password_hash, made_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (login_name) DO NOTHING RETURNING id`,
      [id, loginName, displayName, await hashPassword(password), tx.now],
    );
    if (made.length === 0) return refuse('conflict', 'LOGIN_NAME_TAKEN');
    await recordAction(tx, { subjectType: 'person-user', subjectId: id, kind: 'UserEntered' });
    for (const membership of memberships) await this.addMembership(tx, id, membership);
    return ok(id);
  }

  /** Gives a person one more role in the area of the transaction; the same one twice is one. */
  async addMembership(tx: Tx, userId: string, { organisationId, role }: MembershipDraft): Promise<void> {
    await tx.query(
      `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, area, organisation_id, role) DO NOTHING`,
      [tx.newId(), userId, tx.area, organisationId, role, tx.now],
    );
    await recordAction(tx, {
      subjectType: 'person-user',
      subjectId: userId,
      kind: 'MembershipGiven',
      payload: { organisationId, role },
    });
  }

  private async inDemonstration(tx: Tx): Promise<boolean> {
    const rows = await tx.query<{ demonstration: boolean }>('SELECT demonstration FROM platform.area WHERE area = $1', [
      tx.area,
    ]);
    return rows[0]?.demonstration === true;
  }

  /** The names of people by their ids, for whoever shows who did what; unknown ids are left out. */
  async names(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; display_name: string }>(
      `SELECT id, display_name FROM identity.person_user WHERE id = ANY($1::uuid[])`,
      [[...new Set(userIds)]],
    );
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }
}
