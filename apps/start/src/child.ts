import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ChildSettings {
  readonly name: string;
  /** The file to run. */
  readonly main: string;
  readonly words?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Answers when the child can do its work: by its own word (a message), or by asking it. */
  readonly ready: 'message' | 'alive' | { readonly url: string };
  readonly say: (line: string) => void;
}

const GUARD = path.join(__dirname, `child-guard${path.extname(__filename)}`);

/** A child that lives this long is taken to have started well: the next fall waits the shortest pause again. */
const STEADY_MS = 20_000;
const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const STOP_MS = 8000;

/** Waits for a promise, at most so long; answers whether it came. */
const within = async (ms: number, promise: Promise<unknown>): Promise<boolean> => {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const came = await Promise.race([promise.then(() => true), late]);
  timer.abort();
  return came;
};

/** One process of the product, started again when it dies, stopped by closing its pipe. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private pauseMs = SHORTEST_PAUSE_MS;
  private gone: Promise<void> = Promise.resolve();
  private hear: () => void = () => undefined;
  /** The first word of the child, or of one that was started after it. */
  private readonly heard = new Promise<void>((resolve) => (this.hear = resolve));

  constructor(private readonly settings: ChildSettings) {}

  get name(): string {
    return this.settings.name;
  }

  get processId(): number | undefined {
    return this.process?.pid;
  }

  start(): void {
    const { main, words = [], environment, logFile, name } = this.settings;
    const log = openSync(logFile, 'a', 0o600);
    const began = Date.now();
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', GUARD, main, ...words], {
      // A group of its own: Ctrl-C in the terminal reaches the launcher only, which then stops its children in order.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: { ...environment },
    });
    closeSync(log);
    this.process = child;
    this.gone = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        resolve();
        if (this.stopping) return;
        const how = signal ?? `code ${String(code)}`;
        if (Date.now() - began > STEADY_MS) this.pauseMs = SHORTEST_PAUSE_MS;
        this.settings.say(`${name} stopped (${how}) and is started again; its log: ${logFile}`);
        setTimeout(() => this.startAgain(), this.pauseMs);
        this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
      });
    });
    child.on('message', () => this.hear());
    child.on('error', (error) => this.settings.say(`${name} could not be started: ${error.message}`));
  }

  private startAgain(): void {
    if (!this.stopping) this.start();
  }

  /** Resolves when the child can work; throws after `ms`. */
  async whenReady(ms: number): Promise<void> {
    const { ready, name, logFile } = this.settings;
    if (ready === 'alive') return;
    const end = Date.now() + ms;
    const asked = ready === 'message' ? this.heard : this.answers(ready.url, end);
    if (!(await within(ms, asked)))
      throw new Error(`${name} is not ready after ${String(ms / 1000)} s; see ${logFile}`);
  }

  private async answers(url: string, end: number): Promise<void> {
    while (Date.now() < end && !this.stopping) {
      try {
        await fetch(url, { signal: AbortSignal.timeout(2000) });
        return;
      } catch {
        await pause(50);
      }
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    if (child.connected) child.disconnect();
    else child.kill('SIGTERM');
    if (await within(STOP_MS, this.gone)) return;
    child.kill('SIGKILL');
    await this.gone;
  }
}
