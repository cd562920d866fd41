import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { ApprovalPolicy, FreezePeriod, PolicyBand, PolicyDraft, PolicyState } from '../model/policy';

interface PolicyRow {
  readonly id: string;
  readonly subject_type: string;
  readonly state: PolicyState;
  readonly valid_from: PlainDate;
  readonly first_review_days: number;
  readonly recheck_days: number;
  readonly approval_days: number;
  readonly source: string;
  readonly proposed_by: string;
  readonly proposed_on: PlainDate;
}

interface BandRow {
  readonly policy_id: string;
  readonly from_fen: bigint;
  readonly first_review_people: number;
  readonly recheck_people: number;
  readonly approval_people: number;
}

interface FreezeRow extends FreezePeriod {
  readonly policyId: string;
}

const POLICY = `id, subject_type, state, valid_from, first_review_days, recheck_days, approval_days, source,
  proposed_by, proposed_on`;

const bandOf = (row: BandRow): PolicyBand => ({
  fromFen: row.from_fen,
  people: { 'first-review': row.first_review_people, recheck: row.recheck_people, approval: row.approval_people },
});

/** Versions of approval policies with their bands and freezes. */
@Injectable()
export class PolicyRepository {
  /** The version in force for a kind of subject on a day: the latest that has begun. */
  async inForce(tx: Tx, subjectType: string, day: PlainDate): Promise<ApprovalPolicy | undefined> {
    const rows = await tx.query<PolicyRow>(
      `SELECT ${POLICY} FROM approval.policy
       WHERE area = $1 AND subject_type = $2 AND state = 'in-force' AND valid_from <= $3
       ORDER BY valid_from DESC LIMIT 1`,
      [tx.area, subjectType, day],
    );
    return (await this.whole(tx, rows))[0];
  }

  /** Every version, the latest first. */
  async all(tx: Tx): Promise<readonly ApprovalPolicy[]> {
    return this.whole(
      tx,
      await tx.query<PolicyRow>(
        `SELECT ${POLICY} FROM approval.policy WHERE area = $1 ORDER BY subject_type, valid_from DESC, id DESC LIMIT 200`,
        [tx.area],
      ),
    );
  }

  async find(tx: Tx, id: string, lock = false): Promise<ApprovalPolicy | undefined> {
    const rows = await tx.query<PolicyRow>(
      `SELECT ${POLICY} FROM approval.policy WHERE area = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
      [tx.area, id],
    );
    return (await this.whole(tx, rows))[0];
  }

  /** Whether another version is in force from the same day on. */
  async dayIsTaken(
    tx: Tx,
    { subjectType, validFrom }: Pick<PolicyDraft, 'subjectType' | 'validFrom'>,
  ): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM approval.policy WHERE area = $1 AND subject_type = $2 AND valid_from = $3 AND state = 'in-force'`,
      [tx.area, subjectType, validFrom],
    );
    return rows.length > 0;
  }

  async insert(tx: Tx, id: string, draft: PolicyDraft, proposedBy: string): Promise<void> {
    await tx.query(
      `INSERT INTO approval.policy (area, id, subject_type, state, valid_from, first_review_days, recheck_days, approval_days,
         source, proposed_by, proposed_on)
       VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[tx.area, id, draft.subjectType, draft.validFrom, draft.days['first-review'], draft.days.recheck],
        ...[draft.days.approval, draft.source.trim(), proposedBy, tx.businessDate],
      ],
    );
    await this.insertParts(tx, id, draft);
  }

  /** Writes a returned draft anew; only while nobody reviews it. */
  async rewrite(tx: Tx, id: string, draft: PolicyDraft): Promise<void> {
    await tx.query(
      `UPDATE approval.policy SET subject_type = $3, valid_from = $4, first_review_days = $5, recheck_days = $6,
         approval_days = $7, source = $8 WHERE area = $1 AND id = $2 AND state = 'returned'`,
      [
        ...[tx.area, id, draft.subjectType, draft.validFrom, draft.days['first-review'], draft.days.recheck],
        ...[draft.days.approval, draft.source.trim()],
      ],
    );
    await tx.query('DELETE FROM approval.policy_band WHERE area = $1 AND policy_id = $2', [tx.area, id]);
    await tx.query('DELETE FROM approval.policy_freeze WHERE area = $1 AND policy_id = $2', [tx.area, id]);
    await this.insertParts(tx, id, draft);
  }

  private async insertParts(tx: Tx, id: string, { bands, freezes }: PolicyDraft): Promise<void> {
    await tx.query(
      `INSERT INTO approval.policy_band (area, policy_id, from_fen, first_review_people, recheck_people, approval_people)
       SELECT $1, $2, b.* FROM unnest($3::bigint[], $4::int[], $5::int[], $6::int[]) AS b`,
      [
        tx.area,
        id,
        bands.map(({ fromFen }) => fromFen.toString()),
        bands.map(({ people }) => people['first-review']),
        bands.map(({ people }) => people.recheck),
        bands.map(({ people }) => people.approval),
      ],
    );
    await tx.query(
      `INSERT INTO approval.policy_freeze (area, policy_id, from_on, to_on, reason)
       SELECT $1, $2, f.* FROM unnest($3::date[], $4::date[], $5::text[]) AS f`,
      [
        tx.area,
        id,
        freezes.map(({ fromOn }) => fromOn),
        freezes.map(({ toOn }) => toOn),
        freezes.map(({ reason }) => reason.trim()),
      ],
    );
  }

  private async whole(tx: Tx, rows: readonly PolicyRow[]): Promise<readonly ApprovalPolicy[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const bands = await tx.query<BandRow>(
      `SELECT policy_id, from_fen, first_review_people, recheck_people, approval_people
       FROM approval.policy_band WHERE area = $1 AND policy_id = ANY($2::uuid[]) ORDER BY from_fen`,
      [tx.area, ids],
    );
    const freezes = await tx.query<FreezeRow>(
      `SELECT policy_id AS "policyId", from_on AS "fromOn", to_on AS "toOn", reason
       FROM approval.policy_freeze WHERE area = $1 AND policy_id = ANY($2::uuid[]) ORDER BY from_on`,
      [tx.area, ids],
    );
    return rows.map((row) => ({
      id: row.id,
      subjectType: row.subject_type,
      state: row.state,
      validFrom: row.valid_from,
      days: { 'first-review': row.first_review_days, recheck: row.recheck_days, approval: row.approval_days },
      bands: bands.filter(({ policy_id }) => policy_id === row.id).map(bandOf),
      freezes: freezes.filter(({ policyId }) => policyId === row.id),
      source: row.source,
      proposedBy: row.proposed_by,
      proposedOn: row.proposed_on,
    }));
  }
}
