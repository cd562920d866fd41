import type { AreaCode, PlainDate, Result } from '@huiji/kernel';
import { type Database, type InlineJobs, type Caller, type Role, type Tx } from '@huiji/platform';

/** A person of the demonstration who can act: one membership. */
export interface Player {
  readonly userId: string;
  readonly loginName: string;
  readonly organisationId: string;
  readonly role: Role;
}

/** The stage of one area: a day, a person, an act through a service; then the jobs it announced. */
export class Stage {
  private date: PlainDate | undefined;

  constructor(
    readonly area: AreaCode,
    private readonly database: Database,
    private readonly jobs: InlineJobs,
    readonly say: (line: string) => void,
  ) {}

  /** Opens the area in the past, as a demonstration, on its first day. */
  async open(names: { readonly zh: string; readonly en: string }, openedOn: PlainDate): Promise<void> {
    await this.database.global.query(
      `INSERT INTO platform.area (area, name_zh, name_en, demonstration, business_date, opened_on)
       VALUES ($1, $2, $3, true, $4, $4)`,
      [this.area, names.zh, names.en, openedOn],
    );
    this.date = openedOn;
  }

  get today(): PlainDate {
    if (this.date === undefined) throw new Error('the area is not open');
    return this.date;
  }

  /** Goes to a day, never back. Nothing happens by itself on the way: the play calls each morning it needs. */
  async goTo(date: PlainDate): Promise<void> {
    if (date < this.today) throw new Error(`the play goes forward: ${this.today} → ${date}`);
    await this.database.global.query('UPDATE platform.area SET business_date = $2 WHERE area = $1', [this.area, date]);
    this.date = date;
  }

  /** One act of a person in a transaction of its own; a refusal stops the play, for it is written to be allowed. */
  as<T>(player: Player, act: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    return this.act({ kind: 'person', userId: player.userId }, player.loginName, act);
  }

  /** The same, for services that ask who calls. */
  call<T>(player: Player, act: (tx: Tx, caller: Caller) => Promise<Result<T>>): Promise<T> {
    return this.as(player, (tx) => act(tx, this.callerOf(player)));
  }

  callerOf({ userId, organisationId, role }: Player): Caller {
    const scope = { area: this.area, actor: { kind: 'person', userId } } as const;
    return { userId, area: this.area, organisationId, role, scope };
  }

  /** One act of the loader itself: what an area has before anybody works in it. */
  prepare<T>(act: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    return this.act({ kind: 'system', name: 'demonstration' }, 'demonstration', act);
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.read({ area: this.area, actor: { kind: 'system', name: 'demonstration' } }, work);
  }

  /** Runs the jobs that were announced, in their order. */
  async drain(): Promise<void> {
    await this.jobs.drain(this.area);
  }

  private async act<T>(
    actor: Parameters<Database['inTransaction']>[0]['actor'],
    name: string,
    act: (tx: Tx) => Promise<Result<T>>,
  ): Promise<T> {
    const result = await this.database.inTransaction({ area: this.area, actor }, act);
    if (result.ok) return result.value;
    throw new Error(`${this.area} ${this.today}, ${name}: refused ${JSON.stringify(result.refusal)}`);
  }
}
