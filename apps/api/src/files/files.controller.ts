import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isUuid, refuse, type Result } from '@huiji/kernel';
import type { MultipartFile } from '@fastify/multipart';
import {
  CallerReader,
  Database,
  FILE_LIMIT_BYTES,
  FILES,
  Files,
  languageOf,
  mediaTypeOf,
  platformWords,
  WordsTable,
  type Caller,
  type FileInfo,
  type Role,
} from '@huiji/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { domainPermissions } from '../domains';
import { spool, type Spooled } from './spool';
import { uploaders } from './uploaders';

const words = new WordsTable([platformWords]);

/** Files that one process receives at a time: 1 GiB of disk at most. */
const UPLOADS_AT_ONCE = 8;

/** A refusal of the REST endpoints, in the same words as GraphQL's. */
const refuseWith = (
  req: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  facts: Readonly<Record<string, string>> = {},
): FastifyReply => {
  const language = languageOf(req.headers['accept-language']);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ code, message: words.message(code, facts, language), mend: words.mend(code, language) });
};

/** What a request without a file is, and a file that is too large; the rest says the platform. */
type Kept = Result<string> | 'missing' | 'too-large';

/** Files up and down. Mutations take the id that an upload answers with. */
@Controller('/files')
export class FilesController {
  private coming = 0;
  private known: ReadonlySet<Role> | undefined;

  constructor(
    @Inject(CallerReader) private readonly callers: CallerReader,
    private readonly database: Database,
    private readonly files: Files,
    private readonly schema: GraphQLSchemaHost,
  ) {}

  /**
   * One file as multipart/form-data, with a bearer token; answers 201 {fileId}. For roles that own a mutation which
   * takes a file.
   */
  @Post()
  async upload(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const caller = await this.callerOf(req);
    if (!caller) return refuseWith(req, reply, 401, 'UNAUTHENTICATED');
    if (!this.mayUpload.has(caller.role)) return refuseWith(req, reply, 403, 'UPLOAD_NOT_FOR_ROLE');
    if (this.coming >= UPLOADS_AT_ONCE) {
      reply.header('retry-after', '5');
      return refuseWith(req, reply, 503, 'UPLOADS_BUSY');
    }
    this.coming += 1;
    try {
      return await this.receive(req, reply, caller);
    } finally {
      this.coming -= 1;
    }
  }

  /** A file of one's own organisation; for agency and auditor every file of the area. Anything else is not found. */
  @Get('/:id')
  async download(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<FastifyReply> {
    const caller = await this.callerOf(req);
    if (!caller) return refuseWith(req, reply, 401, 'UNAUTHENTICATED');
    const file = isUuid(id)
      ? await this.database.read(caller.scope, (tx) => this.files.describeFor(tx, caller, id))
      : undefined;
    if (!file) return refuseWith(req, reply, 404, 'NOT_FOUND');
    return reply
      .header('content-type', file.mediaType)
      .header('content-length', file.sizeBytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .header('etag', `"${file.sha256}"`)
      .send(Readable.from(this.piecesOf(caller, file)));
  }

  private async receive(req: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<FastifyReply> {
    const kept = await this.take(req, caller);
    if (kept === 'missing') return refuseWith(req, reply, 400, 'FILE_MISSING');
    if (kept === 'too-large')
      return refuseWith(req, reply, 413, 'FILE_TOO_LARGE', { limit: (FILE_LIMIT_BYTES / 1_048_576).toString() });
    if (kept.ok) return reply.code(201).send({ fileId: kept.value });
    const [issue] = kept.refusal.issues;
    return refuseWith(req, reply, 400, issue?.code ?? kept.refusal.code, issue?.facts ?? kept.refusal.facts);
  }

  /** Takes the file in; nothing of it is left on the disk when this ends, however it ends. */
  private async take(req: FastifyRequest, caller: Caller): Promise<Kept> {
    const part = req.isMultipart() ? await req.file({ throwFileSizeLimit: false }) : undefined;
    if (!part) return 'missing';
    const file = await spool(part.file);
    try {
      return part.file.truncated ? 'too-large' : await this.keep(caller, part, file);
    } finally {
      await file.remove();
    }
  }

  private async keep(caller: Caller, { filename }: MultipartFile, file: Spooled): Promise<Result<string>> {
    const mediaType = mediaTypeOf(filename, file.head);
    if (!mediaType.ok && file.sizeBytes > 0) return mediaType;
    const { organisationId, scope } = caller;
    const { sizeBytes, sha256 } = file;
    const draft = { organisationId, name: filename, mediaType: mediaType.ok ? mediaType.value : '', sizeBytes, sha256 };
    return this.database.inTransaction(scope, async (tx) =>
      caller.standing && !(await caller.standing(tx))
        ? refuse('rule', 'SESSION_OVER')
        : this.files.keep(tx, { ...draft, bytes: file.bytes() }),
    );
  }

  /** Each piece in a read of its own: a slow reader holds no connection. */
  private async *piecesOf(caller: Caller, file: FileInfo): AsyncGenerator<Buffer> {
    for (let place = 0; ; place += 1) {
      const piece = await this.database.read(caller.scope, (tx) => this.files.piece(tx, file, place));
      if (!piece) return;
      yield piece;
    }
  }

  private get mayUpload(): ReadonlySet<Role> {
    this.known ??= uploaders(this.schema.schema, domainPermissions);
    return this.known;
  }

  /** Who calls; a key that is not for files is nobody here. */
  private async callerOf(req: FastifyRequest): Promise<Caller | undefined> {
    const caller = await this.callers.read(req.headers.authorization, req.ip);
    return caller?.operations && !caller.operations.has(FILES) ? undefined : caller;
  }
}
