import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { isUuid } from '@huiji/kernel';
import type { MultipartFile } from '@fastify/multipart';
import {
  CallerReader,
  Database,
  FILE_LIMIT_BYTES,
  Files,
  languageOf,
  platformWords,
  WordsTable,
  type Caller,
} from '@huiji/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const words = new WordsTable([platformWords]);

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

const readAll = async (part: MultipartFile): Promise<Buffer | undefined> => {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (part.file.truncated) return undefined;
    throw error;
  }
};

/** Files up and down. Mutations take the id that an upload answers with. */
@Controller('/files')
export class FilesController {
  constructor(
    @Inject(CallerReader) private readonly callers: CallerReader,
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  /** One file as multipart/form-data, with a bearer token; answers 201 {fileId}. */
  @Post()
  async upload(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const caller = await this.callerOf(req);
    if (!caller) return refuseWith(req, reply, 401, 'UNAUTHENTICATED');
    const part = req.isMultipart() ? await req.file() : undefined;
    if (!part) return refuseWith(req, reply, 400, 'FILE_MISSING');
    const content = await readAll(part);
    const limit = (FILE_LIMIT_BYTES / 1_048_576).toString();
    if (!content) return refuseWith(req, reply, 413, 'FILE_TOO_LARGE', { limit });
    const draft = {
      organisationId: caller.organisationId,
      name: part.filename,
      mediaType: part.mimetype,
      content,
    };
    const saved = await this.database.inTransaction(caller.scope, (tx) => this.files.save(tx, draft));
    if (saved.ok) return reply.code(201).send({ fileId: saved.value });
    const [issue] = saved.refusal.issues;
    return refuseWith(req, reply, 400, issue?.code ?? saved.refusal.code, issue?.facts);
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
      ? await this.database.read(caller.scope, (tx) => this.files.loadFor(tx, caller, id))
      : undefined;
    if (!file) return refuseWith(req, reply, 404, 'NOT_FOUND');
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .header('etag', `"${file.sha256}"`)
      .send(file.content);
  }

  private callerOf(req: FastifyRequest): Promise<Caller | undefined> {
    return this.callers.read(req.headers.authorization, req.ip);
  }
}
