import { Inject, Injectable } from '@nestjs/common';
import { areaCode } from '@huiji/kernel';
import { CLOCK, CONFIG, roles, type Clock, type Config } from '@huiji/platform';
import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { AccessClaims } from './session';

/** Lifetime of an access token. */
export const ACCESS_MINUTES = 10;

const ISSUER = 'huiji';
const ALGORITHM = 'HS256';

const payload = z.object({
  sub: z.uuid(),
  area: z.string(),
  org: z.uuid(),
  role: z.enum(roles),
  mem: z.uuid(),
  sid: z.uuid(),
  dlg: z.uuid().optional(),
  obo: z.uuid().optional(),
  exp: z.number().int(),
});

interface Verified {
  readonly claims: AccessClaims;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Signs and reads access tokens: who, for which organisation, in which role of which area, for ten minutes. */
@Injectable()
export class AccessTokens {
  /** A signature that held once holds until the token expires; checking it again on each request buys nothing. */
  private readonly verified = new LRUCache<string, Verified>({ max: 5_000 });

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'tokenSecret'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sign(claims: AccessClaims): Promise<{ token: string; expiresAt: Date }> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const expires = now + ACCESS_MINUTES * 60;
    const token = await new SignJWT({
      area: claims.area,
      org: claims.organisationId,
      role: claims.role,
      mem: claims.membershipId,
      sid: claims.sessionId,
      ...(claims.delegation ? { dlg: claims.delegation.id, obo: claims.delegation.of } : {}),
    })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setSubject(claims.userId)
      .setIssuer(ISSUER)
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .sign(this.config.tokenSecret);
    return { token, expiresAt: new Date(expires * 1000) };
  }

  /** What a token says; undefined when it is not ours, was changed, or has expired. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    const known = this.verified.get(token) ?? (await this.check(token));
    if (!known || known.expires * 1000 <= this.clock.now().getTime()) return undefined;
    return known.claims;
  }

  private async check(token: string): Promise<Verified | undefined> {
    try {
      const { payload: body } = await jwtVerify(token, this.config.tokenSecret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        currentDate: this.clock.now(),
      });
      const { sub, area, org, role, mem, sid, dlg, obo, exp } = payload.parse(body);
      const claims = {
        userId: sub,
        area: areaCode(area),
        organisationId: org,
        role,
        membershipId: mem,
        sessionId: sid,
        ...(dlg !== undefined && obo !== undefined ? { delegation: { id: dlg, of: obo } } : {}),
      };
      const verified = { claims, expires: exp };
      this.verified.set(token, verified);
      return verified;
    } catch {
      // A token that does not verify is nobody, whatever is wrong with it: the caller is asked to log in.
      return undefined;
    }
  }
}
