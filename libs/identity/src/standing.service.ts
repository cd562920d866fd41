import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@huiji/platform';
import { LRUCache } from 'lru-cache';
import { SessionRepository } from './persistence/session.repository';
import { sqlOf, type Sql } from './persistence/sql';
import type { AccessClaims } from './session';

/** Seconds for which a reading request believes what it was told about a log-in. A mutation asks anew. */
export const STANDING_SECONDS = 15;

/** Whether a log-in lives still, though its access token does: ended, disabled, membership or delegation over. */
@Injectable()
export class Standing {
  private readonly believed = new LRUCache<string, true>({ max: 10_000, ttl: STANDING_SECONDS * 1000 });

  constructor(
    private readonly database: Database,
    private readonly rows: SessionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For reading: believed for some seconds, asked of the database otherwise. */
  async holds(claims: AccessClaims): Promise<boolean> {
    const key = `${claims.sessionId} ${claims.membershipId} ${claims.delegation?.id ?? ''}`;
    if (this.believed.has(key)) return true;
    const stands = await this.stands(sqlOf(this.database.global), claims);
    if (stands) this.believed.set(key, true);
    return stands;
  }

  /** For acting: one look by primary keys, in the transaction of the act. */
  stands(sql: Sql, { sessionId, membershipId, delegation }: AccessClaims): Promise<boolean> {
    return this.rows.stands(sql, { sessionId, membershipId, delegationId: delegation?.id ?? null }, this.clock.now());
  }

  /** This process forgets what it believed: somebody's log-ins were ended here. */
  forget(): void {
    this.believed.clear();
  }
}
