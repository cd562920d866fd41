import { createPostgresBackend, createRedisBackend, withBackend, type Job } from 'bullmq';
import { lanes, type Lane } from './job';
import type { ToldJob } from './job-runner';

/** Where jobs wait: PostgreSQL by default, Redis or Valkey by URL. The same code runs on both. */
export type QueuePlace =
  { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'redis'; readonly url: string };

/** A job on its way into the queue. */
export interface QueuedJob extends ToldJob {
  readonly attempts: number;
  readonly backoffMs: number;
}

export interface LaneQueue {
  /** Adds jobs; one whose id is there already is not added twice. */
  add(jobs: readonly QueuedJob[]): Promise<void>;
  /** How many wait, the delayed among them. */
  waiting(): Promise<number>;
  close(): Promise<void>;
}

export interface LaneWorker {
  /** Lets running jobs end, takes no new ones. */
  close(): Promise<void>;
}

export interface LaneWorkerSettings {
  readonly lane: Lane;
  readonly concurrency: number;
  /** Milliseconds after which a job whose worker died is given to another. */
  readonly lockMs: number;
  readonly work: (told: ToldJob, lastTry: boolean) => Promise<void>;
  readonly report: (error: Error) => void;
}

export interface QueueBackend {
  readonly kind: QueuePlace['kind'];
  queue(lane: Lane): LaneQueue;
  work(settings: LaneWorkerSettings): Promise<LaneWorker>;
  close(): Promise<void>;
}

/** What BullMQ stores of a job. */
interface Stored {
  readonly area: string;
  readonly payload: unknown;
}

const PREFIX = '{huiji}';
const queueName = (lane: Lane): string => `huiji-${lane}`;

const HOUR_S = 3600;
const KEEP = {
  removeOnComplete: { age: HOUR_S, count: 5000 },
  removeOnFail: { age: 30 * 24 * HOUR_S, count: 5000 },
} as const;

/** A worker that dies takes its job with it; the job is given out again this often before it counts as failed. */
const MAX_STALLED = 50;

const told = (job: Job<Stored>): ToldJob => ({
  area: job.data.area,
  id: job.id ?? '',
  job: job.name,
  payload: job.data.payload,
});

const lastTryOf = (job: Job<Stored>): boolean => job.attemptsMade + 1 >= (job.opts.attempts ?? 1);

const toBull = (job: QueuedJob) => ({
  name: job.job,
  data: { area: job.area, payload: job.payload } satisfies Stored,
  opts: {
    jobId: job.id,
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    ...KEEP,
  },
});

/** The options of a worker that both kinds of place share. */
const workerOptions = ({ concurrency, lockMs }: LaneWorkerSettings) => ({
  concurrency,
  lockDuration: lockMs,
  stalledInterval: Math.ceil(lockMs / 3),
  maxStalledCount: MAX_STALLED,
  drainDelay: 5,
});

const postgresClasses = withBackend(createPostgresBackend);
const redisClasses = withBackend(createRedisBackend);

const SCHEMA = 'bullmq';

const openPostgres = (url: string) => {
  const connection = (max: number) => ({ connectionString: url, schema: SCHEMA, migrate: true, max });
  return {
    queue: (lane: Lane) => new postgresClasses.Queue<Stored>(queueName(lane), { connection: connection(2) }),
    worker: (settings: LaneWorkerSettings, process: (job: Job<Stored>) => Promise<void>) =>
      new postgresClasses.Worker<Stored>(queueName(settings.lane), process, {
        connection: connection(Math.min(5, settings.concurrency + 1)),
        ...workerOptions(settings),
      }),
  };
};

const openRedis = (url: string) => ({
  queue: (lane: Lane) => new redisClasses.Queue<Stored>(queueName(lane), { connection: { url }, prefix: PREFIX }),
  worker: (settings: LaneWorkerSettings, process: (job: Job<Stored>) => Promise<void>) =>
    new redisClasses.Worker<Stored>(queueName(settings.lane), process, {
      connection: { url, maxRetriesPerRequest: null },
      prefix: PREFIX,
      ...workerOptions(settings),
    }),
});

/** Opens the queue of a place. On PostgreSQL the first caller brings the schema of the queue up to date. */
export const openQueueBackend = async (place: QueuePlace, report: (error: Error) => void): Promise<QueueBackend> => {
  const open = place.kind === 'redis' ? openRedis(place.url) : openPostgres(place.url);
  const queues = new Map<Lane, LaneQueue>();
  for (const lane of lanes) {
    const queue = open.queue(lane);
    queue.on('error', report);
    // One after the other: each brings the schema up to date first.
    await queue.waitUntilReady();
    queues.set(lane, {
      add: async (jobs) => {
        if (jobs.length > 0) await queue.addBulk(jobs.map(toBull));
      },
      waiting: async () => {
        const counts = await queue.getJobCounts('waiting', 'delayed', 'prioritized');
        return Object.values(counts).reduce((sum, count) => sum + count, 0);
      },
      close: () => queue.close(),
    });
  }
  return {
    kind: place.kind,
    queue: (lane) => {
      const queue = queues.get(lane);
      if (queue === undefined) throw new Error(`no lane ${lane}`);
      return queue;
    },
    work: async (settings) => {
      const worker = open.worker(settings, (job) => settings.work(told(job), lastTryOf(job)));
      worker.on('error', settings.report);
      await worker.waitUntilReady();
      return { close: () => worker.close() };
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
};
