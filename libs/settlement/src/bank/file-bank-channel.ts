import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AreaCode } from '@huiji/kernel';

import { BankChannel, type Delivery, type IncomingFile } from './bank-channel';
import { MAX_MESSAGE_BYTES } from './xml';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/**
 * Two directories per area, shared with the bank's own transfer program: `<root>/<area>/to-bank` and
 * `<root>/<area>/from-bank`. The receiver moves what it took into `taken/` beside it. Files appear whole: written
 * beside, flushed, then linked in under their name, which fails when the name exists.
 */
export class FileBankChannel extends BankChannel {
  constructor(private readonly root: string) {
    super();
  }

  override async deliver(area: AreaCode, name: string, pieces: AsyncIterable<string>): Promise<Delivery> {
    const to = await this.directory(area, 'to-bank');
    const file = join(to, basename(name));
    if ((await isThere(file)) || (await isThere(join(to, 'taken', basename(name))))) return 'already-delivered';
    const draft = join(to, `.${basename(name)}.${randomUUID()}`);
    try {
      await pipeline(Readable.from(pieces), createWriteStream(draft, { flags: 'wx', mode: 0o640 }));
      const handle = await open(draft, 'r+');
      await handle.sync().finally(() => handle.close());
      await link(draft, file);
      return 'delivered';
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return 'already-delivered';
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  override async waiting(area: AreaCode): Promise<readonly string[]> {
    const from = await this.directory(area, 'from-bank');
    const entries = await readdir(from, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name.endsWith('.xml'))
      .map((entry) => entry.name)
      .sort();
  }

  override async read(area: AreaCode, name: string): Promise<IncomingFile | undefined> {
    const path = join(await this.directory(area, 'from-bank'), basename(name));
    try {
      const { size } = await stat(path);
      if (size > MAX_MESSAGE_BYTES) return { name, text: '', tooLarge: { sha256: await hashOf(path) } };
      return { name, text: await readFile(path, 'utf8') };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  override async settle(area: AreaCode, name: string): Promise<void> {
    const from = await this.directory(area, 'from-bank');
    await rename(join(from, basename(name)), join(from, 'taken', basename(name))).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }

  private async directory(area: AreaCode, side: 'to-bank' | 'from-bank'): Promise<string> {
    const path = join(this.root, area, side);
    await mkdir(join(path, 'taken'), { recursive: true });
    return path;
  }
}
