import type { JobRegistry } from './job-registry';
import { lanes, type Lane } from './job';
import type { ToldJob } from './job-runner';
import type { OutboxRows } from './outbox-rows';
import type { QueueBackend, QueuedJob } from './queue-backend';

export interface RelaySettings {
  /** Rows taken at a time. */
  readonly batch: number;
  /** A lane with more jobs waiting than this gets no more: the rest waits in the outbox. */
  readonly bound: number;
}

export const relayDefaults: RelaySettings = { batch: 500, bound: 10_000 };

/**
 * Carries news from the outbox to the queue: read, add, mark. Nothing is held locked while the queue is spoken to; a
 * relay that dies between add and mark adds the same ids again, and the queue and the job run both know them. News of
 * a job that this version does not know stays in the outbox for one that does.
 */
export class OutboxRelay {
  constructor(
    private readonly rows: OutboxRows,
    private readonly registry: JobRegistry,
    private readonly backend: QueueBackend,
    private readonly settings: RelaySettings = relayDefaults,
  ) {}

  /** Relays all areas; answers how many rows were carried. */
  async relayAll(): Promise<number> {
    let carried = 0;
    for (const area of await this.rows.areas()) carried += await this.relay(area);
    return carried;
  }

  /** Relays one area until nothing waits or the queue is full; answers how many rows were carried. */
  async relay(area: string): Promise<number> {
    let carried = 0;
    for (;;) {
      const waiting = await this.rows.waiting(area, this.settings.batch, this.registry.names);
      const taken = await this.addWhatFits(waiting);
      if (taken.length === 0) return carried;
      await this.rows.markRelayed(area, taken);
      carried += taken.length;
      if (taken.length < waiting.length || waiting.length < this.settings.batch) return carried;
    }
  }

  private async addWhatFits(waiting: readonly ToldJob[]): Promise<readonly string[]> {
    const taken: string[] = [];
    for (const lane of lanes) {
      const mine = waiting.map((told) => this.queued(told)).filter((item) => item.lane === lane);
      if (mine.length === 0) continue;
      const room = this.settings.bound - (await this.backend.queue(lane).waiting());
      const fits = mine.slice(0, Math.max(0, room));
      await this.backend.queue(lane).add(fits.map((item) => item.job));
      taken.push(...fits.map((item) => item.job.id));
    }
    return taken;
  }

  private queued(told: ToldJob): { lane: Lane; job: QueuedJob } {
    const { definition } = this.registry.find(told.job);
    return {
      lane: definition.lane,
      job: { ...told, attempts: definition.attempts, backoffMs: definition.backoffMs },
    };
  }
}
