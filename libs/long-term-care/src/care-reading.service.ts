import { Injectable } from '@nestjs/common';
import { present } from '@huiji/kernel';
import type { Caller, Connection, PageRequest, Tx } from '@huiji/platform';
import { ApplicationService } from './assessments/application.service';
import { AssessmentService } from './assessments/assessment.service';
import { AssessorService } from './assessments/assessor.service';
import { CareService } from './care/care.service';
import { GradeService, type ResultLetter } from './assessments/grade.service';
import type { AnswerSheet, Assessment, Viewer } from './assessments/model/assessment';
import type { Application } from './assessments/model/person';
import type { ApplicationState, AssessmentState } from './model/states';
import type { CareFunnel } from './care/model/subsidy-run';
import type { ApplicationView, AssessmentView, CarePersonView } from './model/views';
import { funnelOf, sheetsInOf } from './persistence/reading.sql';
import { SheetService } from './assessments/sheet.service';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** What people read of applications and assessments, by what their role may see. */
@Injectable()
export class CareReadingService {
  constructor(
    private readonly applications: ApplicationService,
    private readonly assessments: AssessmentService,
    private readonly assessors: AssessorService,
    private readonly sheets: SheetService,
    private readonly care: CareService,
    private readonly grades: GradeService,
  ) {}

  async applicationPage(
    tx: Tx,
    state: ApplicationState | null,
    page: PageRequest,
  ): Promise<Connection<ApplicationView>> {
    const rows = await this.applications.page(tx, state, page);
    const views = await this.applicationViews(
      tx,
      rows.edges.map(({ node }) => node),
    );
    return {
      pageInfo: rows.pageInfo,
      edges: rows.edges.map(({ cursor }, n) => ({ cursor, node: present(views[n], 'a row') })),
    };
  }

  async application(tx: Tx, id: string): Promise<ApplicationView | undefined> {
    const row = await this.applications.find(tx, id);
    return row ? (await this.applicationViews(tx, [row]))[0] : undefined;
  }

  /** Assessments; an assessor sees own tasks only. */
  async assessmentPage(
    tx: Tx,
    caller: Caller,
    state: AssessmentState | null,
    page: PageRequest,
  ): Promise<Connection<AssessmentView>> {
    const rows = await this.assessments.page(tx, state, await this.viewer(tx, caller), page);
    const views = await this.assessmentViews(
      tx,
      rows.edges.map(({ node }) => node),
    );
    return {
      pageInfo: rows.pageInfo,
      edges: rows.edges.map(({ cursor }, n) => ({ cursor, node: present(views[n], 'a row') })),
    };
  }

  /** One assessment; an assessor's own task, or anything of the area for the agency and auditors; else undefined. */
  async assessment(tx: Tx, caller: Caller, id: string): Promise<AssessmentView | undefined> {
    const row = await this.assessments.find(tx, id, await this.viewer(tx, caller));
    return row ? (await this.assessmentViews(tx, [row]))[0] : undefined;
  }

  /** The sheets of an assessment that the caller may read now; the caller's own first. */
  async sheetsOf(tx: Tx, caller: Caller, id: string): Promise<readonly AnswerSheet[]> {
    const viewer = await this.viewer(tx, caller);
    const row = await this.assessments.find(tx, id, viewer);
    if (!row) return [];
    const visible = await this.sheets.visible(tx, [row], viewer);
    return [...visible].sort((a, b) => Number(b.assessorId === viewer?.id) - Number(a.assessorId === viewer?.id));
  }

  /** The caller's own sheet of an assessment, draft or submitted; null for anybody who is not one of the two. */
  async mySheet(tx: Tx, caller: Caller, id: string): Promise<AnswerSheet | null> {
    if (caller.role !== 'assessor') return null;
    const viewer = await this.viewer(tx, caller);
    return (await this.sheetsOf(tx, caller, id)).find(({ assessorId }) => assessorId === viewer?.id) ?? null;
  }

  /** Data of the result letter; null before the final result, or when the assessment is not for the caller. */
  async letter(tx: Tx, caller: Caller, id: string): Promise<ResultLetter | null> {
    const row = await this.assessments.find(tx, id, await this.viewer(tx, caller));
    const letter = row ? await this.grades.letter(tx, row) : null;
    return letter?.ok ? letter.value : null;
  }

  async person(tx: Tx, id: string): Promise<CarePersonView | undefined> {
    const [person] = await this.applications.people(tx, [id]);
    if (!person) return undefined;
    const [entitlements, modes, stops] = [
      await this.care.entitlements(tx, [id]),
      await this.care.modes(tx, [id]),
      await this.care.stops(tx, [id]),
    ];
    return { ...person, entitlements, modes, stops };
  }

  funnel(tx: Tx): Promise<CareFunnel> {
    return funnelOf(tx);
  }

  /** Null: sees the area. An assessor who is not on the roster sees nobody's tasks. */
  private async viewer(tx: Tx, caller: Caller): Promise<Viewer | null> {
    if (caller.role !== 'assessor') return null;
    const self = await this.assessors.self(tx);
    return self.ok ? self.value : { id: NOBODY };
  }

  private async applicationViews(tx: Tx, rows: readonly Application[]): Promise<readonly ApplicationView[]> {
    const ids = rows.map(({ id }) => id);
    const people = await this.peopleOf(tx, rows);
    const reasons = await this.applications.returnReasons(tx, ids);
    const assessments = await this.assessmentViews(tx, await this.assessments.ofApplications(tx, ids));
    const byApplication = new Map(assessments.map((view) => [view.applicationId, view]));
    return rows.map((row) => ({
      ...row,
      person: present(people.get(row.personId), 'a person'),
      returnReason: row.state === 'returned' ? (reasons.get(row.id) ?? null) : null,
      assessment: byApplication.get(row.id) ?? null,
    }));
  }

  private async assessmentViews(tx: Tx, rows: readonly Assessment[]): Promise<readonly AssessmentView[]> {
    const ids = rows.map(({ id }) => id);
    const people = await this.peopleOf(tx, rows);
    const seats = await this.assessments.seats(tx, ids);
    const sheetsIn = await sheetsInOf(tx, ids);
    return rows.map((row) => ({
      ...row,
      person: present(people.get(row.personId), 'a person'),
      assessors: seats.filter(({ assessmentId }) => assessmentId === row.id),
      sheetsIn: sheetsIn.get(row.id) ?? 0,
    }));
  }

  private async peopleOf(tx: Tx, rows: readonly { readonly personId: string }[]) {
    const ids = [...new Set(rows.map(({ personId }) => personId))];
    return new Map((await this.applications.people(tx, ids)).map((person) => [person.id, person]));
  }
}
