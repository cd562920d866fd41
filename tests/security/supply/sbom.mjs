// Prints the bill of materials (CycloneDX JSON) of what runs: `npm sbom` of everything, without what only builds and
// tests. (`npm sbom --omit dev` loses packages that both sides use, so the lock file decides.)
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { packagesOf } from './licences.mjs';

const DEVELOPMENT = 'cdx:npm:package:development';

const { stdout, stderr, status } = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const bill = JSON.parse(stdout);
const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
const shipped = new Set(packagesOf(lock).flatMap(({ name, version, tool }) => (tool ? [] : [`${name}@${version}`])));
const isTool = ({ properties = [] }) => properties.some(({ name, value }) => name === DEVELOPMENT && value === 'true');
const running = bill.components
  .filter((component) => !isTool(component) || shipped.has(`${component.name}@${component.version}`))
  .map(({ properties = [], ...component }) => ({
    ...component,
    properties: properties.filter(({ name }) => name !== DEVELOPMENT),
  }));
const refs = new Set([bill.metadata.component['bom-ref'], ...running.map((component) => component['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
process.stdout.write(`${JSON.stringify({ ...bill, components: running, dependencies }, null, 1)}\n`);
