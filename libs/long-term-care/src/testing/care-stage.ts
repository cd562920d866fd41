import { mod11Radix2, plainDate, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { FieldCipher, PersonVault, type Tx } from '@huiji/platform';
import { ApplicationService } from '../assessments/application.service';
import { AssessmentService } from '../assessments/assessment.service';
import { AssessorService } from '../assessments/assessor.service';
import { BenefitPackService } from '../care/benefit-pack.service';
import { CareReadingService } from '../care-reading.service';
import { CareService } from '../care/care.service';
import { PaidMonthWatch } from '../care/paid-month-watch';
import { ConclusionService } from '../assessments/conclusion.service';
import { chongqingPack } from '../care/data/chongqing-pack';
import { cnLtci2021 } from '../assessments/data/cn-ltci-2021';
import { GradeService } from '../assessments/grade.service';
import { InstrumentService } from '../assessments/instrument.service';
import type { Answers } from '../assessments/model/instrument';
import type { ApplicationDraft } from '../assessments/model/person';
import { ObjectionService } from '../assessments/objection.service';
import { PersonRegister } from '../assessments/person-register.service';
import { PublicityService } from '../assessments/publicity.service';
import { SheetService } from '../assessments/sheet.service';
import { SubsidyRunService } from '../care/subsidy-run.service';
import { VisitService } from '../assessments/visit.service';
import { uuidOf } from './people';

export const testCipher = new FieldCipher({
  dataKeys: new Map([['k1', Buffer.alloc(32, 7)]]),
  indexKey: Buffer.alloc(32, 9),
});

export const careServices = () => {
  const applications = new ApplicationService(new PersonRegister(testCipher, new PersonVault(testCipher)));
  const assessments = new AssessmentService();
  const assessors = new AssessorService();
  const packs = new BenefitPackService();
  const instruments = new InstrumentService();
  const visits = new VisitService(applications, assessors, instruments);
  const sheets = new SheetService(assessments, assessors, instruments);
  const conclusions = new ConclusionService(assessments, assessors, instruments);
  const publicity = new PublicityService(assessments, applications, packs);
  const objections = new ObjectionService(assessments, applications);
  const grades = new GradeService(assessments, applications, packs, instruments);
  const watch = new PaidMonthWatch();
  const care = new CareService(packs, watch);
  const runs = new SubsidyRunService();
  const reading = new CareReadingService(applications, assessments, assessors, sheets, care, grades);
  return {
    applications,
    assessors,
    packs,
    instruments,
    visits,
    sheets,
    conclusions,
    publicity,
    objections,
    grades,
    care,
    watch,
    runs,
    reading,
  };
};

export type CareServices = ReturnType<typeof careServices>;

/** Answers that give grade 5, 3 or 0 under the instrument of 2021. */
export const answersOfGrade = (grade: 0 | 3 | 5): Answers =>
  Object.fromEntries(
    cnLtci2021.domains.flatMap((domain) =>
      domain.items.map((item) => {
        const scores = item.options.map((option) => option.score);
        const low = grade === 5 || (grade === 3 && domain.key === 'adl');
        return [item.key, low ? Math.min(...scores) : Math.max(...scores)];
      }),
    ),
  );

/** An identity number of true form in a division that does not exist. */
export const identityOf = (n: number): string => {
  const body = `509900${1930 + (n % 30)}0101${(n % 1000).toString().padStart(3, '0')}`;
  return body + mod11Radix2(body);
};

export const applicant = (n: number, over: Partial<ApplicationDraft> = {}): ApplicationDraft => ({
  fullName: `张小${'一二三四五六七八九'[n % 9] ?? ''}`,
  identityNumber: identityOf(n),
  street: `七星岗街道${n + 1}号`,
  claimedGrade: 3,
  disabledSince: plainDate('2020-01-01'),
  treatmentRecord: '脑卒中后遗症',
  insured: true,
  guardian: null,
  ...over,
});

export const users = {
  clerk: uuidOf('clerk'),
  approval: uuidOf('approval'),
  expert: uuidOf('expert'),
  assessor: uuidOf('assessor'),
  stranger: uuidOf('stranger'),
} as const;
export type User = keyof typeof users;

/** A database with one area, its services, and people who act in it. */
export class CareStage {
  readonly services = careServices();
  assessorIds: readonly string[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly area: string,
  ) {}

  static async open(
    area = '500000',
    options: { demonstration?: boolean; businessDate?: string } = {},
  ): Promise<CareStage> {
    const stage = new CareStage(await testDatabase(), area);
    await stage.openArea(options);
    return stage;
  }

  /** Another area in the same database. */
  async neighbour(area: string, options: { demonstration?: boolean } = {}): Promise<CareStage> {
    const stage = new CareStage(this.db, area);
    await stage.openArea(options);
    return stage;
  }

  private async openArea(options: { demonstration?: boolean; businessDate?: string }): Promise<void> {
    await seedArea(this.db, this.area, { businessDate: '2021-09-06', ...options });
    const origin = { name: 'test', source: 'test', confirmedBy: null };
    await this.done('clerk', (tx) => this.services.packs.adopt(tx, chongqingPack, origin));
    const drafts = (['expert', 'assessor', 'stranger'] as const).map((user) => ({
      userId: users[user],
      organisationId: uuidOf('house'),
      fullName: user,
      expert: user !== 'assessor',
      certificateNumber: user,
      certificateExpiresOn: plainDate('2023-12-31'),
    }));
    this.assessorIds = await this.done('clerk', (tx) => this.services.assessors.enrol(tx, drafts));
  }

  act<T>(user: User, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    return this.db.database.inTransaction(this.db.scope(this.area, users[user]), work);
  }

  /** An act that must succeed. */
  async done<T>(user: User, work: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    const result = await this.act(user, work);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value;
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.database.read(this.db.scope(this.area, users.clerk), work);
  }

  async goTo(date: string): Promise<void> {
    await this.db.ownerQuery('UPDATE platform.area SET business_date = $2 WHERE area = $1', [this.area, date]);
  }

  /** Accepted applications of these people with a visit each. */
  async visited(
    numbers: readonly number[],
  ): Promise<{ readonly applications: readonly string[]; readonly assessments: readonly string[] }> {
    const applications = await this.done('clerk', (tx) =>
      this.services.applications.submit(
        tx,
        numbers.map((n) => applicant(n)),
      ),
    );
    await this.done('clerk', (tx) => this.services.applications.accept(tx, applications));
    const assessments = await this.done('clerk', (tx) =>
      this.services.visits.assign(
        tx,
        applications.map((applicationId) => ({
          applicationId,
          assessorIds: this.assessorIds.slice(0, 2),
          visitOn: tx.businessDate,
          visitPlace: '家中',
        })),
      ),
    );
    return { applications, assessments };
  }

  /** Both sheets of these assessments with answers of one grade. */
  async submitted(assessments: readonly string[], grade: 0 | 3 | 5): Promise<void> {
    for (const user of ['expert', 'assessor'] as const)
      await this.done(user, (tx) => this.services.sheets.submit(tx, sheetsOf(assessments, grade)));
  }

  async concluded(assessments: readonly string[], grade: 0 | 3 | 5): Promise<void> {
    await this.submitted(assessments, grade);
    for (const user of ['expert', 'assessor'] as const)
      await this.done(user, (tx) =>
        this.services.conclusions.submit(
          tx,
          assessments.map((assessmentId) => ({ assessmentId, jointAnswers: null })),
        ),
      );
  }
}

export const sheetsOf = (assessments: readonly string[], grade: 0 | 3 | 5) =>
  assessments.map((assessmentId) => ({ assessmentId, answers: answersOfGrade(grade), guardianPresent: true }));
