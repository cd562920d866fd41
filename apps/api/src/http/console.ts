import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

interface Asset {
  readonly mediaType: string;
  readonly path: string;
  readonly cache: string;
}

/** Every file below a directory by its address; nothing outside the list can be asked for. */
const assetsOf = (directory: string): ReadonlyMap<string, Asset> =>
  new Map(
    readdirSync(directory, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const address = `/${relative(directory, path).split(sep).join('/')}`;
        const cache = address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
        return [address, { path, cache, mediaType: MEDIA[extname(path)] ?? 'application/octet-stream' }];
      }),
  );

/** Serves the console: its files by their addresses, and its page for every address that a browser opens. */
export const serveConsole = (fastify: FastifyInstance, directory: string): void => {
  const assets = assetsOf(directory);
  const page = assets.get('/index.html');
  fastify.get('/*', async (request, reply) => {
    const address = decodeURIComponent(request.url.split('?')[0] ?? '/');
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    const asset = assets.get(address) ?? (wantsPage ? page : undefined);
    if (!asset) return reply.code(404).send({ code: 'NOT_FOUND' });
    return reply
      .header('content-type', asset.mediaType)
      .header('cache-control', asset.cache)
      .send(readFileSync(asset.path));
  });
};
