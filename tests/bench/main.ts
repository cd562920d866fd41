import type { Bench } from './bench-line';

/** Every bench by its name. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  'graphql-page': () => import('./graphql-page.bench.js'),
  'subsidy-month': () => import('./subsidy-month.bench.js'),
};

const main = async (): Promise<void> => {
  const small = process.argv.includes('--small');
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    throw new Error(`no bench named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  }
  for (const [name, load] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { bench } = await load();
    for (const line of await bench({ small })) process.stdout.write(`${JSON.stringify(line)}\n`);
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
