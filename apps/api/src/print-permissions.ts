import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainPermissions } from './domains';
import { consolePermissions, permissionsPage } from './permission-pages';
import { apiSchema } from './schema';

const root = join(__dirname, '..', '..', '..');

/** Writes docs/permissions.md and the console's permissions. */
const print = async (): Promise<void> => {
  writeFileSync(join(root, 'docs', 'permissions.md'), permissionsPage(domainPermissions, await apiSchema()));
  writeFileSync(join(root, 'apps/console/src/generated/permissions.ts'), consolePermissions(domainPermissions));
};

print().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
