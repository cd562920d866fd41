import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { OidcLogIn } from '@huiji/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'huiji_oidc';
const MINUTES = 10;

/** The value of our cookie; nothing else of the header is looked at. */
const browserOf = (header: string | undefined): string => {
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(`${COOKIE}=`));
  return found?.trim().slice(COOKIE.length + 1) ?? '';
};

const cookie = (value: string, seconds: number, secure: boolean): string =>
  `${COOKIE}=${value}; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds.toString()}${secure ? '; Secure' : ''}`;

const queryOf = (url: string): string => url.split('?').slice(1).join('?');

/**
 * Log-in by a provider: the browser goes there and comes back. What the console gets stands behind the # of an address,
 * which no server and no log ever sees: a code that works once, for a minute, and is no token.
 */
@Controller('/oidc')
export class OidcController {
  constructor(private readonly logIns: OidcLogIn) {}

  @Get('/:issuer/start')
  async start(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('issuer') issuer: string,
  ): Promise<FastifyReply> {
    const started = await this.logIns.start(issuer);
    if (!started.ok) return this.back(reply, `refused=${started.refusal.code}`);
    return reply
      .header('set-cookie', cookie(started.value.browser, MINUTES * 60, req.protocol === 'https'))
      .header('cache-control', 'no-store')
      .redirect(started.value.redirect, 302);
  }

  @Get('/:issuer/callback')
  async callback(
    @Req() req: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('issuer') issuer: string,
  ): Promise<FastifyReply> {
    const finished = await this.logIns.finish(issuer, queryOf(req.url), browserOf(req.headers.cookie));
    reply.header('set-cookie', cookie('', 0, req.protocol === 'https'));
    return this.back(reply, finished.ok ? `code=${finished.value}` : `refused=${finished.refusal.code}`);
  }

  /** To the console's door; the browser keeps what stands behind the # to itself. */
  private back(reply: FastifyReply, words: string): FastifyReply {
    return reply.header('cache-control', 'no-store').redirect(`/login#${words}`, 302);
  }
}
