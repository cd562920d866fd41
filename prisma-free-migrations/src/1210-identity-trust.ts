import { migration } from './migration';

const ROLES = `'agency-clerk', 'agency-first-review', 'agency-recheck', 'agency-approval', 'agency-accounts',
  'agency-accounts-check', 'hospital', 'supplier', 'assessor', 'auditor'`;

export default migration({
  number: 1210,
  name: 'identity-trust',
  reason:
    'Who really acted, when one person acts for another (授权委托); and the system administrator (系统管理员), who may hold no other role in the same area.',
  up: [
    `ALTER TABLE platform.action ADD COLUMN on_behalf_of uuid
       CHECK (on_behalf_of IS NULL OR (actor_kind = 'person' AND on_behalf_of <> actor_id))`,
    `COMMENT ON COLUMN platform.action.on_behalf_of IS
       'the person whose delegated membership was used (委托人); the actor is the delegate (受托人) who did it'`,
    'ALTER TABLE identity.membership DROP CONSTRAINT membership_role_check',
    `ALTER TABLE identity.membership ADD CONSTRAINT membership_role_check CHECK (role IN (${ROLES}, 'administrator'))`,
    // Two memberships of one person in one area that both live must agree on whether they are an administrator's.
    `ALTER TABLE identity.membership ADD CONSTRAINT membership_administrator_alone EXCLUDE USING gist
       (user_id WITH =, (area::text) WITH =, (CASE WHEN role = 'administrator' THEN 1 ELSE 0 END) WITH <>)
       WHERE (ended_at IS NULL)`,
    `CREATE UNIQUE INDEX membership_one_administrator ON identity.membership (user_id, area)
       WHERE role = 'administrator' AND ended_at IS NULL`,
  ],
  down: [
    'DROP INDEX identity.membership_one_administrator',
    'ALTER TABLE identity.membership DROP CONSTRAINT membership_administrator_alone',
    `DELETE FROM identity.membership WHERE role = 'administrator'`,
    'ALTER TABLE identity.membership DROP CONSTRAINT membership_role_check',
    `ALTER TABLE identity.membership ADD CONSTRAINT membership_role_check CHECK (role IN (${ROLES}))`,
    'ALTER TABLE platform.action DROP COLUMN on_behalf_of',
  ],
});
