import { Injectable } from '@nestjs/common';
import { badInput, ok, present, refuse, type Result } from '@huiji/kernel';
import { recordAction, type Tx } from '@huiji/platform';
import { ApplicationService } from './application.service';
import { AssessmentService } from './assessment.service';
import { BenefitPackService } from '../care/benefit-pack.service';
import type { Assessment, Publicity } from './model/assessment';
import { insertObjection, insertPublicity, publicityOf, publicityOver } from './persistence/publicity.repository';
import { isEligible, publicityEndsOn } from '../care/rules/care-dates';
import { publicFace } from './rules/masking';
import { textIssues } from '../rules/text-issues';

/** Publicity (公示): a result is shown, masked, for the days of the area's policy before anybody may confirm it. */
@Injectable()
export class PublicityService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly applications: ApplicationService,
    private readonly packs: BenefitPackService,
  ) {}

  /**
   * Begins publicity of concluded assessments with an eligible grade, today. Refuses NOT_FOUND, WRONG_STATE, NO_BENEFIT_PACK,
   * GRADE_NOT_ELIGIBLE (such a result is confirmed as not passed without publicity).
   */
  async start(tx: Tx, ids: readonly string[]): Promise<Result<readonly string[]>> {
    const found = await this.assessments.locked(tx, ids);
    if (!found.ok) return found;
    const possible = this.assessments.moves(found.value, 'start-publicity');
    if (!possible.ok) return possible;
    const pack = await this.packs.current(tx);
    if (!pack.ok) return pack;
    const low = found.value.find(({ assessedGrade }) => !isEligible(pack.value, present(assessedGrade, 'a grade')));
    if (low) return refuse('rule', 'GRADE_NOT_ELIGIBLE', { grade: `${low.assessedGrade ?? ''}` });
    await this.show(tx, found.value, publicityEndsOn(tx.businessDate, pack.value.publicityDays));
    const moved = await this.assessments.move(tx, found.value, 'start-publicity', 'PublicityStarted');
    return moved.ok ? ok([...ids]) : moved;
  }

  /** Ends publicity whose last day is over on the business date; run daily, finds nothing the second time. */
  async closeDue(tx: Tx): Promise<Result<readonly string[]>> {
    const ids = await publicityOver(tx);
    const found = await this.assessments.locked(tx, ids);
    if (!found.ok) return found;
    const moved = await this.assessments.move(tx, found.value, 'end-publicity', 'PublicityEnded');
    return moved.ok ? ok(ids) : moved;
  }

  /** An objection during publicity stops the clock (异议). Refuses NOT_FOUND, WRONG_STATE, OBJECTOR_MISSING, CARE_REASON_MISSING. */
  async object(tx: Tx, id: string, objection: { objectorName: string; reason: string }): Promise<Result<string>> {
    const issues = [
      ...textIssues('objectorName', objection.objectorName, 'OBJECTOR_MISSING', 100),
      ...textIssues('reason', objection.reason, 'CARE_REASON_MISSING', 2000),
    ];
    if (issues.length > 0) return badInput(issues);
    const found = await this.assessments.locked(tx, [id]);
    if (!found.ok) return found;
    const moved = await this.assessments.move(tx, found.value, 'object', 'ObjectionFiled', objection.reason.trim());
    if (!moved.ok) return moved;
    const objectionId = tx.newId();
    await insertObjection(tx, {
      id: objectionId,
      assessmentId: id,
      objectorName: objection.objectorName.trim(),
      reason: objection.reason.trim(),
    });
    await recordAction(tx, { subjectType: 'objection', subjectId: objectionId, kind: 'ObjectionRecorded' });
    return ok(id);
  }

  of(tx: Tx, assessmentIds: readonly string[]): Promise<readonly Publicity[]> {
    return publicityOf(tx, assessmentIds);
  }

  private async show(tx: Tx, rows: readonly Assessment[], endsOn: string): Promise<void> {
    const people = await this.applications.people(
      tx,
      rows.map(({ personId }) => personId),
    );
    const faces = new Map(people.map((person) => [person.id, publicFace(person)]));
    await insertPublicity(
      tx,
      rows.map(({ id, personId, assessedGrade }) => {
        const face = present(faces.get(personId), 'a person');
        return {
          assessment_id: id,
          starts_on: tx.businessDate,
          ends_on: endsOn,
          masked_name: face.maskedName,
          sex: face.sex,
          birth_year: face.birthYear,
          street: face.street,
          grade: assessedGrade,
        };
      }),
    );
  }
}
