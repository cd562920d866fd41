import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, OutboxRows, QueueService, type Clock } from '@huiji/platform';

/** Something that time starts, for each area. */
export interface ScheduledAct {
  readonly name: string;
  readonly everyMs: number;
  /** Runs in the worker that leads; a throw is logged and the next turn comes as usual. */
  readonly run: (area: string, now: Date) => Promise<void>;
}

/** The list of what time starts, given by the worker's module. */
export const SCHEDULED_ACTS = Symbol('ScheduledActs');

/**
 * The one page where time starts anything. Only the worker that leads keeps the schedule; an act that is still running
 * is not started again.
 */
@Injectable()
export class Schedule {
  private readonly log = new Logger('schedule');
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    @Inject(SCHEDULED_ACTS) private readonly acts: readonly ScheduledAct[],
    private readonly queue: QueueService,
    private readonly rows: OutboxRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  start(): void {
    for (const act of this.acts) this.timers.push(setInterval(() => this.turn(act), act.everyMs));
  }

  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  private turn(act: ScheduledAct): void {
    if (!this.queue.isLeading || this.running.has(act.name)) return;
    const done = this.runEverywhere(act).finally(() => this.running.delete(act.name));
    this.running.set(act.name, done);
  }

  private async runEverywhere(act: ScheduledAct): Promise<void> {
    try {
      for (const area of await this.rows.areas()) await this.runIn(act, area);
    } catch (error) {
      this.report(act.name, error);
    }
  }

  /** One area's trouble keeps no other area waiting. */
  private async runIn(act: ScheduledAct, area: string): Promise<void> {
    try {
      await act.run(area, this.clock.now());
    } catch (error) {
      this.report(`${act.name} in ${area}`, error);
    }
  }

  private report(what: string, error: unknown): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.log.error(`${what} failed`, stack);
  }
}
