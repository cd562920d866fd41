import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

/** The API, ready to answer but not listening: `app.inject` reaches it, `app.listen` opens it. */
export const createApi = async (settings: ApiSettings): Promise<NestFastifyApplication> => {
  const { config, logger } = settings;
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(settings), adapter, {
    logger: nestLog(logger),
    abortOnError: false,
    // Fastify's own JSON parser is enough; forms are not for us.
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  guardHttp(fastify, logger);
  await fastify.register(multipart, { limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 10 } });
  serveExplorer(fastify);
  if (config.consoleDirectory && existsSync(join(config.consoleDirectory, 'index.html')))
    serveConsole(fastify, config.consoleDirectory);
  await app.init();
  await fastify.ready();
  return app;
};
