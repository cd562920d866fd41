import { Injectable } from '@nestjs/common';
import type { Sql } from './sql';

export type TicketPurpose = 'code' | 'enrolment' | 'issuer';

export interface TicketRow {
  readonly userId: string;
  readonly purpose: TicketPurpose;
  readonly membershipId: string | null;
  readonly onlyArea: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly failures: bigint;
}

const TICKET = `
SELECT user_id AS "userId", purpose, membership_id AS "membershipId", only_area AS "onlyArea",
       expires_at AS "expiresAt", used_at AS "usedAt", failures
FROM identity.log_in_ticket WHERE token_hash = $1`;

/** Log-ins half way. */
@Injectable()
export class TicketRepository {
  async insert(
    sql: Sql,
    ticket: Omit<TicketRow, 'usedAt' | 'failures'> & { readonly tokenHash: string; readonly now: Date },
  ): Promise<void> {
    await sql.query(
      `DELETE FROM identity.log_in_ticket WHERE token_hash IN (
         SELECT token_hash FROM identity.log_in_ticket WHERE expires_at <= $1 LIMIT 50 FOR UPDATE SKIP LOCKED)`,
      [ticket.now],
    );
    await sql.query(
      `INSERT INTO identity.log_in_ticket (token_hash, user_id, purpose, membership_id, only_area, made_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ticket.tokenHash,
        ticket.userId,
        ticket.purpose,
        ticket.membershipId,
        ticket.onlyArea,
        ticket.now,
        ticket.expiresAt,
      ],
    );
  }

  async find(sql: Sql, tokenHash: string): Promise<TicketRow | undefined> {
    return (await sql.query<TicketRow>(TICKET, [tokenHash]))[0];
  }

  /** The ticket, locked: two uses at once are seen one after the other. */
  async lock(sql: Sql, tokenHash: string): Promise<TicketRow | undefined> {
    return (await sql.query<TicketRow>(`${TICKET} FOR UPDATE`, [tokenHash]))[0];
  }

  async use(sql: Sql, tokenHash: string, now: Date): Promise<void> {
    await sql.query(`UPDATE identity.log_in_ticket SET used_at = $2 WHERE token_hash = $1`, [tokenHash, now]);
  }

  async fail(sql: Sql, tokenHash: string): Promise<void> {
    await sql.query(`UPDATE identity.log_in_ticket SET failures = failures + 1 WHERE token_hash = $1`, [tokenHash]);
  }
}
