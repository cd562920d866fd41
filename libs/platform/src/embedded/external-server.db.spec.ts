import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { passwordsIn } from './credentials';
import { prepareExternal, ServerRefused, versionRefusal } from './external-server';
import { startEmbedded, type EmbeddedServer } from './server';

/** A server of somebody else, played by an embedded one with an administrator of its own. */
describe('a server named by DATABASE_URL', () => {
  let server: EmbeddedServer;
  let url: string;
  let root: string;
  const fresh = { owner: 'o'.repeat(24), app: 'a'.repeat(24), queue: 'q'.repeat(24) };

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'huiji-external-'));
    const password = passwordsIn(folder).owner;
    server = await startEmbedded({
      folder,
      disposable: true,
      extraRoles: ['admin', 'root'],
      extraStatements: [
        `CREATE ROLE root LOGIN SUPERUSER PASSWORD '${password}'`,
        `CREATE ROLE admin LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`,
        'GRANT huiji_owner, huiji_app, huiji_queue TO admin WITH ADMIN OPTION',
        'CREATE DATABASE theirs OWNER admin',
      ],
    });
    const as = (role: string): string => {
      const own = new URL(server.url('owner', 'theirs'));
      own.username = role;
      return own.href;
    };
    url = as('admin');
    root = as('root');
  });
  afterAll(() => server.stop());

  it('gets roles and rights, as often as asked', async () => {
    await prepareExternal(url, fresh);
    const prepared = await prepareExternal(url, fresh);
    const client = new Client({ connectionString: prepared.url('app') });
    await client.connect();
    const { rows } = await client.query<{ me: string }>('SELECT current_user AS me');
    expect(rows).toEqual([{ me: 'huiji_app' }]);
    await expect(client.query('CREATE TABLE x (a int)')).rejects.toThrow(/permission denied|no schema/);
    await client.end();
  });

  it('is refused in words when the role of the application may pass row level security', async () => {
    const client = new Client({ connectionString: root });
    await client.connect();
    await client.query('ALTER ROLE huiji_app BYPASSRLS');
    await expect(prepareExternal(root, fresh)).rejects.toThrow(/huiji_app may pass row level security/);
    await client.query('ALTER ROLE huiji_app NOBYPASSRLS');
    await client.end();
  });

  it('is refused in words, without its password, when it does not let us in', async () => {
    const wrong = new URL(url);
    wrong.password = 'top-secret';
    await expect(prepareExternal(wrong.href, fresh)).rejects.toThrow(ServerRefused);
    await expect(prepareExternal(wrong.href, fresh)).rejects.not.toThrow(/top-secret/);
  });

  it('is refused in words when the role may not make roles', async () => {
    const prepared = await prepareExternal(url, fresh);
    await expect(prepareExternal(prepared.url('queue'), fresh)).rejects.toThrow(/must own the database/);
  });

  it('is refused in words when it is older than 17', () => {
    expect(versionRefusal('160009', '16.9')).toMatch(/PostgreSQL 16\.9; 17 or newer is needed/);
    expect(versionRefusal('', 'of an unknown version')).toMatch(/unknown/);
    expect(versionRefusal('170000', '17.0')).toBeUndefined();
    expect(versionRefusal('180004', '18.4')).toBeUndefined();
  });
});
