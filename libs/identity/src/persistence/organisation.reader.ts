import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

/** What identity must know of organisations: whether one acts in the area, and what it is. */
@Injectable()
export class OrganisationReader {
  /** The kind of an organisation that acts in the transaction's area; undefined when it does not. */
  async kindInArea(tx: Tx, organisationId: string): Promise<string | undefined> {
    const rows = await tx.query<{ kind: string }>(
      `SELECT o.kind FROM catalog.organisation o
       JOIN catalog.area_organisation a ON a.organisation_id = o.id AND a.area = $1 WHERE o.id = $2`,
      [tx.area, organisationId],
    );
    return rows[0]?.kind;
  }
}
