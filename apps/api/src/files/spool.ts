import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const HEAD_BYTES = 4096;
const PART_BYTES = 256 * 1024;

/** A file that came in and waits on disk, readable by this process only. */
export interface Spooled {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Its first bytes. */
  readonly head: Buffer;
  /** Its bytes, a part at a time. */
  bytes(): AsyncIterable<Buffer>;
  /** Takes it away; must be called. */
  remove(): Promise<void>;
}

/**
 * Receives a file onto the disk, so that memory does not grow with it and no connection to the database waits for a
 * slow sender.
 */
export const spool = async (source: Readable): Promise<Spooled> => {
  const folder = await mkdtemp(join(tmpdir(), 'huiji-upload-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'file');
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  const measured = async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part);
      sizeBytes += part.length;
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, part.subarray(0, HEAD_BYTES - head.length)]);
      yield part;
    }
  };
  try {
    await pipeline(source, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  const bytes = (): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: PART_BYTES });
  return { sizeBytes, sha256: hash.digest('hex'), head, bytes, remove };
};
