import { roles, type ActScope, type Permission, type Role } from '@huiji/platform';
import { made, type Input } from '../journeys/bad-input/case';
import type { JourneyClient } from '../journeys/support/journey-client';
import type { QueryFixture } from './fixtures/fixture';
import { absent, withIds, type ForeignIds } from './foreign-ids';
import { apartFromIds, type Told } from './http-asker';
import { leavesOf, type Eyes, type Owners } from './owners';
import type { Login, Stage } from './stage';

/** People of a role, per area, through whose eyes every answer is looked at. */
const EYES: Readonly<Partial<Record<Role, number>>> = { hospital: 3, supplier: 2, assessor: 2 };

/** Whether an answer has something in it: an object, a row of a list, an edge of a page. */
const hasContent = (answer: unknown): boolean => {
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer === 'string') return answer !== '';
  if (typeof answer === 'number') return answer > 0;
  if (typeof answer !== 'object' || answer === null) return false;
  return !('edges' in answer) || (Array.isArray(answer.edges) && answer.edges.length > 0);
};

/** Walks one query: who may, who may not, for whom it is not there, and that no answer holds what is foreign. */
export class ReadWalk {
  readonly wrong: string[] = [];
  /** How many texts and ids were looked up, and how many answers had something in them. */
  looked = 0;
  answered = 0;
  private args: Input = {};

  constructor(
    private readonly stage: Stage,
    private readonly owners: Owners,
    private readonly foreign: ForeignIds,
    private readonly name: string,
    private readonly fixture: QueryFixture,
    private readonly permission: Exclude<Permission, 'public'>,
  ) {}

  private ask(client: JourneyClient, args: Input): Promise<Told> {
    return this.stage.asker.ask(client, this.name, args);
  }

  private note(what: string, told: unknown): void {
    this.wrong.push(`${this.name} ${what}: ${typeof told === 'string' ? told : JSON.stringify(told).slice(0, 600)}`);
  }

  private content({ data }: Told): unknown {
    return (data as Readonly<Record<string, unknown>> | null)?.[this.name];
  }

  /** The entitled gets data. */
  async answers(): Promise<void> {
    this.args = await made(this.fixture.args, this.stage.world);
    const told = await this.ask(await this.stage.world.as(this.fixture.as), this.args);
    if (told.code !== undefined) this.note('by the entitled', told.code);
    if (hasContent(this.content(told)) === (this.fixture.empty !== undefined))
      this.note('has nothing to show, or more than was said', told);
  }

  async forbids(): Promise<void> {
    const { world } = this.stage;
    const area = world.areaOf(this.fixture.as);
    for (const role of roles.filter((each) => this.permission[each] === undefined)) {
      const { code } = await this.ask(await this.stage.someone(area, role), this.args);
      if (code !== 'FORBIDDEN') this.note(`by ${role}`, String(code));
    }
    const { code } = await this.ask(await world.as('nobody'), this.args);
    if (code !== 'UNAUTHENTICATED') this.note('by nobody', String(code));
  }

  /** An id of the other area gets the very answer of an id that nobody has. */
  async hides(): Promise<number> {
    const { world } = this.stage;
    const area = world.areaOf(this.fixture.as);
    const mine = await world.as(this.fixture.as);
    let compared = 0;
    for (const place of await this.foreign.owned(this.args)) {
      const other = await this.foreign.ofOtherArea(place, area, world.otherArea(this.fixture.as));
      const asked: (readonly [string, JourneyClient, Input])[] = [
        ['by the other area', await world.as(world.counterpart(this.fixture.as)), this.args],
      ];
      if (other !== undefined)
        asked.push([
          'of the other area',
          mine,
          withIds(this.args, (each) => (each.path === place.path ? other : each.id)),
        ]);
      for (const [what, client, args] of asked) {
        const there = apartFromIds(await this.ask(client, args));
        const gone = apartFromIds(await this.ask(client, absent(args, [place])));
        if (there !== gone)
          this.note(`${place.path} ${what}`, `${there.slice(0, 300)} and absent ${gone.slice(0, 300)}`);
        compared += 1;
      }
    }
    return compared;
  }

  /** Looks at every text and id of the answers to everybody entitled, in both areas. */
  async leaks(): Promise<void> {
    for (const role of roles) {
      const scope = this.permission[role];
      if (scope === undefined) continue;
      for (const area of ['510900', '500000']) {
        const people = this.stage.logins.filter((login) => login.area === area && login.role === role);
        for (const login of people.slice(0, EYES[role] ?? 1)) await this.through(login, scope);
      }
    }
  }

  private async through(login: Login, scope: ActScope): Promise<void> {
    const client = await this.stage.world.as(login.login_name);
    const eyes = { area: login.area, organisationId: login.organisation_id, userId: login.user_id };
    for (const args of await this.questions(eyes, scope)) {
      const told = await this.ask(client, args);
      if (told.code !== undefined) this.note(`by ${login.login_name}`, told);
      if (hasContent(this.content(told))) this.answered += 1;
      this.look(told, eyes, scope, `by ${login.login_name}`, new Set(leavesOf(args).map(([, value]) => value)));
    }
  }

  /** Whether an answer would be a leak in somebody's eyes; what was asked with is no news. */
  look(told: Told, eyes: Eyes, scope: ActScope, who: string, known: ReadonlySet<string> = new Set()): void {
    const seen = new Set<string>();
    for (const [place, value] of leavesOf(this.content(told))) {
      if (known.has(value)) continue;
      this.looked += 1;
      const leak = this.owners.leak(value, eyes, scope);
      if (leak === undefined || seen.has(place)) continue;
      seen.add(place);
      this.note(`${who} ${place}`, `${value.slice(0, 60)} ${leak}`);
    }
  }

  /** With ids within reach, of the same area, and of the other one; without any where the id only narrows. */
  private async questions(eyes: Eyes, scope: ActScope): Promise<readonly Input[]> {
    const { table, field, optional } = this.fixture;
    if (table === undefined || field === undefined) return [this.args];
    const rows = await this.stage.world.journey.db.ownerQuery<{ id: string }>(
      `(SELECT id FROM ${table} WHERE area = $1 ORDER BY id LIMIT 2)
       UNION (SELECT id FROM ${table} WHERE area = $1 ORDER BY id DESC LIMIT 2)
       UNION (SELECT id FROM ${table} WHERE area <> $1 ORDER BY id LIMIT 1)`,
      [eyes.area],
    );
    const own = this.owners.ownedId(table, eyes, scope);
    const ids = new Set([...rows.map(({ id }) => id), ...(own === undefined ? [] : [own])]);
    const { [field]: _, ...rest } = this.args;
    return [...[...ids].map((id) => ({ ...rest, [field]: id })), ...(optional === true ? [rest] : [])];
  }
}
