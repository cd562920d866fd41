import { Module } from '@nestjs/common';
import { ApplicationService } from './application.service';
import { AssessmentService } from './assessment.service';
import { AssessorService } from './assessor.service';
import { BenefitPackService } from './benefit-pack.service';
import { CareReadingService } from './care-reading.service';
import { CareService } from './care.service';
import { ConclusionService } from './conclusion.service';
import { GradeService } from './grade.service';
import { ApplicationResolver } from './graphql/application.resolver';
import { AssessmentPartsResolver } from './graphql/assessment-parts.resolver';
import { AssessmentResolver } from './graphql/assessment.resolver';
import { AssessorTaskResolver } from './graphql/assessor-task.resolver';
import { CareResolver } from './graphql/care.resolver';
import { InstrumentResolver } from './graphql/instrument.resolver';
import { SubsidyRunResolver } from './graphql/subsidy-run.resolver';
import { InstrumentService } from './instrument.service';
import { ClosePublicityHandler } from './jobs/close-publicity.job';
import { PublicityService } from './publicity.service';
import { SheetService } from './sheet.service';
import { SubsidyRunService } from './subsidy-run.service';
import { VisitService } from './visit.service';

const services = [
  ApplicationService,
  AssessmentService,
  AssessorService,
  BenefitPackService,
  CareReadingService,
  CareService,
  ConclusionService,
  GradeService,
  InstrumentService,
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
export class LongTermCareModule {}
