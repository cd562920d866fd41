import { Module } from '@nestjs/common';
import { PersonalRegistry } from '@huiji/platform';
import { longTermCarePersonalColumns, longTermCarePersonalSubjects } from './personal-columns';
import { ApplicationService } from './assessments/application.service';
import { PersonRegister } from './assessments/person-register.service';
import { AssessmentService } from './assessments/assessment.service';
import { AssessorService } from './assessments/assessor.service';
import { BenefitPackService } from './care/benefit-pack.service';
import { CareReadingService } from './care-reading.service';
import { CareService } from './care/care.service';
import { PaidMonthWatch } from './care/paid-month-watch';
import { ConclusionService } from './assessments/conclusion.service';
import { GradeService } from './assessments/grade.service';
import { ApplicationResolver } from './assessments/graphql/application.resolver';
import { AssessmentPartsResolver } from './assessments/graphql/assessment-parts.resolver';
import { AssessmentResolver } from './assessments/graphql/assessment.resolver';
import { AssessorTaskResolver } from './assessments/graphql/assessor-task.resolver';
import { CareResolver } from './care/graphql/care.resolver';
import { InstrumentResolver } from './assessments/graphql/instrument.resolver';
import { SubsidyRunResolver } from './care/graphql/subsidy-run.resolver';
import { InstrumentService } from './assessments/instrument.service';
import { ClosePublicityHandler } from './jobs/close-publicity.job';
import { ObjectionService } from './assessments/objection.service';
import { PublicityService } from './assessments/publicity.service';
import { SheetService } from './assessments/sheet.service';
import { SubsidyRunService } from './care/subsidy-run.service';
import { VisitService } from './assessments/visit.service';

const services = [
  PersonRegister,
  ApplicationService,
  AssessmentService,
  AssessorService,
  BenefitPackService,
  CareReadingService,
  CareService,
  ConclusionService,
  GradeService,
  InstrumentService,
  ObjectionService,
  PaidMonthWatch,
  PublicityService,
  SheetService,
  SubsidyRunService,
  VisitService,
];

/** Long-term care insurance (长期护理保险): application, assessment, grade, care, monthly subsidy. */
@Module({
  providers: [
    ...services,
    ClosePublicityHandler,
    ApplicationResolver,
    AssessmentResolver,
    AssessmentPartsResolver,
    AssessorTaskResolver,
    CareResolver,
    InstrumentResolver,
    SubsidyRunResolver,
  ],
  exports: [...services, ClosePublicityHandler],
})
export class LongTermCareModule {
  constructor(registry: PersonalRegistry) {
    registry.register(longTermCarePersonalColumns, longTermCarePersonalSubjects);
  }
}
