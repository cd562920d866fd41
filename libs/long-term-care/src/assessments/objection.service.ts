import { Injectable } from '@nestjs/common';
import { badInput, ok, refuse, type Result } from '@huiji/kernel';
import { personOf, type Tx } from '@huiji/platform';
import { ApplicationService } from './application.service';
import { AssessmentService } from './assessment.service';
import { textIssues } from '../rules/text-issues';

/** What the agency finds of an objection: whether it is right, and why. */
export interface ObjectionDecision {
  readonly upheld: boolean;
  readonly reason: string;
}

/** The way out of an objection (异议处理): nobody stays without a result and without a way to apply again. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly applications: ApplicationService,
  ) {}

  /**
   * Upheld: the result is void and opens nothing, the application is concluded, and the person may apply anew. Dismissed:
   * publicity goes on and ends by its own clock. Refuses BAD_INPUT (CARE_REASON_MISSING), NOT_FOUND, WRONG_STATE,
   * ASSESSOR_DECIDES_OWN (somebody who assessed decides on the objection to it).
   */
  async decide(tx: Tx, id: string, { upheld, reason }: ObjectionDecision): Promise<Result<string>> {
    const issues = textIssues('reason', reason, 'CARE_REASON_MISSING', 2000);
    if (issues.length > 0) return badInput(issues);
    const found = await this.assessments.locked(tx, [id]);
    if (!found.ok) return found;
    const seats = await this.assessments.seats(tx, [id]);
    const self = personOf(tx);
    if (seats.some(({ userId }) => userId === self)) return refuse('rule', 'ASSESSOR_DECIDES_OWN');
    const [action, kind] = upheld
      ? (['uphold-objection', 'ObjectionUpheld'] as const)
      : (['dismiss-objection', 'ObjectionDismissed'] as const);
    const moved = await this.assessments.move(tx, found.value, action, kind, reason.trim());
    if (!moved.ok) return moved;
    if (!upheld) return ok(id);
    const concluded = await this.applications.conclude(
      tx,
      found.value.map(({ applicationId }) => applicationId),
    );
    return concluded.ok ? ok(id) : concluded;
  }
}
