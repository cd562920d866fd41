import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { badInput, ok, type Result } from '@huiji/kernel';
import type { Tx } from '../database/tx';
import type { Caller } from '../requests/caller';
import { cleanFileName } from './file-name';

/** The largest file that comes in, in bytes (128 MiB): a million acceptance lines are about 30 MiB. */
export const FILE_LIMIT_BYTES = 128 * 1024 * 1024;

/** Bytes of one piece. A file of one piece stands whole in its row. */
export const PIECE_BYTES = 1024 * 1024;

interface FileFacts {
  readonly organisationId: string;
  readonly name: string;
  readonly mediaType: string;
}

/** A file in memory. */
export interface FileDraft extends FileFacts {
  readonly content: Buffer;
}

/** A file that was measured as it came, to be read again a piece at a time. */
export interface MeasuredFile extends FileFacts {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** What is known of a kept file without its bytes. */
export interface FileInfo extends FileFacts {
  readonly id: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface StoredFile extends FileInfo {
  readonly content: Buffer;
}

interface FileRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly size_bytes: bigint;
}

/** Whether a caller may read a file of the area: its own organisation's, and for agency and auditor every one. */
export const mayReadFile = (caller: Caller, file: Pick<FileInfo, 'organisationId'>): boolean =>
  caller.role === 'auditor' || caller.role.startsWith('agency-') || caller.organisationId === file.organisationId;

/** Bytes in pieces of PIECE_BYTES, the last one less, however they come. */
async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    held.push(part);
    size += part.length;
    if (size < PIECE_BYTES) continue;
    let whole = Buffer.concat(held);
    for (; whole.length >= PIECE_BYTES; whole = whole.subarray(PIECE_BYTES)) yield whole.subarray(0, PIECE_BYTES);
    held = [whole];
    size = whole.length;
  }
  if (size > 0) yield Buffer.concat(held);
  return undefined;
}

async function* only(content: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(content);
}

const sizeFault = (sizeBytes: number): Result<never> | undefined => {
  if (sizeBytes === 0) return badInput([{ field: 'file', code: 'FILE_EMPTY' }]);
  const limit = (FILE_LIMIT_BYTES / 1_048_576).toString();
  return sizeBytes > FILE_LIMIT_BYTES
    ? badInput([{ field: 'file', code: 'FILE_TOO_LARGE', facts: { limit } }])
    : undefined;
};

/** Files that came in or were made here: whole, never changed, with their sha256. */
@Injectable()
export class Files {
  /** Keeps a file and returns its id. Issues on `file`: FILE_EMPTY, FILE_TOO_LARGE. */
  save(tx: Tx, { content, ...facts }: FileDraft): Promise<Result<string>> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.keep(tx, { ...facts, sha256, sizeBytes: content.length, bytes: only(content) });
  }

  /** The same for a file that is read as it is kept: memory holds one piece. Throws when its bytes are not as measured. */
  async keep(tx: Tx, file: MeasuredFile): Promise<Result<string>> {
    const fault = sizeFault(file.sizeBytes);
    if (fault) return fault;
    const id = tx.newId();
    const pieces = inPieces(file.bytes);
    const first = file.sizeBytes <= PIECE_BYTES ? await pieces.next() : undefined;
    const whole = first?.done === false ? first.value : null;
    await this.insert(tx, id, file, whole);
    let size = whole?.length ?? 0;
    let place = 0;
    for await (const piece of pieces) {
      await tx.query('INSERT INTO platform.file_piece (area, file_id, place, content) VALUES ($1, $2, $3, $4)', [
        tx.area,
        id,
        place,
        piece,
      ]);
      place += 1;
      size += piece.length;
    }
    if (size !== file.sizeBytes) throw new Error('a file changed while it was kept');
    return ok(id);
  }

  /** What is known of a file of the area, whoever owns it. */
  async describe(tx: Tx, id: string): Promise<FileInfo | undefined> {
    const [row] = await tx.query<FileRow>(
      `SELECT id, organisation_id, name, media_type, sha256, size_bytes FROM platform.file WHERE area = $1 AND id = $2`,
      [tx.area, id],
    );
    if (!row) return undefined;
    const { name, sha256 } = row;
    const sizeBytes = Number(row.size_bytes);
    return { id, organisationId: row.organisation_id, name, mediaType: row.media_type, sha256, sizeBytes };
  }

  /** The same for a caller: undefined also when it is not the caller's to read. */
  async describeFor(tx: Tx, caller: Caller, id: string): Promise<FileInfo | undefined> {
    const file = await this.describe(tx, id);
    return file && mayReadFile(caller, file) ? file : undefined;
  }

  /** The piece at a place, from 0; undefined after the last. */
  async piece(tx: Tx, { id, sizeBytes }: FileInfo, place: number): Promise<Buffer | undefined> {
    if (place * PIECE_BYTES >= sizeBytes) return undefined;
    const [row] = await tx.query<{ content: Buffer | null }>(
      `SELECT coalesce(substring(f.content FROM $3::int * $4::int + 1 FOR $4::int), p.content) AS content
       FROM platform.file f
       LEFT JOIN platform.file_piece p ON p.area = f.area AND p.file_id = f.id AND p.place = $3::int
       WHERE f.area = $1 AND f.id = $2`,
      [tx.area, id, place, PIECE_BYTES],
    );
    if (!row?.content) throw new Error(`file ${id} lacks its piece ${place.toString()}`);
    return row.content;
  }

  /** The bytes of a file, a piece at a time. */
  async *bytes(tx: Tx, file: FileInfo): AsyncGenerator<Buffer> {
    for (let place = 0; ; place += 1) {
      const piece = await this.piece(tx, file, place);
      if (!piece) return;
      yield piece;
    }
  }

  /** A whole file of the area by its id, whoever owns it: ask its size before (`describe`). */
  async load(tx: Tx, id: string): Promise<StoredFile | undefined> {
    const file = await this.describe(tx, id);
    if (!file) return undefined;
    const pieces: Buffer[] = [];
    for await (const piece of this.bytes(tx, file)) pieces.push(piece);
    return { ...file, content: Buffer.concat(pieces) };
  }

  /** The same for a caller: undefined also when it is not the caller's to read. */
  async loadFor(tx: Tx, caller: Caller, id: string): Promise<StoredFile | undefined> {
    const file = await this.describeFor(tx, caller, id);
    return file && this.load(tx, file.id);
  }

  private async insert(tx: Tx, id: string, file: MeasuredFile, whole: Buffer | null): Promise<void> {
    await tx.query(
      `INSERT INTO platform.file
         (area, id, organisation_id, name, media_type, size_bytes, sha256, content, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.area,
        id,
        file.organisationId,
        cleanFileName(file.name),
        file.mediaType.slice(0, 100),
        file.sizeBytes,
        file.sha256,
        whole,
        tx.actor.kind === 'person' ? tx.actor.userId : null,
        tx.now,
      ],
    );
  }
}
