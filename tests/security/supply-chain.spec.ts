import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const supply = join(__dirname, 'supply');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { version?: string; dev?: boolean; devOptional?: boolean; link?: boolean; optional?: boolean; integrity?: string }
    >
  >;
}
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The value of an expression over one of the scripts' modules. */
const inModule = <T>(file: string, expression: string): T =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import * as m from ${JSON.stringify(`file://${join(supply, file)}`)}; console.log(JSON.stringify(${expression}))`,
      ],
      { encoding: 'utf8' },
    ),
  ) as T;

describe('X8 what the product is made of', () => {
  const lock = JSON.parse(text('package-lock.json')) as Lock;
  const manifest = JSON.parse(text('package.json')) as Manifest;

  it('every licence is on the list of allowed ones, and docs/licences.md is true (else: npm run licences)', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(supply, 'licences.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['GPL-3.0-only', false],
    ['AGPL-3.0', false],
    ['none', false],
    ['SEE LICENSE IN LICENSE', false],
    ['MIT AND GPL-2.0', false],
    ['MIT OR GPL-2.0', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['MPL-2.0', false],
  ])('a package under %s would be shipped: %s', (licence, allowed) => {
    const refused = inModule<unknown[]>(
      'licences.mjs',
      `m.refusedOf([{ name: 'x', version: '1', tool: false, licence: ${JSON.stringify(licence)} }])`,
    );
    expect(refused).toHaveLength(allowed ? 0 : 1);
  });

  it('the page is stale when a package is added', () => {
    const [now, more] = inModule<[string, string]>(
      'licences.mjs',
      `(() => { const p = [{ name: 'a', version: '1', licence: 'MIT', tool: false }]; return [m.pageOf(p), m.pageOf([...p, { name: 'b', version: '1', licence: 'MIT', tool: false }])]; })()`,
    );
    expect(more).not.toBe(now);
    expect(text('docs/licences.md')).toContain('| @nestjs/core |');
  });

  it('the bill of materials parses and names every package that runs, with its version', () => {
    const out = execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const bill = JSON.parse(out) as {
      bomFormat: string;
      components: { name: string; group?: string; version: string; hashes?: unknown[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const named = new Set(
      bill.components.map(({ name, group, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
    );
    const running = Object.entries(lock.packages).filter(
      ([path, one]) => path.includes('node_modules/') && !one.link && !one.dev && !one.devOptional && !one.optional,
    );
    expect(running.length).toBeGreaterThan(200);
    const missing = running
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version ?? ''}`)
      .filter((one) => !named.has(one));
    expect(missing).toEqual([]);
    for (const [name, version] of Object.entries(manifest.dependencies ?? {}))
      expect(named).toContain(`${name}@${version}`);
  }, 60_000);

  it('every package of the lock is held by its hash, and what we ask for by an exact version', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, one]) =>
        path.includes('node_modules/') && !one.link && one.integrity === undefined && !path.includes('/node_modules/'),
    );
    expect(loose.filter(([path]) => !path.startsWith('node_modules/')).map(([path]) => path)).toEqual([]);
    const ranged = Object.entries(manifest.dependencies ?? {}).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version),
    );
    expect(ranged).toEqual([]);
  });

  it.each([
    [
      'nothing known',
      { vulnerabilities: {}, metadata: { vulnerabilities: { high: 0 } } },
      false,
      'nothing at high or above',
    ],
    [
      'a moderate one',
      { vulnerabilities: { a: { name: 'a', severity: 'moderate', range: '<1' } }, metadata: { vulnerabilities: {} } },
      false,
      'nothing at high',
    ],
    [
      'a high one',
      { vulnerabilities: { a: { name: 'a', severity: 'high', range: '<1' } }, metadata: { vulnerabilities: {} } },
      true,
      'high: a <1',
    ],
    [
      'a registry that does not tell',
      { message: '405 Method Not Allowed', statusCode: 405 },
      false,
      'NOT looked up (405',
    ],
    ['no answer', undefined, false, 'NOT looked up'],
  ])('known faults: %s', (_, answer, stop, words) => {
    const given = answer === undefined ? '' : JSON.stringify(answer);
    const verdict = inModule<{ lines: string[]; stop: boolean }>('audit.mjs', `m.verdictOf(${JSON.stringify(given)})`);
    expect(verdict.stop).toBe(stop);
    expect(verdict.lines.join('\n')).toContain(words);
  });
});
