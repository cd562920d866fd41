import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openToAll, repairLinks } from './binaries';
import { startEmbedded } from './server';
import { launchFor } from './unprivileged';

const asRoot = process.getuid?.() === 0;

describe('who runs the server', () => {
  it('is us when we are not root', () => {
    expect(launchFor(1000, () => true)).toMatchObject({ prefix: [], options: {} });
  });

  it('is user 1000 of a namespace when we are root, else nobody', () => {
    expect(launchFor(0, () => true).prefix[0]).toBe('unshare');
    expect(launchFor(0, () => false)).toMatchObject({ prefix: [], options: { uid: 65_534, gid: 65_534 } });
  });

  it('can be nobody, where a root may not make namespaces', async () => {
    const launch = asRoot ? launchFor(0, () => false) : launchFor();
    const folder = mkdtempSync(path.join(tmpdir(), 'huiji-nobody-'));
    const server = await startEmbedded({ folder, disposable: true }, launch);
    const client = new Client({ connectionString: server.url('app') });
    await client.connect();
    expect((await client.query('SELECT 1 AS a')).rows).toEqual([{ a: 1 }]);
    await client.end();
    await server.stop();
  });
});

describe('nobody', () => {
  const nobody = launchFor(0, () => false);
  const closed = (): string => mkdtempSync(path.join(tmpdir(), 'huiji-closed-'));

  it('may enter a folder only when every folder above it is open', () => {
    const folder = closed();
    expect([openToAll(tmpdir()), openToAll(folder)]).toEqual([true, false]);
  });

  it('is told in words that its data may not lie behind a closed door', async () => {
    const folder = path.join(closed(), 'postgres');
    await expect(startEmbedded({ folder, disposable: true }, nobody)).rejects.toThrow(/HUIJI_HOME/);
  });
});

describe('the library links that npm cannot carry', () => {
  const packageWith = (): string => {
    const root = mkdtempSync(path.join(tmpdir(), 'huiji-links-'));
    mkdirSync(path.join(root, 'native', 'lib'), { recursive: true });
    writeFileSync(path.join(root, 'native', 'lib', 'libpq.so.5.18'), '');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(path.join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    return root;
  };

  it('are made where they belong, once', () => {
    const root = packageWith();
    expect(repairLinks(root, path.join(root, 'spare'))).toEqual([]);
    expect(repairLinks(root, path.join(root, 'spare'))).toEqual([]);
    expect(readlinkSync(path.join(root, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('are made in a folder of ours when the package cannot be written to', () => {
    const root = packageWith();
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'nowhere/libpq.so.5' }];
    writeFileSync(path.join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    const spare = path.join(root, 'spare');
    expect(repairLinks(root, spare)).toEqual(['env', `LD_LIBRARY_PATH=${spare}`]);
    expect(readdirSync(spare)).toEqual(['libpq.so.5']);
  });
});
