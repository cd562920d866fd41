import { ok, type AreaCode } from '@huiji/kernel';
import { type CatalogService, type OrganisationKind } from '@huiji/catalog';
import { type UserService } from '@huiji/identity';
import type { Role } from '@huiji/platform';
import { demonstrationPassword } from './logins';
import type { Player, Stage } from './stage';

/** An organisation of the demonstration; its name says that it is invented. */
export interface Troupe {
  readonly id: string;
  readonly nameZh: string;
}

/** Brings organisations and people into an area through the services. */
export class Casting {
  constructor(
    private readonly stage: Stage,
    private readonly catalog: CatalogService,
    private readonly users: UserService,
  ) {}

  get area(): AreaCode {
    return this.stage.area;
  }

  /** An invented organisation: no codes, for codes are never invented. */
  organisation(kind: OrganisationKind, nameZh: string, nameEn: string, smallPrimaryCare = false): Promise<Troupe> {
    return this.stage.prepare(async (tx) => {
      const draft = { kind, nameZh, nameEn, uscc: null, medicalCode: null, smallPrimaryCare };
      const recorded = await this.catalog.recordOrganisation(tx, draft);
      if (!recorded.ok) return recorded;
      const joined = await this.catalog.joinArea(tx, recorded.value, [kind]);
      return joined.ok ? ok({ id: recorded.value, nameZh }) : joined;
    });
  }

  /** A person with one role for one organisation, and the shared password. */
  player(loginName: string, displayName: string, organisation: Troupe, role: Role): Promise<Player> {
    return this.stage.prepare(async (tx) => {
      const draft = { loginName, displayName, password: demonstrationPassword };
      const made = await this.users.create(tx, draft, [{ organisationId: organisation.id, role }]);
      return made.ok ? ok({ userId: made.value, loginName, organisationId: organisation.id, role }) : made;
    });
  }
}

/** The people of an agency: four who never act for each other, two for payee accounts, and the auditor. */
export interface AgencyPlayers {
  readonly clerk: Player;
  readonly first: Player;
  readonly recheck: Player;
  readonly approval: Player;
  readonly accounts: Player;
  readonly accountsCheck: Player;
  readonly auditor: Player;
}

export const castAgency = async (
  casting: Casting,
  prefix: string,
  cityZh: string,
  cityEn: string,
): Promise<AgencyPlayers> => {
  const agency = await casting.organisation(
    'agency',
    `${cityZh}市医疗保障经办中心（演示）`,
    `${cityEn} medical insurance agency (demonstration)`,
  );
  const player = (suffix: string, duty: string, role: Role): Promise<Player> =>
    casting.player(`${prefix}-${suffix}`, `${cityZh}${duty}（演示）`, agency, role);
  return {
    clerk: await player('clerk', '经办', 'agency-clerk'),
    first: await player('first', '初审', 'agency-first-review'),
    recheck: await player('recheck', '复核', 'agency-recheck'),
    approval: await player('approval', '审批', 'agency-approval'),
    accounts: await player('accounts', '账户录入', 'agency-accounts'),
    accountsCheck: await player('accounts-check', '账户复核', 'agency-accounts-check'),
    auditor: await player('auditor', '稽核', 'auditor'),
  };
};
