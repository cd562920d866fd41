import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findEmbedded, passwordsIn, type EmbeddedServer } from '@huiji/platform/embedded';

const repository = path.resolve(__dirname, '..', '..');
const launcherFile = path.join(repository, 'apps', 'start', 'dist', 'main.js');

/** The parts of a running product that can be killed. */
export const parts = ['launcher', 'api', 'worker', 'bank-sandbox', 'postgres'] as const;
export type Part = (typeof parts)[number];

/** Compiles what `npm start` runs; a second time it comes from the cache. */
export const buildProduct = (): void => {
  const { status, stdout, stderr } = spawnSync('npx', ['nx', 'run-many', '-t', 'build', '--exclude=@huiji/console'], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the product does not build:\n${stdout}\n${stderr}`);
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const isZombie = (id: number): boolean => /^\d+ \(.*\) Z/.test(textOf(`/proc/${String(id)}/stat`));

export const lives = (id: number): boolean => textOf(`/proc/${String(id)}/stat`) !== '' && !isZombie(id);

/** Waits until `met` answers something; throws with `what` after `ms`. */
export const until = async <T>(
  what: string,
  met: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 60_000,
): Promise<T> => {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await met();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`in ${String(ms / 1000)} s it did not happen that ${what}`);
    await pause(50);
  }
};

/** The whole product in a folder of its own, as `npm start` runs it, on Linux. */
export class Product {
  readonly home = mkdtempSync(path.join(tmpdir(), 'huiji-faults-'));
  private launcher: ChildProcess | undefined;
  said = '';

  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {}

  /** Starts the launcher and waits until it says that everything is ready, at most `patienceMs`. */
  async start(patienceMs = 180_000): Promise<string> {
    this.said = '';
    const child = this.spawnLauncher();
    this.launcher = child;
    return until(
      'the product is ready',
      () => {
        if (child.exitCode !== null) throw new Error(`the launcher stopped:\n${this.said}`);
        return /Huiji 惠济\s+(http:\S+)/.exec(this.said)?.[1];
      },
      patienceMs,
    );
  }

  private spawnLauncher(words: readonly string[] = []): ChildProcess {
    const child = spawn(process.execPath, [launcherFile, ...words], {
      cwd: this.home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HUIJI_HOME: this.home,
        PORT: '0',
        // As under npm: the launcher stops when the process that started it is gone, so a killed test leaves nothing.
        npm_lifecycle_event: 'start',
        ...this.environment,
      },
    });
    const hear = (part: Buffer): void => void (this.said += part.toString('utf8'));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    return child;
  }

  /** What a second `npm start` says, and its exit code. */
  async startAnother(): Promise<{ said: string; code: number | null }> {
    const before = this.said;
    const child = this.spawnLauncher();
    await new Promise((resolve) => child.once('exit', resolve));
    const said = this.said.slice(before.length);
    return { said, code: child.exitCode };
  }

  /** Process ids of everything that belongs to this folder, by part. */
  processes(): Readonly<Record<Part, readonly number[]>> {
    const found: Record<Part, number[]> = { launcher: [], api: [], worker: [], 'bank-sandbox': [], postgres: [] };
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry) || isZombie(Number(entry))) continue;
      const command = textOf(`/proc/${entry}/cmdline`).split('\0');
      const part = this.partOf(command, entry);
      if (part !== undefined) found[part].push(Number(entry));
    }
    return found;
  }

  private partOf(command: readonly string[], id: string): Part | undefined {
    const data = path.join(this.home, 'postgres', 'pgdata');
    if (command[0]?.endsWith('/postgres') === true && command.includes(data)) return 'postgres';
    if (!textOf(`/proc/${id}/environ`).includes(this.home)) return undefined;
    if (command.includes(launcherFile)) return 'launcher';
    const apps = ['api', 'worker', 'bank-sandbox'] as const;
    return apps.find((app) => command.includes(path.join(repository, 'apps', app, 'dist', 'main.js')));
  }

  /** Exactly one of each part lives. */
  async oneOfEach(): Promise<Readonly<Record<Part, number>>> {
    return until('exactly one of each process lives', () => {
      const all = this.processes();
      if (!parts.every((part) => all[part].length === 1)) return undefined;
      return Object.fromEntries(parts.map((part) => [part, all[part][0]])) as Record<Part, number>;
    });
  }

  /** Nothing of this folder lives. */
  async nothing(): Promise<true> {
    return until('nothing lives any more', () => parts.every((part) => this.processes()[part].length === 0));
  }

  /** kill -9, and waits until the process is gone. */
  async kill(part: Part): Promise<void> {
    const [id] = this.processes()[part];
    if (id === undefined) throw new Error(`no ${part} to kill`);
    process.kill(id, 'SIGKILL');
    await until(`${part} is gone`, () => !lives(id));
  }

  /** `npm run verify`. */
  verify(): { code: number | null; said: string } {
    const file = path.join(repository, 'apps', 'start', 'dist', 'verify.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HUIJI_HOME: this.home },
    });
    return { code: status, said: `${stdout}${stderr}` };
  }

  /** The living server, for the owner's and the application's connections. */
  async server(): Promise<EmbeddedServer> {
    return until('PostgreSQL runs', () => findEmbedded(path.join(this.home, 'postgres')));
  }

  get passwords(): ReturnType<typeof passwordsIn> {
    return passwordsIn(path.join(this.home, 'postgres'));
  }

  /** Ctrl-C. */
  async stop(): Promise<void> {
    const child = this.launcher;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await gone;
  }

  /** Ends everything that is left, and removes the folder. */
  async dispose(): Promise<void> {
    await this.stop();
    for (const ids of Object.values(this.processes())) for (const id of ids) process.kill(id, 'SIGKILL');
    await this.nothing();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}
