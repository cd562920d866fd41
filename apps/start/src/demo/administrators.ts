import type { INestApplicationContext } from '@nestjs/common';
import { UserService } from '@huiji/identity';
import { areaCode, ok } from '@huiji/kernel';
import { Database } from '@huiji/platform';
import { demonstrationAreas, demonstrationPassword } from './logins';

/** Two system administrators (系统管理员) per area, for one proposes and the other confirms. Cast after every play. */
export const castAdministrators = async (app: INestApplicationContext): Promise<void> => {
  const users = app.get(UserService, { strict: false });
  for (const { area, prefix, nameZh } of demonstrationAreas)
    for (const [number, suffix] of ['admin', 'admin-2'].entries()) {
      const scope = { area: areaCode(area), actor: { kind: 'system', name: 'demonstration' } } as const;
      const done = await app.get(Database).inTransaction(scope, async (tx) => {
        const [agency] = await tx.query<{ id: string }>(
          `SELECT organisation_id AS id FROM identity.membership WHERE area = $1 AND role = 'agency-clerk' ORDER BY id LIMIT 1`,
          [tx.area],
        );
        if (!agency) throw new Error(`nobody is cast in ${tx.area}`);
        const displayName = `${nameZh}系统管理员${(number + 1).toString()}（演示）`;
        const draft = { loginName: `${prefix}-${suffix}`, displayName, password: demonstrationPassword };
        const made = await users.create(tx, draft, [{ organisationId: agency.id, role: 'administrator' }]);
        return made.ok ? ok(undefined) : made;
      });
      if (!done.ok) throw new Error(`${area}: refused ${JSON.stringify(done.refusal)}`);
    }
};
