import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { ActState, ApprovalAct, Decision, Part, PeopleWanted, Review, Step, Subject } from '../model/approval';

interface ActRow {
  readonly id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly state: ActState;
  readonly opened_by: string;
  readonly first_review_people: number;
  readonly recheck_people: number;
  readonly approval_people: number;
}

interface ReviewRow {
  readonly id: string;
  readonly act_id: string;
  readonly step: Step;
  readonly person_id: string;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly reviewed_on: string;
  readonly reviewed_at: Date;
}

const ACT = 'id, subject_type, subject_id, state, opened_by, first_review_people, recheck_people, approval_people';
const REVIEW = 'id, act_id, step, person_id, decision, reason, reviewed_on, reviewed_at';

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
});

const reviewOf = (row: ReviewRow): Review => ({
  id: row.id,
  actId: row.act_id,
  step: row.step,
  personId: row.person_id,
  decision: row.decision,
  reason: row.reason,
  reviewedOn: row.reviewed_on,
  reviewedAt: row.reviewed_at,
});

@Injectable()
export class ApprovalRepository {
  /** Opens a round; undefined when the subject has an open one. */
  async open(tx: Tx, subject: Subject, openedBy: string, wanted: PeopleWanted): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO approval.act (area, id, subject_type, subject_id, state, opened_by, first_review_people,
         recheck_people, approval_people, opened_on, opened_at)
       VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        subject.subjectType,
        subject.subjectId,
        openedBy,
        wanted['first-review'],
        wanted.recheck,
        wanted.approval,
        tx.businessDate,
        tx.now,
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

  /** Adds a review; false when the person has one in this round. */
  async addReview(
    tx: Tx,
    act: ApprovalAct,
    review: Pick<Review, 'step' | 'personId' | 'decision' | 'reason'>,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO approval.review (area, id, act_id, subject_id, step, person_id, decision, reason, reviewed_on, reviewed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (area, act_id, person_id) DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        act.id,
        act.subjectId,
        review.step,
        review.personId,
        review.decision,
        review.reason,
        tx.businessDate,
        tx.now,
      ],
    );
    return rows.length === 1;
  }

  async reviews(tx: Tx, actIds: readonly string[]): Promise<readonly Review[]> {
    const rows = await tx.query<ReviewRow>(
      `SELECT ${REVIEW} FROM approval.review WHERE area = $1 AND act_id = ANY($2) ORDER BY reviewed_at, id`,
      [tx.area, actIds],
    );
    return rows.map(reviewOf);
  }
}
