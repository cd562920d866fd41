import { SettingsRefused } from '@huiji/platform';
import { ServerRefused } from '@huiji/platform/embedded';
import { reset } from './erase';
import { greeting } from './greeting';
import { homeFor } from './home';
import { Launcher } from './launcher';
import { AlreadyRunning, knock } from './single-instance';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Under npm, which does not pass signals on well: when it is gone, so are we. */
const watchParent = (stop: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
};

const start = async (): Promise<void> => {
  const began = Date.now();
  const launcher = new Launcher({ home: homeFor(process.env), environment: process.env, say });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('\nstopping …');
    launcher.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  watchParent(() => {
    if (!stopping) stop();
  });
  try {
    const product = await launcher.start();
    say(greeting(product, Date.now() - began));
  } catch (error) {
    // What is stopped while it starts fails in its own way.
    if (!stopping) throw error;
  }
};

const main = async (): Promise<void> => {
  const [command = 'start'] = process.argv.slice(2);
  const running = await knock(homeFor(process.env).folder);
  if (running !== undefined) {
    const where = running.address ?? 'still starting';
    say(`Huiji is running already (process ${String(running.processId)}): ${where}`);
    if (command !== 'start') say(`Stop it first, with Ctrl-C where it was started, then ${command} again.`);
    process.exitCode = command === 'start' ? 0 : 1;
    return;
  }
  if (command === 'start') await start();
  else if (command === 'reset') {
    await reset(homeFor(process.env), process.env, say);
    await start();
  } else {
    say(`"${command}" is no command; there are: start, reset`);
    process.exitCode = 2;
  }
};

main().catch((error: unknown) => {
  const plain = [ServerRefused, AlreadyRunning, SettingsRefused].some((kind) => error instanceof kind);
  process.stderr.write(
    `${plain && error instanceof Error ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
