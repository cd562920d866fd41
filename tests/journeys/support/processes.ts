import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildProduct } from '../../faults/product';
import { eventually, type Backstage, type BankFolder } from './backstage';
import type { JourneyApi } from './journey-api';

const repository = path.resolve(__dirname, '..', '..', '..');
const mainOf = (app: string): string => path.join(repository, 'apps', app, 'dist', 'main.js');
const READY_MS = 120_000;
const PATIENCE_MS = 120_000;

/** A child of this test: it leaves when its pipe closes, so a killed test leaves nothing behind. */
class Process {
  private readonly child: ChildProcess;
  private readonly logFile: string;
  ready = false;

  constructor(
    folder: BankFolder,
    app: string,
    words: readonly string[],
    environment: Readonly<Record<string, string>>,
  ) {
    this.logFile = path.join(folder.path, `${app}.log`);
    const log = openSync(this.logFile, 'a');
    this.child = spawn(process.execPath, [mainOf(app), ...words], {
      stdio: ['pipe', log, log, 'ipc'],
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    closeSync(log);
    this.child.on('message', () => (this.ready = true));
  }

  /** Its log, when it is gone before its time. */
  fault(): string | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? undefined : this.said();
  }

  said(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  async stop(): Promise<void> {
    if (this.fault() !== undefined) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin?.end();
    if (this.child.connected) this.child.disconnect();
    const late = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }
}

/**
 * The worker and the bank as `npm start` runs them, in processes of their own, on the database of a journey. `secrets`
 * are those of the API: the worker opens what the API sealed.
 */
export const processBackstage = async (
  journey: JourneyApi,
  folder: BankFolder,
  secrets: Readonly<Record<string, string>>,
): Promise<Backstage> => {
  buildProduct();
  const worker = new Process(folder, 'worker', [], {
    ...secrets,
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: journey.db.url('app'),
    HUIJI_QUEUE_DATABASE_URL: journey.db.url('queue'),
    HUIJI_BANK_DIRECTORY: folder.path,
    HUIJI_DATABASE_POOL: '4',
  });
  const bank = new Process(folder, 'bank-sandbox', [folder.path, '--with-launcher'], {});
  const alive = <T>(answer: T): T => {
    const fault = worker.fault() ?? bank.fault();
    if (fault !== undefined) throw new Error(`a process stopped:\n${fault}`);
    return answer;
  };
  await eventually('the worker is ready', () => Promise.resolve(alive(worker.ready)), READY_MS);
  const until: Backstage['until'] = (what, met) =>
    eventually(what, async () => alive(await met()), PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\nworker: ${worker.said()}\nbank: ${bank.said()}`);
    });
  return {
    until,
    quiet: async () => {
      await until('nothing is under way', async () => {
        const untold = await journey.db.ownerQuery('SELECT FROM platform.outbox WHERE relayed_at IS NULL');
        return untold.length === 0 && folder.unread().length === 0;
      });
    },
    close: async () => {
      await Promise.all([worker.stop(), bank.stop()]);
    },
  };
};
