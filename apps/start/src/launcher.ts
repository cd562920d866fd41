import { existsSync } from 'node:fs';
import path from 'node:path';
import { ChangedMigration, runMigrations } from '@huiji/migrations';
import { parseConfig } from '@huiji/platform';
import { freePort } from '@huiji/platform/embedded';
import { Child, type ChildSettings } from './child';
import { openDatabase, type ProductDatabase } from './database';
import { demonstrationState, loadDemonstration } from './demonstration';
import { assertErasable, eraseDemonstration } from './erase';
import { makeHome, repository, secretsIn, type Home } from './home';
import { enter, type Presence } from './single-instance';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface LauncherSettings {
  readonly home: Home;
  readonly environment: Environment;
  readonly say: (line: string) => void;
}

export interface RunningProduct {
  /** Where the console, the API and the explorer answer. */
  readonly address: string;
  readonly databaseWords: string;
  readonly demonstration: boolean;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

/** Settings of a person's environment that the children may see; everything else is ours. */
const HANDED_ON = [
  'PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_OPTIONS', 'FORCE_COLOR', 'NO_COLOR',
  'HOST', 'QUEUE_URL', 'LOG_LEVEL', 'HUIJI_PROFILE', 'HUIJI_DATABASE_POOL', 'HUIJI_READ_SCOPE',
  'HUIJI_REPLICA_DATABASE_URL', 'HUIJI_BANK_SILENCE_MINUTES', 'HUIJI_BANK_BEHAVIOUR',
  'HUIJI_OPERATIONS', 'HUIJI_OPERATIONS_FILES', 'HUIJI_INTROSPECTION', 'HUIJI_ORIGINS', 'HUIJI_TLS',
  'HUIJI_TRUSTED_PROXIES', 'SMTP_URL', 'HUIJI_MAIL_FROM', 'HUIJI_SMS_DIRECTORY', 'HUIJI_WEBHOOK_PRIVATE_HOSTS',
]; // prettier-ignore

const handedOn = (environment: Environment): Record<string, string> =>
  Object.fromEntries(
    HANDED_ON.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const mainOf = (app: string): string => {
  const built = path.join(repository, 'apps', app, 'dist', 'main.js');
  if (!existsSync(built)) throw new Error(`apps/${app} is not built; run "npm run build"`);
  return built;
};

/** The product, started part by part in its one order; stopped in the opposite one. */
export class Launcher {
  private readonly children: Child[] = [];
  private database: ProductDatabase | undefined;
  private presence: Presence | undefined;

  constructor(private readonly settings: LauncherSettings) {}

  async start(): Promise<RunningProduct> {
    const { home, environment, say } = this.settings;
    makeHome(home);
    this.presence = await enter(home.folder, () => this.processIds());
    try {
      await this.prepareDatabase();
      const address = await this.startChildren();
      this.presence.tell(address);
      return {
        address,
        databaseWords: this.database?.words ?? '',
        demonstration: environment['HUIJI_PROFILE'] !== 'production',
        stop: () => this.stop(),
      };
    } catch (error) {
      await this.stop().catch((fault: unknown) => say(String(fault)));
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    await this.database?.stop();
    await this.presence?.leave();
  }

  private processIds(): Readonly<Record<string, number>> {
    const server = this.database?.processId();
    return Object.fromEntries([
      ...this.children.flatMap((child) => (child.processId === undefined ? [] : [[child.name, child.processId]])),
      ...(server === undefined ? [] : [['postgres', server]]),
    ]) as Record<string, number>;
  }

  private async prepareDatabase(): Promise<void> {
    const { home, environment, say } = this.settings;
    say('database …');
    this.database = await openDatabase(home, environment['DATABASE_URL'], say);
    await this.migrate();
    if (environment['HUIJI_PROFILE'] === 'production') return;
    let state = await demonstrationState(this.database.url('owner'));
    if (state === 'loading') {
      say('the demonstration was interrupted while it was loaded; the database is made anew');
      await this.makeAnew();
      state = 'absent';
    }
    if (state !== 'absent') return;
    say('demonstration …');
    await loadDemonstration(this.database.url('owner'), this.childEnvironment(0), say);
  }

  /** Brings the schema up to date; a demonstration whose migrations were edited since is made anew. */
  private async migrate(): Promise<void> {
    const { say } = this.settings;
    if (this.database === undefined) return;
    try {
      const { ran } = await runMigrations(this.database.url('owner'));
      if (ran.length > 0) say(`migrations: ${String(ran.length)} new`);
    } catch (error) {
      if (!(error instanceof ChangedMigration)) throw error;
      say(`${error.migrationName} was edited since this database was made`);
      await this.makeAnew();
      say('the demonstration is made anew');
    }
  }

  /** Only an embedded database that holds a demonstration and nothing else is ever removed. */
  private async makeAnew(): Promise<void> {
    const { home, environment, say } = this.settings;
    if (this.database === undefined) return;
    await assertErasable(this.database, environment);
    await this.database.stop();
    eraseDemonstration(home);
    makeHome(home);
    this.database = await openDatabase(home, environment['DATABASE_URL'], say);
    await runMigrations(this.database.url('owner'));
  }

  private childEnvironment(port: number): Record<string, string> {
    const { home, environment } = this.settings;
    if (this.database === undefined) throw new Error('the database is open before anything else starts');
    const console = path.join(repository, 'apps', 'console', 'dist');
    return {
      ...handedOn(environment),
      ...secretsIn(home),
      PORT: String(port),
      HUIJI_APP_DATABASE_URL: this.database.url('app'),
      HUIJI_QUEUE_DATABASE_URL: this.database.url('queue'),
      HUIJI_BANK_DIRECTORY: home.bank,
      ...(existsSync(console) ? { HUIJI_CONSOLE_DIRECTORY: console } : {}),
    };
  }

  private async startChildren(): Promise<string> {
    const { environment, say, home } = this.settings;
    const wanted = Number(environment['PORT'] ?? '8080');
    const port = await freePort(Number.isInteger(wanted) ? wanted : 8080);
    if (wanted !== 0 && port !== wanted) say(`port ${String(wanted)} is taken, ${String(port)} is used`);
    const address = `http://${environment['HOST'] ?? '127.0.0.1'}:${String(port)}`;
    const variables = this.childEnvironment(port);
    // What the children would refuse is said here, once, and nothing starts.
    parseConfig(variables);
    const child = (name: string, ready: ChildSettings['ready'], words: readonly string[] = []): Child =>
      new Child({
        name,
        main: mainOf(name),
        words,
        environment: variables,
        logFile: path.join(home.logs, `${name}.log`),
        ready,
        say,
      });
    say('bank, worker, API …');
    this.children.push(
      child('bank-sandbox', 'alive', [home.bank]),
      child('worker', 'message'),
      child('api', { url: address }),
    );
    for (const one of this.children) one.start();
    await Promise.all(this.children.map((one) => one.whenReady(READY_MS)));
    return address;
  }
}
