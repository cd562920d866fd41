import { Injectable } from '@nestjs/common';
import { CallerReader, type Caller } from '@huiji/platform';
import { AccessTokens } from './access-token.service';
import { ApiKeys } from './keys/api-keys.service';
import type { AccessClaims } from './session';
import { Standing } from './standing.service';

const BEARER = 'Bearer ';

/** Who calls: a person by an access token, or another system by its key. */
@Injectable()
export class Callers extends CallerReader {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly standing: Standing,
    private readonly keys: ApiKeys,
  ) {
    super();
  }

  override async read(authorization: string | undefined, clientAddress: string): Promise<Caller | undefined> {
    if (!authorization?.startsWith(BEARER)) return undefined;
    const bearer = authorization.slice(BEARER.length);
    if (bearer.startsWith('huiji_')) return this.keys.caller(bearer, clientAddress);
    const claims = await this.tokens.verify(bearer);
    if (!claims || !(await this.standing.holds(claims))) return undefined;
    return this.callerOf(claims, clientAddress);
  }

  private callerOf(claims: AccessClaims, client: string): Caller {
    const { userId, area, organisationId, role, sessionId, membershipId, delegation } = claims;
    const actor = { kind: 'person', userId, ...(delegation ? { onBehalfOf: delegation.of } : {}) } as const;
    return {
      userId,
      area,
      organisationId,
      role,
      sessionId,
      membershipId: delegation?.id ?? membershipId,
      scope: { area, actor, client },
      standing: (tx) => this.standing.stands(tx, claims),
    };
  }
}
