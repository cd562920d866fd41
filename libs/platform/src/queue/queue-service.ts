import type { Config } from '../config/config';
import type { JobRegistry } from './job-registry';
import type { JobRunner } from './job-runner';
import { lanes, type Lane } from './job';
import { Leader } from './leader';
import { OutboxRelay, relayDefaults, type RelaySettings } from './outbox-relay';
import type { OutboxRows } from './outbox-rows';
import { openQueueBackend, type LaneWorker, type QueueBackend, type QueuePlace } from './queue-backend';

export interface QueueTiming {
  /** Milliseconds after which a job of a dead worker is given to another. */
  readonly lockMs: number;
  /** Milliseconds between looks at the outbox when no news is heard. */
  readonly pollMs: number;
  /** Milliseconds between tries to lead. */
  readonly retryMs: number;
  readonly relay: RelaySettings;
}

export const timingDefaults: QueueTiming = { lockMs: 15_000, pollMs: 2000, retryMs: 1000, relay: relayDefaults };

/** Jobs at a time in one process. */
const CONCURRENCY: Readonly<Record<Lane, number>> = { short: 4, bulk: 1 };

/** Days that told news and finished job runs stay readable. */
const MEMORY_DAYS = 30;
const HOUR_MS = 3_600_000;

/** Where the queue is, by configuration. */
export const queuePlaceOf = ({ queueUrl, queueDatabaseUrl }: Config): QueuePlace => {
  if (queueUrl !== undefined && /^rediss?:/.test(queueUrl)) return { kind: 'redis', url: queueUrl };
  const url = queueUrl ?? queueDatabaseUrl;
  if (url === undefined) throw new Error('settings that need mending: QUEUE_URL or HUIJI_QUEUE_DATABASE_URL');
  return { kind: 'postgres', url };
};

/** The running queue of a worker process: workers of both lanes, the relay, and the lead among workers. */
export class QueueService {
  private backend: QueueBackend | undefined;
  private leader: Leader | undefined;
  private relay: OutboxRelay | undefined;
  private workers: LaneWorker[] = [];
  private timers: NodeJS.Timeout[] = [];
  private relaying: Promise<void> = Promise.resolve();
  private readonly news = new Set<string>();

  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly rows: OutboxRows,
    private readonly report: (error: Error) => void,
  ) {}

  /** True in exactly one worker process of a database at a time. */
  get isLeading(): boolean {
    return this.leader?.isLeading ?? false;
  }

  /** @param appUrl connection of the application role, for the lead and the news */
  async start(place: QueuePlace, appUrl: string, timing: QueueTiming = timingDefaults): Promise<void> {
    this.registry.pair();
    this.backend = await openQueueBackend(place, this.report);
    this.relay = new OutboxRelay(this.rows, this.registry, this.backend, timing.relay);
    for (const lane of lanes) {
      this.workers.push(
        await this.backend.work({
          lane,
          concurrency: CONCURRENCY[lane],
          lockMs: timing.lockMs,
          work: (told, lastTry) => this.runner.run(told, lastTry),
          report: this.report,
        }),
      );
    }
    this.leader = new Leader({
      url: appUrl,
      retryMs: timing.retryMs,
      onNews: (area) => this.relaySoon(area),
      report: this.report,
    });
    this.leader.start();
    this.timers.push(setInterval(() => this.relaySoon(undefined), timing.pollMs));
    this.timers.push(setInterval(() => void this.forget().catch(this.report), HOUR_MS));
  }

  /** Lets running jobs end. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    await this.leader?.stop();
    await this.relaying;
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.backend?.close();
  }

  /** One relay run at a time; news heard meanwhile is carried by the next. */
  private relaySoon(area: string | undefined): void {
    if (!this.isLeading) return;
    const first = this.news.size === 0;
    this.news.add(area ?? '');
    if (!first) return;
    this.relaying = this.relaying
      .then(() => this.relayNews())
      .catch((error: unknown) => {
        this.report(error instanceof Error ? error : new Error(String(error)));
      });
  }

  private async relayNews(): Promise<void> {
    const areas = [...this.news];
    this.news.clear();
    if (this.relay === undefined) return;
    if (areas.includes('')) await this.relay.relayAll();
    else for (const area of areas) await this.relay.relay(area);
  }

  private async forget(): Promise<void> {
    if (!this.isLeading) return;
    for (const area of await this.rows.areas()) await this.rows.forget(area, MEMORY_DAYS);
  }
}
