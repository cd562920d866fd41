import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The page's files stand beside `src` and `dist`, so both find them. */
const DIRECTORY = join(__dirname, '..', '..', 'explorer');

const PAGES = [
  ['/explorer', 'explorer.html', 'text/html; charset=utf-8'],
  ['/explorer/explorer.js', 'explorer.js', 'text/javascript; charset=utf-8'],
  ['/explorer/explorer.css', 'explorer.css', 'text/css; charset=utf-8'],
] as const;

/** A page to read the schema and try operations; it loads nothing from elsewhere and works offline. */
export const serveExplorer = (fastify: FastifyInstance): void => {
  for (const [address, file, mediaType] of PAGES) {
    const content = readFileSync(join(DIRECTORY, file));
    fastify.get(address, (_request, reply) =>
      reply.header('content-type', mediaType).header('cache-control', 'no-cache').send(content),
    );
  }
};
