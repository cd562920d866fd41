import { Injectable } from '@nestjs/common';
import { notFound, ok, present, refuse, type PlainDate, type Result } from '@huiji/kernel';
import { personOf, type Tx } from '@huiji/platform';
import { ApplicationService } from './application.service';
import { ASSESSMENT_SUBJECT, AssessmentService } from './assessment.service';
import { BenefitPackService } from '../care/benefit-pack.service';
import { InstrumentService } from './instrument.service';
import type { Assessment } from './model/assessment';
import type { BenefitPack } from '../care/model/care';
import type { AssessmentAction, AssessmentState } from '../model/states';
import { confirmAssessments } from './persistence/assessment.repository';
import { entitlementsOf, insertEntitlements, type EntitlementRow } from '../care/persistence/care.repository';
import { recordMoves, type Move } from '../persistence/rows';
import { isEligible, startsOn, validTo } from '../care/rules/care-dates';

/** What the letter to an applicant says (结果告知书). */
export interface ResultLetter {
  readonly assessmentId: string;
  readonly passed: boolean;
  readonly grade: number;
  readonly gradeNameZh: string;
  readonly gradeNameEn: string;
  readonly instrumentNameZh: string;
  readonly instrumentNameEn: string;
  readonly confirmedOn: PlainDate;
  /** First payable day; null when not passed. */
  readonly startsOn: PlainDate | null;
  /** Last valid day; null when not passed. */
  readonly endsOn: PlainDate | null;
}

/** The confirmed grade (确认等级): the only grade that opens money. */
@Injectable()
export class GradeService {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly applications: ApplicationService,
    private readonly packs: BenefitPackService,
    private readonly instruments: InstrumentService,
  ) {}

  /**
   * Makes results final: after publicity an eligible grade opens care from the day of the start rule; a grade that is not eligible
   * becomes "not passed". Refuses NOT_FOUND, WRONG_STATE, NO_BENEFIT_PACK, GRADE_NOT_ELIGIBLE, INSTRUMENT_UNCONFIRMED (outside
   * demonstration areas, while no officer has confirmed the table), ASSESSOR_CONFIRMS_OWN (an assessor confirms an own assessment),
   * ENTITLEMENT_NOT_BEGUN (another grade of the person begins on the same day or later).
   */
  async confirm(tx: Tx, ids: readonly string[]): Promise<Result<readonly string[]>> {
    const found = await this.assessments.locked(tx, ids);
    if (!found.ok) return found;
    const allowed = await this.allowed(tx, found.value);
    if (!allowed.ok) return allowed;
    const pack = await this.packs.current(tx);
    if (!pack.ok) return pack;
    const moves = this.finalMoves(found.value, pack.value);
    if (!moves.ok) return moves;
    const count = await confirmAssessments(tx, moves.value, personOf(tx));
    if (count < ids.length) return refuse('conflict', 'STATE_CHANGED', { state: found.value[0]?.state ?? '' });
    await this.record(tx, moves.value);
    const passed = found.value.filter(({ id }) =>
      moves.value.some((move) => move.id === id && move.to === 'confirmed'),
    );
    const opened = await this.open(tx, passed, pack.value);
    if (!opened.ok) return opened;
    const concluded = await this.applications.conclude(
      tx,
      found.value.map(({ applicationId }) => applicationId),
    );
    return concluded.ok ? ok([...ids]) : concluded;
  }

  /** The data of the result letter. Refuses NOT_FOUND while there is no final result. */
  async letter(tx: Tx, assessment: Assessment): Promise<Result<ResultLetter>> {
    const { confirmedGrade, confirmedOn, instrumentKey, instrumentVersion } = assessment;
    if (confirmedGrade === null || confirmedOn === null) return notFound('result-letter');
    const instrument = this.instruments.of({ key: instrumentKey, version: instrumentVersion });
    const name = present(
      instrument.grades.find(({ grade }) => grade === confirmedGrade),
      'the name of a grade',
    );
    const opened = (await entitlementsOf(tx, [assessment.personId])).find((row) => row.assessmentId === assessment.id);
    return ok({
      assessmentId: assessment.id,
      passed: assessment.state === 'confirmed',
      grade: confirmedGrade,
      gradeNameZh: name.nameZh,
      gradeNameEn: name.nameEn,
      instrumentNameZh: instrument.nameZh,
      instrumentNameEn: instrument.nameEn,
      confirmedOn,
      startsOn: opened?.startsOn ?? null,
      endsOn: opened?.endsOn ?? null,
    });
  }

  entitlements(tx: Tx, personIds: readonly string[]): Promise<readonly EntitlementRow[]> {
    return entitlementsOf(tx, personIds);
  }

  private async allowed(tx: Tx, rows: readonly Assessment[]): Promise<Result<void>> {
    const versions = rows.map(({ instrumentKey, instrumentVersion }) => `${instrumentKey}\n${instrumentVersion}`);
    const distinct = [...new Set(versions)].map((text) => {
      const [key = '', version = ''] = text.split('\n');
      return { key, version };
    });
    const final = await this.instruments.mayBeFinal(tx, distinct);
    if (!final.ok) return final;
    const seats = await this.assessments.seats(
      tx,
      rows.map(({ id }) => id),
    );
    const self = personOf(tx);
    return seats.some(({ userId }) => userId === self) ? refuse('rule', 'ASSESSOR_CONFIRMS_OWN') : ok(undefined);
  }

  private finalMoves(
    rows: readonly Assessment[],
    pack: BenefitPack,
  ): Result<readonly { id: string; from: AssessmentState; to: 'confirmed' | 'not-passed' }[]> {
    const moves: { id: string; from: AssessmentState; to: 'confirmed' | 'not-passed' }[] = [];
    for (const row of rows) {
      const eligible = row.assessedGrade !== null && isEligible(pack, row.assessedGrade);
      if (!eligible && row.state === 'publicity-ended')
        return refuse('rule', 'GRADE_NOT_ELIGIBLE', { grade: `${row.assessedGrade ?? ''}` });
      const action: AssessmentAction = eligible ? 'confirm' : 'confirm-not-eligible';
      const possible = this.assessments.moves([row], action);
      if (!possible.ok) return possible;
      moves.push({ id: row.id, from: row.state, to: eligible ? 'confirmed' : 'not-passed' });
    }
    return ok(moves);
  }

  private async record(tx: Tx, moves: readonly Move[]): Promise<void> {
    for (const [to, kind] of [
      ['confirmed', 'GradeConfirmed'],
      ['not-passed', 'GradeNotPassed'],
    ] as const) {
      const some = moves.filter((move) => move.to === to);
      await recordMoves(tx, { subjectType: ASSESSMENT_SUBJECT, kind }, some);
    }
  }

  /** A grade takes over from one that has begun; what begins on the same day or later is not pushed aside. */
  private async open(tx: Tx, passed: readonly Assessment[], pack: BenefitPack): Promise<Result<void>> {
    const first = startsOn(pack.startRule, tx.businessDate);
    const people = passed.map(({ personId }) => personId);
    const later = (await entitlementsOf(tx, people)).find((row) => row.startsOn >= first);
    if (later) return refuse('rule', 'ENTITLEMENT_NOT_BEGUN', { startsOn: later.startsOn });
    if (new Set(people).size < people.length) return refuse('rule', 'ENTITLEMENT_NOT_BEGUN', { startsOn: first });
    const rows = passed.map(({ id, personId, assessedGrade }) => {
      const grade = present(assessedGrade, 'a grade');
      return {
        id: tx.newId(),
        person_id: personId,
        assessment_id: id,
        grade,
        starts_on: first,
        ends_on: validTo(tx.businessDate, grade, pack.validityMonths),
      };
    });
    await insertEntitlements(tx, rows);
    return ok(undefined);
  }
}
