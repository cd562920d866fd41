import { Module } from '@nestjs/common';
import { CalendarModule } from '@huiji/calendar';
import { SavingsPolicyResolver } from './graphql/savings-policy.resolver';
import { SavingsSheetResolver } from './graphql/savings-sheet.resolver';
import { SavingsYearResolver } from './graphql/savings-year.resolver';
import { PolicyRepository } from './persistence/policy.repository';
import { RunRepository } from './persistence/run.repository';
import { SheetRepository } from './persistence/sheet.repository';
import { RoundDirectory } from './round-directory';
import { SavingsInputService } from './savings-input.service';
import { SavingsPolicyService } from './savings-policy.service';
import { SavingsRunService } from './savings-run.service';
import { SavingsSheetService } from './savings-sheet.service';

/** Retained savings (结余留用): policies, inputs of closed years, sealed calculations, sheets of hospitals. */
@Module({
  imports: [CalendarModule],
  providers: [
    PolicyRepository,
    RunRepository,
    SheetRepository,
    RoundDirectory,
    SavingsPolicyService,
    SavingsInputService,
    SavingsRunService,
    SavingsSheetService,
    SavingsPolicyResolver,
    SavingsYearResolver,
    SavingsSheetResolver,
  ],
  exports: [RoundDirectory, SavingsPolicyService, SavingsInputService, SavingsRunService, SavingsSheetService],
})
export class SavingsModule {}
