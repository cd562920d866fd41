import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consolePermissions, permissionsPage } from '@huiji/api/permission-pages';
import { domainPermissions } from '@huiji/api/domains';
import { apiSchema } from '@huiji/api/schema';
import { rolesOf } from '@huiji/platform';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('X1 the declared table of permissions', () => {
  it('is the one in docs/permissions.md; run `npm run permissions` after a change', async () => {
    expect(read('docs/permissions.md')).toBe(permissionsPage(domainPermissions, await apiSchema()));
  });

  it('is the one the console reads; run `npm run permissions` after a change', () => {
    expect(read('apps/console/src/generated/permissions.ts')).toBe(consolePermissions(domainPermissions));
  });

  it('names every operation of the schema once, and gives it to somebody', async () => {
    const schema = await apiSchema();
    const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(Object.keys(domainPermissions).sort()).toEqual(operations.sort());
    const idle = Object.entries(domainPermissions).filter(([, row]) => row !== 'public' && rolesOf(row).length === 0);
    expect(idle).toEqual([]);
  });

  it('gives the auditor no act but on what is the auditor’s own', async () => {
    const acts = Object.keys((await apiSchema()).getMutationType()?.getFields() ?? {});
    const named = acts.filter((name) => {
      const row = domainPermissions[name];
      return row !== undefined && row !== 'public' && row.auditor !== undefined && row.auditor !== 'own';
    });
    expect(named).toEqual([]);
  });
});
