import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { Proposal } from '../model/person-account';

const PROPOSAL = `
SELECT p.id, p.kind, p.state, p.user_id AS "userId", u.display_name AS "personName",
       p.organisation_id AS "organisationId", o.name_zh AS "organisationNameZh", o.name_en AS "organisationNameEn", p.role,
       p.proposed_by AS "proposedBy", b.display_name AS "proposedByName", p.proposed_at AS "proposedAt",
       d.display_name AS "decidedByName", p.decided_at AS "decidedAt"
FROM identity.proposal p
JOIN identity.person_user u ON u.id = p.user_id
JOIN identity.person_user b ON b.id = p.proposed_by
LEFT JOIN identity.person_user d ON d.id = p.decided_by
LEFT JOIN catalog.organisation o ON o.id = p.organisation_id`;

export interface NewProposal {
  readonly kind: Proposal['kind'];
  readonly userId: string;
  readonly organisationId: string | null;
  readonly role: string | null;
  readonly by: string;
}

/** What two administrators must agree on. */
@Injectable()
export class ProposalRepository {
  /** Answers the id; undefined when the same waits already. */
  async insert(tx: Tx, proposal: NewProposal): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO identity.proposal (area, id, kind, user_id, organisation_id, role, state, version, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'proposed', 1, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        proposal.kind,
        proposal.userId,
        proposal.organisationId,
        proposal.role,
        proposal.by,
        tx.now,
      ],
    );
    return rows[0]?.id;
  }

  async find(tx: Tx, id: string): Promise<Proposal | undefined> {
    return (await tx.query<Proposal>(`${PROPOSAL} WHERE p.area = $1 AND p.id = $2`, [tx.area, id]))[0];
  }

  /** Locks it for a decision. */
  async lock(tx: Tx, id: string): Promise<Proposal | undefined> {
    return (await tx.query<Proposal>(`${PROPOSAL} WHERE p.area = $1 AND p.id = $2 FOR UPDATE OF p`, [tx.area, id]))[0];
  }

  async decide(tx: Tx, id: string, state: 'confirmed' | 'refused', by: string): Promise<void> {
    await tx.query(
      `UPDATE identity.proposal SET state = $3, version = version + 1, decided_by = $4, decided_at = $5
       WHERE area = $1 AND id = $2 AND state = 'proposed'`,
      [tx.area, id, state, by, tx.now],
    );
  }

  /** What waits first, then the newest; 200 at most. */
  list(tx: Tx): Promise<Proposal[]> {
    return tx.query<Proposal>(
      `${PROPOSAL} WHERE p.area = $1 ORDER BY p.state = 'proposed' DESC, p.proposed_at DESC, p.id DESC LIMIT 200`,
      [tx.area],
    );
  }
}
