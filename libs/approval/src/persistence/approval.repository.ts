import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { ActState, ApprovalAct, Decision, Part, Review, Step, Subject } from '../model/approval';
import type { StepPlan } from '../model/policy';

interface ActRow {
  readonly id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly state: ActState;
  readonly opened_by: string;
  readonly first_review_people: number;
  readonly recheck_people: number;
  readonly approval_people: number;
  readonly first_review_days: number | null;
  readonly recheck_days: number | null;
  readonly approval_days: number | null;
  readonly label: string | null;
  readonly amount_fen: bigint | null;
  readonly line_count: bigint | null;
  readonly mendable: boolean;
}

interface ReviewRow {
  readonly id: string;
  readonly act_id: string;
  readonly step: Step;
  readonly person_id: string;
  readonly on_behalf_of: string | null;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly reviewed_on: string;
  readonly reviewed_at: Date;
}

const ACT = `id, subject_type, subject_id, state, opened_by, first_review_people, recheck_people, approval_people,
  first_review_days, recheck_days, approval_days, label, amount_fen, line_count, mendable`;
const REVIEW = 'id, act_id, step, person_id, on_behalf_of, decision, reason, reviewed_on, reviewed_at';

/** What a round is opened with, beside its subject. */
export interface NewAct extends Subject {
  readonly openedBy: string;
  readonly plan: StepPlan;
  readonly label: string | null;
  readonly amountFen: bigint | null;
  readonly lineCount: bigint | null;
  readonly mendable: boolean;
}

const actOf = (row: ActRow): ApprovalAct => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  state: row.state,
  openedBy: row.opened_by,
  wanted: {
    'first-review': row.first_review_people,
    recheck: row.recheck_people,
    approval: row.approval_people,
  },
  days:
    row.first_review_days === null || row.recheck_days === null || row.approval_days === null
      ? null
      : { 'first-review': row.first_review_days, recheck: row.recheck_days, approval: row.approval_days },
  label: row.label,
  amountFen: row.amount_fen,
  lineCount: row.line_count,
  mendable: row.mendable,
});

const reviewOf = (row: ReviewRow): Review => ({
  id: row.id,
  actId: row.act_id,
  step: row.step,
  personId: row.person_id,
  onBehalfOf: row.on_behalf_of,
  decision: row.decision,
  reason: row.reason,
  reviewedOn: row.reviewed_on,
  reviewedAt: row.reviewed_at,
});

@Injectable()
export class ApprovalRepository {
  /** Opens a round; undefined when the subject has an open one. */
  async open(tx: Tx, act: NewAct): Promise<string | undefined> {
    const { people, days } = act.plan;
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO approval.act (area, id, subject_type, subject_id, state, opened_by, first_review_people, recheck_people,
         approval_people, opened_on, opened_at, policy_id, first_review_days, recheck_days, approval_days, label, amount_fen,
         line_count, mendable)
       VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[tx.area, tx.newId(), act.subjectType, act.subjectId, act.openedBy],
        ...[people['first-review'], people.recheck, people.approval, tx.businessDate, tx.now, act.plan.policyId],
        ...[days['first-review'], days.recheck, days.approval, act.label, act.amountFen, act.lineCount, act.mendable],
      ],
    );
    return rows[0]?.id;
  }

  /** The open round, locked until the end of the transaction. */
  async lockOpen(tx: Tx, { subjectType, subjectId }: Subject): Promise<ApprovalAct | undefined> {
    const rows = await tx.query<ActRow>(
      `SELECT ${ACT} FROM approval.act
       WHERE area = $1 AND subject_type = $2 AND subject_id = $3 AND state = 'open' FOR UPDATE`,
      [tx.area, subjectType, subjectId],
    );
    return rows[0] && actOf(rows[0]);
  }

  /** Rounds of a subject, the newest last. */
  async acts(tx: Tx, { subjectType, subjectId }: Subject): Promise<readonly ApprovalAct[]> {
    const rows = await tx.query<ActRow>(
      `SELECT ${ACT} FROM approval.act WHERE area = $1 AND subject_id = $2 AND subject_type = $3 ORDER BY opened_at, id`,
      [tx.area, subjectId, subjectType],
    );
    return rows.map(actOf);
  }

  /**
   * Gives people their part in a subject. A part they have already stays; the answer is everybody's part as it now is,
   * so that the caller sees who has another.
   */
  async takePart(tx: Tx, subject: Subject, people: readonly string[], part: Part): Promise<ReadonlyMap<string, Part>> {
    await tx.query(
      `INSERT INTO approval.act_participant (area, subject_id, person_id, part, subject_type, since)
       SELECT $1, $2, person_id, $4, $5, $6 FROM unnest($3::uuid[]) AS p(person_id) ORDER BY person_id
       ON CONFLICT (area, subject_id, person_id) DO NOTHING`,
      [tx.area, subject.subjectId, people, part, subject.subjectType, tx.now],
    );
    const rows = await tx.query<{ person_id: string; part: Part }>(
      'SELECT person_id, part FROM approval.act_participant WHERE area = $1 AND subject_id = $2 AND person_id = ANY($3)',
      [tx.area, subject.subjectId, people],
    );
    return new Map(rows.map((row) => [row.person_id, row.part]));
  }

  /** Adds a review and everybody behind it; false when one of them is behind a review of this round already. */
  async addReview(
    tx: Tx,
    act: ApprovalAct,
    review: Pick<Review, 'step' | 'personId' | 'onBehalfOf' | 'decision' | 'reason'>,
  ): Promise<boolean> {
    const id = tx.newId();
    const rows = await tx.query(
      `INSERT INTO approval.review (area, id, act_id, subject_id, step, person_id, on_behalf_of, decision, reason,
         reviewed_on, reviewed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (area, act_id, person_id) DO NOTHING RETURNING id`,
      [
        ...[tx.area, id, act.id, act.subjectId, review.step, review.personId, review.onBehalfOf],
        ...[review.decision, review.reason, tx.businessDate, tx.now],
      ],
    );
    if (rows.length !== 1) return false;
    const behind = [review.personId, ...(review.onBehalfOf === null ? [] : [review.onBehalfOf])];
    const stood = await tx.query(
      `INSERT INTO approval.review_person (area, act_id, person_id, review_id)
       SELECT $1, $2, p.id, $4 FROM unnest($3::uuid[]) AS p(id) ORDER BY p.id ON CONFLICT DO NOTHING RETURNING person_id`,
      [tx.area, act.id, behind, id],
    );
    return stood.length === behind.length;
  }

  /** Says that the subject was approved by this round: a key that whatever follows may ask for. */
  async notePassed(tx: Tx, act: ApprovalAct): Promise<void> {
    await tx.query('INSERT INTO approval.passed_subject (area, subject_id, act_id) VALUES ($1, $2, $3)', [
      tx.area,
      act.subjectId,
      act.id,
    ]);
  }

  /** Everybody who has a part in a subject, with it. */
  async participants(tx: Tx, { subjectId }: Subject): Promise<readonly { personId: string; part: Part }[]> {
    return tx.query(
      `SELECT person_id AS "personId", part FROM approval.act_participant WHERE area = $1 AND subject_id = $2 ORDER BY 1`,
      [tx.area, subjectId],
    );
  }

  /** On whose behalf people prepared a subject: they share the part of whoever did it for them. */
  async delegatorsOf(tx: Tx, { subjectType, subjectId }: Subject): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT on_behalf_of AS id FROM platform.action
       WHERE area = $1 AND subject_type = $2 AND subject_id = $3 AND on_behalf_of IS NOT NULL
         AND kind NOT IN ('ReviewPassed', 'ReviewReturned')`,
      [tx.area, subjectType, subjectId],
    );
    return rows.map(({ id }) => id);
  }

  async reviews(tx: Tx, actIds: readonly string[]): Promise<readonly Review[]> {
    const rows = await tx.query<ReviewRow>(
      `SELECT ${REVIEW} FROM approval.review WHERE area = $1 AND act_id = ANY($2) ORDER BY reviewed_at, id`,
      [tx.area, actIds],
    );
    return rows.map(reviewOf);
  }
}
