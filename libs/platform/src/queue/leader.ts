import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { OUTBOX_CHANNEL } from '../outbox/outbox';

/** Any number will do, it must only be the same in every worker. */
const LEADER = 7_301_001;

export interface LeaderSettings {
  /** Connection of the application role. */
  readonly url: string;
  /** Milliseconds between tries to become the leader, and before connecting again. */
  readonly retryMs: number;
  /** The area that has news; undefined: any may have. */
  readonly onNews: (area: string | undefined) => void;
  readonly report: (error: Error) => void;
}

/**
 * Among all workers one leads: it relays the outbox and keeps the schedule. It holds an advisory lock on a connection
 * of its own, which also hears the news; when it dies the lock goes with the connection and the next one leads.
 */
export class Leader {
  private client: Client | undefined;
  private leads = false;
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(private readonly settings: LeaderSettings) {}

  get isLeading(): boolean {
    return this.leads;
  }

  start(): void {
    this.running ??= this.live();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.leads = false;
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async live(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.leadWhileConnected();
      } catch (error) {
        if (!this.stopped) this.settings.report(error instanceof Error ? error : new Error(String(error)));
      }
      this.leads = false;
      if (!this.stopped) await pause(this.settings.retryMs, undefined, { ref: false });
    }
  }

  private async leadWhileConnected(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.url,
      application_name: 'huiji-leader',
      keepAlive: true,
    });
    this.client = client;
    const gone = new Promise<void>((resolve) => {
      client.on('end', resolve);
      client.on('error', () => resolve());
    });
    client.on('notification', (message) => this.settings.onNews(message.payload));
    await client.connect();
    while (!this.stopped) {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LEADER]);
      if (rows[0]?.mine === true) break;
      await pause(this.settings.retryMs, undefined, { ref: false });
    }
    if (this.stopped) return;
    await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
    this.leads = true;
    this.settings.onNews(undefined);
    await gone;
  }
}
