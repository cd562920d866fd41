import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface Probe {
  readonly wall: string;
  readonly file: string;
  /** The import or expression the wall refuses. */
  readonly planted: string;
  /** The same file without it, or with what is allowed instead. */
  readonly allowed: string;
}

const importOf = (name: string): string => `import * as planted from '${name}';\nexport const use = planted;\n`;
const harmless = importOf('@huiji/kernel');

const floor = (from: string, dir: string, to: string): Probe => ({
  wall: `${from} → ${to}`,
  file: `${dir}/src/planted.ts`,
  planted: importOf(`@huiji/${to}`),
  allowed: harmless,
});

const foundations = ['calendar', 'catalog', 'ledger', 'notification', 'identity', 'audit', 'approval', 'fund'];
const domains = ['procurement', 'savings', 'settlement', 'long-term-care'];

const floors: Probe[] = [
  ...['platform', 'ledger', 'procurement', 'flows'].map((to) => ({
    ...floor('kernel', 'libs/kernel', to),
    allowed: 'export {};\n',
  })),
  ...['ledger', 'settlement', 'flows'].map((to) => floor('platform', 'libs/platform', to)),
  ...foundations.flatMap((from, index) =>
    [...foundations.slice(index + 1), 'procurement', 'flows'].map((to) => floor(from, `libs/${from}`, to)),
  ),
  ...domains.flatMap((from) =>
    [...domains.filter((other) => other !== from), 'flows'].map((to) => floor(from, `libs/${from}`, to)),
  ),
  floor('flows', 'libs/flows', 'api/domains'),
  ...['platform', 'identity', ...domains, 'flows'].map((to) => floor('console', 'apps/console', to)),
  ...['platform', 'settlement', 'flows'].map((to) => floor('bank-sandbox', 'apps/bank-sandbox', to)),
  ...['ledger', 'procurement'].map((to) => floor('migrations', 'prisma-free-migrations', to)),
];

const room = (wall: string, file: string, planted: string, allowed = harmless): Probe => ({
  wall,
  file,
  planted,
  allowed,
});

const rooms: Probe[] = [
  ...['persistence/x.entity', 'graphql/x.type', 'jobs/x.job', 'x.service'].flatMap((to) =>
    ['rules', 'model'].map((from) =>
      room(`${from} → ${to}`, `libs/procurement/src/${from}/planted.ts`, importOf(`../${to}`), importOf('../model/x')),
    ),
  ),
  ...['@nestjs/common', 'typeorm', 'node:crypto', '@huiji/platform'].map((to) =>
    room(`rules → ${to}`, 'libs/procurement/src/rules/planted.ts', importOf(to)),
  ),
  room(
    'rules → the clock',
    'libs/savings/src/rules/planted.ts',
    'export const t = Date.now();\n',
    'export const t = 1;\n',
  ),
  room(
    'rules → the clock by new Date()',
    'libs/savings/src/rules/planted.ts',
    'export const t = new Date();\n',
    'export const t = new Date(0);\n',
  ),
  room(
    'rules → randomness',
    'libs/savings/src/rules/planted.ts',
    'export const t = Math.random();\n',
    'export const t = Math.abs(1);\n',
  ),
  room(
    'rules → the process',
    'libs/savings/src/rules/planted.ts',
    'export const t = process.pid;\n',
    'export const t = 1;\n',
  ),
  ...['rules/x', 'graphql/x.type', 'jobs/x.job'].map((to) =>
    room(
      `persistence → ${to}`,
      'libs/settlement/src/persistence/planted.ts',
      importOf(`../${to}`),
      importOf('../model/x'),
    ),
  ),
  room(
    'service → graphql',
    'libs/settlement/src/planted.service.ts',
    importOf('./graphql/x.type'),
    importOf('./rules/x'),
  ),
  ...['graphql', 'jobs'].flatMap((from) =>
    ['rules/x', 'persistence/x.entity'].map((to) =>
      room(`${from} → ${to}`, `libs/settlement/src/${from}/planted.ts`, importOf(`../${to}`), importOf('../x.service')),
    ),
  ),
];

const probes = [...floors, ...rooms];

describe('the walls of the house', () => {
  let refusals: string[][] = [];

  beforeAll(() => {
    const input = probes.flatMap(({ file, planted, allowed }) => [
      { file: join(root, file), code: planted },
      { file: join(root, file), code: allowed },
    ]);
    execFileSync('npx', ['nx', 'show', 'projects'], { cwd: root, stdio: 'ignore' });
    const printed = execFileSync('node', ['tests/tidy/wall-probe.mjs'], { cwd: root, input: JSON.stringify(input) });
    refusals = JSON.parse(printed.toString()) as string[][];
  }, 120_000);

  it.each(probes.map((probe, index) => [probe.wall, index] as const))(
    '%s is refused, the file without it passes',
    (_wall, index) => {
      expect(refusals[2 * index]).toContainEqual(expect.stringMatching(/enforce-module-boundaries|no-restricted-/));
      expect(refusals[2 * index + 1]).toEqual([]);
    },
  );
});
