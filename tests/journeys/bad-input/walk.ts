import type { GraphQLField } from 'graphql';
import { told, withoutMend, type Asker, type Heard } from './asker';
import { made, type Input, type Row, type Table, type Target } from './case';
import {
  badTexts,
  changed,
  extremes,
  missing,
  placesOf,
  reaches,
  wrongTypes,
  type Attempt,
  type Place,
} from './generic';
import type { World } from './world';

/** What is enough for a text that is not measured. */
const LOOSE = {
  'looked-up': ({ kind }: Heard) => kind === 'refusal' || kind === 'schema',
  any: ({ kind }: Heard) => kind !== 'broken',
} as const;

/** Walks one mutation through every bad input there is; answers what went wrong, in words. */
export class Walk {
  private readonly wrong: string[] = [];
  private readonly places: readonly Place[];
  /** Codes whose English words were seen. */
  private static readonly inEnglish = new Set<string>();

  private constructor(
    private readonly world: World,
    private readonly asker: Asker,
    private readonly name: string,
    private readonly table: Table,
    private readonly base: Input,
    field: GraphQLField<unknown, unknown>,
  ) {
    this.places = field.args.flatMap(({ type }) => placesOf(type));
  }

  static async through(world: World, asker: Asker, name: string, table: Table): Promise<readonly string[]> {
    const field = asker.mutations[name];
    if (!field) return [`the schema has no mutation ${name}`];
    const base = asker.complete(name, await made(table.base, world));
    const walk = new Walk(world, asker, name, table, base, field);
    await walk.formOf();
    await walk.idsOf();
    await walk.textsOf();
    await walk.extremesOf();
    for (const row of table.rows) await walk.row(row);
    return walk.wrong;
  }

  private reached(): readonly Place[] {
    return this.places.filter((place) => reaches(this.base, place));
  }

  private note(what: string, heard: Heard): void {
    this.wrong.push(`${this.name} ${what}: ${told(heard)}`);
  }

  /** Asks with a request id of its own. */
  private ask(input: Input, as = this.table.as, language = 'zh'): Promise<Heard> {
    const body = this.asker.complete(this.name, this.withoutRequest(input));
    return this.asker.ask(as, this.name, body, language);
  }

  /** The input as it is, a request id taken away and all. */
  private raw(place: Place, { value }: Attempt): Promise<Heard> {
    return this.asker.ask(this.table.as, this.name, changed(this.base, place.steps, value));
  }

  private attempt(place: Place, { value }: Attempt): Promise<Heard> {
    return this.ask(changed(this.base, place.steps, value));
  }

  /** Wrong types and what is missing: BAD_USER_INPUT that names the place. */
  private async formOf(): Promise<void> {
    for (const place of this.places) {
      if (!reaches(this.base, place)) {
        this.wrong.push(`${this.name} the base input does not reach ${place.path}`);
        continue;
      }
      for (const attempt of [...wrongTypes(place), ...missing(place)]) {
        const heard = await this.raw(place, attempt);
        const parent = place.variable.slice(0, place.variable.lastIndexOf('.'));
        const named =
          heard.kind === 'schema' &&
          String(heard.variable).startsWith(attempt.value === undefined ? parent : place.variable);
        const says = heard.kind === 'schema' && heard.message.includes(place.field.name);
        if (!named || !says) this.note(`${place.path} ${attempt.words}`, heard);
      }
      if (wrongTypes(place).length === 0)
        this.wrong.push(`${this.name} no wrong type is known for ${place.path}: ${place.type}`);
    }
    const more = await this.ask({ ...this.base, noSuchField: 1 });
    if (more.kind !== 'schema') this.note('an unknown field', more);
  }

  /** An absent id and an id of the other area get one and the same answer. */
  private async idsOf(): Promise<void> {
    for (const place of this.reached()) {
      if (place.type !== 'Uuid' || place.path === 'requestId') continue;
      const target = this.table.ids[place.path];
      if (!target) {
        this.wrong.push(`${this.name} nobody says where ${place.path} points`);
        continue;
      }
      const [, code = 'NOT_FOUND'] = target;
      const absent = await this.attempt(place, { words: '', value: this.listed(place, this.world.nobodyHasIt()) });
      if (!this.hasCode(absent, code)) this.note(`${place.path} absent`, absent);
      const other = await this.foreign(place, target);
      if (other === undefined) continue;
      if (told(other) !== told(absent)) this.note(`${place.path} of the other area, not as absent`, other);
    }
  }

  private listed(place: Place, value: unknown): unknown {
    return place.list ? [value] : value;
  }

  /** The same with what belongs to the other area, or asked by somebody of the other area. */
  private async foreign(place: Place, [where]: Target): Promise<Heard | undefined> {
    if (where === 'catalogue') return undefined;
    if (where === 'here-only') return this.ask(this.base, this.world.counterpart(this.table.as));
    const id = where.includes('.')
      ? await this.world.some(this.world.otherArea(this.table.as), where)
      : await this.world.organisation(where);
    return this.attempt(place, { words: '', value: this.listed(place, id) });
  }

  private withoutRequest({ requestId: _, ...input }: Input): Input {
    return input;
  }

  private hasCode(heard: Heard, code: string): boolean {
    if (heard.kind !== 'refusal') return false;
    return heard.refusal.code === code || heard.refusal.issues?.some((issue) => issue.code === code) === true;
  }

  /** Texts no column takes: an issue that names the field and its row, or, for a zero byte, the schema's word. */
  private async textsOf(): Promise<void> {
    for (const place of this.reached()) {
      if (place.type !== 'String') continue;
      const kind = this.table.texts?.[place.path];
      for (const attempt of badTexts(kind === 'optional')) {
        const heard = await this.attempt(place, { ...attempt, value: this.listed(place, attempt.value) });
        const fits = kind === undefined || kind === 'optional' ? this.names(heard, place) : LOOSE[kind](heard);
        if (!fits) this.note(`${place.path} ${attempt.words}`, heard);
        await this.mends(heard, changed(this.base, place.steps, this.listed(place, attempt.value)), place.path);
      }
    }
  }

  private names(heard: Heard, place: Place): boolean {
    if (heard.kind === 'schema') return String(heard.variable).startsWith(place.variable);
    if (heard.kind !== 'refusal') return false;
    const row = place.steps.includes(0) ? 1 : null;
    return heard.refusal.issues?.some((issue) => issue.field === place.path && issue.row === row) === true;
  }

  private async extremesOf(): Promise<void> {
    for (const place of this.reached()) {
      if (this.table.takes?.includes(place.path) === true) continue;
      for (const attempt of extremes(place)) {
        const heard = await this.attempt(place, attempt);
        if (heard.kind !== 'refusal') this.note(`${place.path} ${attempt.words}`, heard);
        await this.mends(heard, changed(this.base, place.steps, attempt.value), place.path);
      }
    }
  }

  private async row(row: Row): Promise<void> {
    const input = { ...this.base, ...(await made(row.change, this.world)) };
    const heard = await this.ask(input, row.as);
    const words = `(${row.fault}) ${row.words}`;
    if (heard.kind !== 'refusal') {
      this.note(words, heard);
      return;
    }
    const { refusal } = heard;
    const fits =
      row.field === undefined
        ? refusal.code === row.code
        : refusal.issues?.some(
            (issue) => issue.field === row.field && issue.code === row.code && issue.row === (row.row ?? null),
          );
    if (fits !== true) this.note(words, heard);
    await this.mends(heard, input, words, row.as);
  }

  /** A refusal says in both languages how to mend it. */
  private async mends(heard: Heard, input: Input, what: string, as?: string): Promise<void> {
    if (heard.kind !== 'refusal') return;
    for (const code of withoutMend(heard.refusal)) this.wrong.push(`${this.name} ${what}: no Chinese mend of ${code}`);
    const codes = [heard.refusal, ...(heard.refusal.issues ?? [])].map(({ code }) => code);
    if (codes.every((code) => Walk.inEnglish.has(code))) return;
    const english = await this.ask(input, as, 'en');
    if (english.kind !== 'refusal') return this.note(`${what}, asked again in English`, english);
    for (const code of withoutMend(english.refusal))
      this.wrong.push(`${this.name} ${what}: no English mend of ${code}`);
    const zh = [heard.refusal, ...(heard.refusal.issues ?? [])].map(({ mend }) => mend);
    const en = [english.refusal, ...(english.refusal.issues ?? [])].map(({ mend }) => mend);
    zh.forEach((mend, index) => {
      if (!/\p{Script=Han}/u.test(mend) || /\p{Script=Han}/u.test(en[index] ?? '') || mend === en[index])
        this.wrong.push(
          `${this.name} ${what}: ${codes[index] ?? ''} is mended in one language: ${mend} / ${en[index] ?? ''}`,
        );
    });
    for (const code of codes) Walk.inEnglish.add(code);
  }
}
