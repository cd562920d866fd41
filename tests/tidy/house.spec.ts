import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  maxBuffer: 1 << 26,
})
  .toString()
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

const code = tracked.filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/') && !path.endsWith('.d.ts'));
const product = code.filter(
  (path) => /^(apps|libs)\//.test(path) && !/\.spec\.tsx?$/.test(path) && !path.includes('/testing/'),
);
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files that are lists of data or of words, not of statements: their length is the world's. */
const data = /\/(locales|data)\/|^prisma-free-migrations\/src\/\d{4}-|\.words\.ts$/;

describe('the house is tidy', () => {
  it('a file of code has at most 300 lines', () => {
    const long = code
      .filter((path) => !data.test(path))
      .map((path) => [path, text(path).split('\n').length - 1] as const);
    expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
  });

  it('no file is a drawer for leftovers', () => {
    const drawers = /(^|[-.])(util|utils|helper|helpers|common|manager|base|misc)([-.]|$)/;
    expect(product.filter((path) => drawers.test(basename(path).replace(/\.tsx?$/, '')))).toEqual([]);
  });

  it('files are kebab-case', () => {
    expect(code.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(basename(path)))).toEqual([]);
  });

  it('every rule has its spec beside it', () => {
    const rules = product.filter((path) => /\/rules\/[^/]+\.ts$/.test(path) && basename(path) !== 'index.ts');
    const lonely = rules.filter((path) => {
      const stem = path.replace(/\.ts$/, '');
      return !tracked.some((other) => other.startsWith(`${stem}.`) && other.endsWith('.spec.ts'));
    });
    expect(rules.length).toBeGreaterThan(0);
    expect(lonely).toEqual([]);
  });

  it('every library has a page that says what it is', () => {
    const libraries = new Set(tracked.filter((path) => path.startsWith('libs/')).map((path) => path.split('/')[1]));
    expect([...libraries].filter((name) => !tracked.includes(`libs/${name}/README.md`))).toEqual([]);
  });

  it('no file of code is an orphan', () => {
    const entries =
      /(^|\/)(main|index|verify|reset|print-(schema|permissions)|load-demonstration|schedule)\.tsx?$|\.d\.ts$|\.spec\.tsx?$|vite\.config\.ts$|\.bench\.ts$/;
    const imported = new Set<string>();
    for (const path of code) {
      for (const match of text(path).matchAll(/(?:from|import|require)\s*\(?\s*'(\.[^']+)'/g)) {
        const target = join(dirname(path), match[1] ?? '');
        for (const suffix of ['.ts', '.tsx', '/index.ts', '/index.tsx']) imported.add(target + suffix);
      }
    }
    const exported = tracked
      .filter((path) => path.endsWith('package.json'))
      .flatMap((path) =>
        [...text(path).matchAll(/"\.\/(src\/[^"]+)"/g)].map((match) => join(dirname(path), match[1] ?? '')),
      );
    const orphans = product.filter((path) => !entries.test(path) && !imported.has(path) && !exported.includes(path));
    expect(orphans).toEqual([]);
  });

  it('domains that grew past 60 files are split by noun', () => {
    const sizes = new Map<string, number>();
    for (const path of product.filter((file) => file.startsWith('libs/'))) {
      const [, library = '', , noun = ''] = path.split('/');
      const split = !['model', 'rules', 'persistence', 'graphql', 'jobs', 'data'].includes(noun) && !noun.includes('.');
      const key = split ? `${library}/${noun}` : library;
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    expect([...sizes].filter(([, files]) => files > 60)).toEqual([]);
  });

  it('no test is switched off or alone', () => {
    const off = /\b(describe|it|test)\.(only|skip|todo)\b|\bx(it|describe)\(|\bf(it|describe)\(/;
    expect(
      code.filter((path) => path.endsWith('.spec.ts') && off.test(text(path)) && !path.endsWith('house.spec.ts')),
    ).toEqual([]);
  });

  it('nothing left for later in code', () => {
    const later = /\b(TODO|FIXME|XXX|HACK)\b/;
    expect(code.filter((path) => later.test(text(path)) && !path.endsWith('house.spec.ts'))).toEqual([]);
  });

  it('no path of a machine and no registry host is tracked', () => {
    const machine = new RegExp(['(^|[^a-z.])/', '(wo', 'rk|ro', 'ot|ho', 'me)/[a-z]'].join(''));
    const files = tracked.filter(
      (path) => /\.(ts|tsx|mjs|js|json|md|yml|sh|graphql)$/.test(path) && path !== 'package-lock.json',
    );
    expect(files.filter((path) => machine.test(text(path)))).toEqual([]);
    expect(text('package-lock.json').match(/"resolved": "http/g)).toBeNull();
  });
});
