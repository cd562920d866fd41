import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Only our own files run in the browser; antd writes its styles into the page, so styles may be inline. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self), payment=()',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** A year, for every name below this one. */
const ENCRYPTED_ONLY = 'max-age=31536000; includeSubDomains';

export interface HttpGuard {
  /** Whether browsers reach us over TLS only, and shall remember it. */
  readonly encrypted: boolean;
}

/**
 * Security headers on every answer, and one log line per request: method, route, status, time.
 * Addresses, query strings, bodies and people's ids stay out of the log.
 */
export const guardHttp = (fastify: FastifyInstance, logger: Logger, { encrypted }: HttpGuard): void => {
  const headers = Object.entries({ ...HEADERS, ...(encrypted ? { 'strict-transport-security': ENCRYPTED_ONLY } : {}) });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of headers) reply.header(name, value);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    logger.debug({ method: request.method, route, status: reply.statusCode, ms }, 'answered');
    done();
  });
};
