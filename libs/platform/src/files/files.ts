import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { badInput, ok, type Result } from '@huiji/kernel';
import type { Tx } from '../database/tx';
import type { Caller } from '../requests/caller';
import { cleanFileName } from './file-name';

/** The largest file that comes in, in bytes (32 MiB); a CSV of a million lines comes compressed or in parts. */
export const FILE_LIMIT_BYTES = 32 * 1024 * 1024;

export interface FileDraft {
  readonly organisationId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface StoredFile extends FileDraft {
  readonly id: string;
  readonly sha256: string;
}

interface FileRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/** Whether a caller may read a file of the area: its own organisation's, and for agency and auditor every one. */
export const mayReadFile = (caller: Caller, file: Pick<StoredFile, 'organisationId'>): boolean =>
  caller.role === 'auditor' || caller.role.startsWith('agency-') || caller.organisationId === file.organisationId;

/** Files that came in or were made here: whole, never changed, with their sha256. */
@Injectable()
export class Files {
  /** Keeps a file and returns its id. Issues on `file`: FILE_EMPTY, FILE_TOO_LARGE. */
  async save(tx: Tx, { organisationId, name, mediaType, content }: FileDraft): Promise<Result<string>> {
    if (content.length === 0) return badInput([{ field: 'file', code: 'FILE_EMPTY' }]);
    if (content.length > FILE_LIMIT_BYTES) {
      const limit = (FILE_LIMIT_BYTES / 1_048_576).toString();
      return badInput([{ field: 'file', code: 'FILE_TOO_LARGE', facts: { limit } }]);
    }
    const id = tx.newId();
    await tx.query(
      `INSERT INTO platform.file
         (area, id, organisation_id, name, media_type, size_bytes, sha256, content, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.area,
        id,
        organisationId,
        cleanFileName(name),
        mediaType.slice(0, 100),
        content.length,
        createHash('sha256').update(content).digest('hex'),
        content,
        tx.actor.kind === 'person' ? tx.actor.userId : null,
        tx.now,
      ],
    );
    return ok(id);
  }

  /** A file of the area by its id, whoever owns it: for jobs and for making views. */
  async load(tx: Tx, id: string): Promise<StoredFile | undefined> {
    const [row] = await tx.query<FileRow>(
      `SELECT id, organisation_id, name, media_type, sha256, content FROM platform.file WHERE area = $1 AND id = $2`,
      [tx.area, id],
    );
    if (!row) return undefined;
    const { name, sha256, content } = row;
    return { id, organisationId: row.organisation_id, name, mediaType: row.media_type, sha256, content };
  }

  /** The same for a caller: undefined also when it is not the caller's to read. */
  async loadFor(tx: Tx, caller: Caller, id: string): Promise<StoredFile | undefined> {
    const file = await this.load(tx, id);
    return file && mayReadFile(caller, file) ? file : undefined;
  }
}
