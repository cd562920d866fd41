import { spawnSync } from 'node:child_process';
import { benches } from './benches';

const run = async (name: string, small: boolean): Promise<void> => {
  const { bench } = (await benches[name]?.()) ?? {};
  for (const line of (await bench?.({ small })) ?? []) process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A process and a server of its own for each: what one leaves in memory is not counted to the next. */
const runApart = (name: string): void => {
  const { status } = spawnSync(process.execPath, [__filename, name], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the bench ${name} failed`);
};

/** `main.js [NAME …] [--small]`: one JSON line per figure; without a name, all of them. */
const main = async (): Promise<void> => {
  const small = process.argv.includes('--small');
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    throw new Error(`no bench named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  }
  if (wanted.length === 0 && !small) for (const name of Object.keys(benches)) runApart(name);
  else for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) await run(name, small);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
