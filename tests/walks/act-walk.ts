import { randomUUID } from 'node:crypto';
import { roles, type Permission } from '@huiji/platform';
import { made, type Input } from '../journeys/bad-input/case';
import type { JourneyClient } from '../journeys/support/journey-client';
import type { EffectsOf } from './effects';
import type { MutationFixture } from './fixtures/fixture';
import { absent, idsIn, withIds, type ForeignIds } from './foreign-ids';
import { apartFromIds, codeOf, succeeded, type Told } from './http-asker';
import type { Stage } from './stage';

/** Clients that send one request at once. */
export const AT_ONCE = 10;

/** What a person without the right might send to learn from the answer: texts and lists that no rule takes. */
const malformed = (value: unknown): unknown => {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, malformed(inner)]));
  return value;
};

/** Walks one mutation: who may, who may not, for whom it is not there, and that it happens once. */
export class ActWalk {
  readonly wrong: string[] = [];
  private input: Input = {};

  constructor(
    private readonly stage: Stage,
    private readonly effects: EffectsOf,
    private readonly foreign: ForeignIds,
    private readonly name: string,
    private readonly fixture: MutationFixture,
    private readonly permission: Exclude<Permission, 'public'>,
  ) {}

  private get area(): string {
    return this.stage.world.areaOf(this.fixture.as);
  }

  private ask(client: JourneyClient, input: Input): Promise<Told> {
    return this.stage.asker.act(client, this.name, input);
  }

  private note(what: string, told: unknown): void {
    this.wrong.push(`${this.name} ${what}: ${typeof told === 'string' ? told : JSON.stringify(told).slice(0, 600)}`);
  }

  async prepare(): Promise<void> {
    const { world } = this.stage;
    const staged = (await this.fixture.stage?.(world)) ?? {};
    this.input = { ...(await made(this.fixture.input, world)), ...staged };
  }

  /** Everybody without the right is told so before anybody looks at the input; nothing changes. */
  async forbids(): Promise<void> {
    const mark = await this.effects.mark();
    const others = roles.filter((each) => this.permission[each] === undefined);
    for (const [index, role] of others.entries()) {
      const client = await this.stage.someone(this.area, role);
      const input = index % 2 === 0 ? this.input : (malformed(this.input) as Input);
      const { code } = await this.ask(client, input);
      if (code !== 'FORBIDDEN') this.note(`by ${role}`, String(code));
    }
    const nobody = await this.ask(await this.stage.world.as('nobody'), this.input);
    if (nobody.code !== 'UNAUTHENTICATED') this.note('by nobody', nobody);
    await this.leavesNothing('a forbidden act', mark);
  }

  /** What is somebody else's gets the very answer of what is not there; nothing changes. */
  async hides(): Promise<number> {
    const { world } = this.stage;
    const mark = await this.effects.mark();
    const mine = await world.as(this.fixture.as);
    let compared = 0;
    const owned = await this.foreign.owned(this.input);
    for (const place of owned) {
      const other = await this.foreign.ofOtherArea(place, this.area, world.otherArea(this.fixture.as));
      if (other === undefined) continue;
      const there = withIds(this.input, (each) => (each.path === place.path ? other : each.id));
      await this.same(`${place.path} of the other area`, [mine, there], [mine, absent(this.input, [place])]);
      compared += 1;
    }
    if (owned.length > 0) {
      for (const login of [world.counterpart(this.fixture.as), this.fixture.stranger]) {
        if (login === undefined) continue;
        const client = await world.as(login);
        await this.same(`by ${login}`, [client, this.input], [client, absent(this.input, owned)]);
        compared += 1;
      }
    }
    await this.leavesNothing('somebody else’s', mark);
    return compared;
  }

  private async same(
    what: string,
    one: readonly [JourneyClient, Input],
    two: readonly [JourneyClient, Input],
  ): Promise<void> {
    const [there, gone] = [await this.ask(...one), await this.ask(...two)];
    if (apartFromIds(there) !== apartFromIds(gone))
      this.note(what, `${apartFromIds(there)} and absent ${apartFromIds(gone)}`);
    if (succeeded(this.name, there)) this.note(`${what} is done`, there);
  }

  /** Fifty at once with one request id get one result, of one transaction; a later one gets it again. */
  async happensOnce(): Promise<void> {
    const mark = await this.effects.mark();
    const client = await this.stage.world.as(this.fixture.as);
    const request = { ...this.input, requestId: randomUUID() };
    const clients = this.fixture.atOnce ?? AT_ONCE;
    const answers = await Promise.all(Array.from({ length: clients }, () => this.ask(client, request)));
    const [first] = answers;
    if (first === undefined || !succeeded(this.name, first)) return this.note('by the entitled', first);
    const kinds = new Set(answers.map((told) => this.shown(told)));
    if (kinds.size !== 1) this.note(`${clients.toString()} at once`, [...kinds].join('\n'));
    const done = await this.effects.since(mark);
    if (done.transactions.length !== (this.fixture.transactions ?? 1))
      this.note('is the work of so many transactions', done.transactions);
    await this.again(client, request, first);
  }

  private async again(client: JourneyClient, request: Input, first: Told): Promise<void> {
    const mark = await this.effects.mark();
    const repeated = await this.ask(client, request);
    if (this.shown(repeated) !== this.shown(first)) this.note('asked again', repeated);
    if (this.fixture.bodiless === true) return this.leavesNothing('a repeated act', mark);
    const other = await this.ask(client, { ...request, ...this.otherBody(request) });
    if (codeOf(this.name, other) !== 'REQUEST_REUSED') this.note('the same id with another body', other);
    await this.leavesNothing('a repeated act', mark);
  }

  /** An answer as text, without what only the first one shows. */
  private shown(told: Told): string {
    return JSON.stringify(told, (name, value: unknown) =>
      this.fixture.shownOnce?.includes(name) === true ? undefined : value,
    );
  }

  private otherBody(request: Input): Input {
    return this.fixture.other ?? differently(request);
  }

  private async leavesNothing(what: string, mark: string): Promise<void> {
    const { transactions } = await this.effects.since(mark);
    if (transactions.length > 0) this.note(`${what} leaves something`, transactions);
  }
}

/** The input with another id, text, number or list at its first such place. */
const differently = (request: Input): Input => {
  const body = Object.entries(request).filter(([name]) => name !== 'requestId');
  const [place] = idsIn(Object.fromEntries(body));
  if (place) return absent(Object.fromEntries(body), [place]);
  for (const [name, value] of body) {
    if (typeof value === 'number') return { [name]: value + 1 };
    if (typeof value === 'boolean') return { [name]: !value };
    if (name === 'month') return { month: '2022-02' };
    if (typeof value === 'string' && !/^[\d.-]+$/.test(value)) return { [name]: `${value}2` };
  }
  throw new Error(`nothing in ${JSON.stringify(request)} can be said otherwise`);
};
