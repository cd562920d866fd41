import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FILE_LIMIT_BYTES } from '@huiji/platform';
import { ApiModule, type ApiSettings } from './app.module';
import { serveConsole } from './http/console';
import { guardHttp } from './http/guard-http';
import { nestLog } from './http/nest-log';
import { serveExplorer } from './explorer/explorer';

/** Largest JSON body: a GraphQL operation with its variables. Files go to /files. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** All headers of one request together. */
const HEADER_LIMIT_BYTES = 16 * 1024;

/** The whole of a request must have come within this time: a file of 128 MiB at half a MiB a second. */
const REQUEST_TIMEOUT_MS = 300_000;

/** An answer must have begun within this time; the operation behind it ends by itself. */
const HANDLER_TIMEOUT_MS = 120_000;

/** One file and little beside it. */
const UPLOAD_LIMITS = {
  fileSize: FILE_LIMIT_BYTES,
  files: 1,
  fields: 5,
  parts: 6,
  fieldSize: 1024,
  fieldNameSize: 100,
  headerPairs: 20,
} as const;

/** Which pages of other sites may call: those that a setting names, none by default. No cookie ever goes along. */
const crossOrigin = (origins: readonly string[]) => ({
  origin: [...origins],
  methods: ['GET', 'POST'],
  allowedHeaders: ['content-type', 'authorization', 'accept', 'accept-language', 'apollo-require-preflight'],
  exposedHeaders: ['content-disposition', 'etag', 'retry-after'],
  credentials: false,
  maxAge: 600,
});

/** The API, ready to answer but not listening: `app.inject` reaches it, `app.listen` opens it. */
export const createApi = async (settings: ApiSettings): Promise<NestFastifyApplication> => {
  const { config, logger } = settings;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    http: { maxHeaderSize: HEADER_LIMIT_BYTES, headersTimeout: 15_000 },
    routerOptions: { maxParamLength: 200 },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(settings), adapter, {
    logger: nestLog(logger),
    abortOnError: false,
    // Fastify's own JSON parser is enough; forms are not for us.
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  guardHttp(fastify, logger, { encrypted: config.tls === 'terminated' });
  if (config.origins.length > 0) await fastify.register(cors, crossOrigin(config.origins));
  await fastify.register(multipart, { limits: UPLOAD_LIMITS });
  if (config.introspection !== 'nobody') serveExplorer(fastify);
  if (config.consoleDirectory && existsSync(join(config.consoleDirectory, 'index.html')))
    serveConsole(fastify, config.consoleDirectory);
  await app.init();
  await fastify.ready();
  return app;
};
