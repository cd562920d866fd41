import { Module } from '@nestjs/common';
import { ApprovalModule, WaitingService } from '@huiji/approval';
import { CalendarModule } from '@huiji/calendar';
import { FundModule } from '@huiji/fund';
import { LedgerModule } from '@huiji/ledger';
import { LongTermCareModule, PublicityService } from '@huiji/long-term-care';
import { ProcurementModule } from '@huiji/procurement';
import { SavingsModule, SavingsSheetService } from '@huiji/savings';
import { SettlementModule, StatusQueryService } from '@huiji/settlement';
import { AreaClockFlow } from './area-clock.flow';
import { dailyActs } from './daily-acts';
import { AreaOverviewFlow } from './area-overview.flow';
import { CarePersonDirectory } from './care-person-directory';
import { DAILY_ACTS, DailySchedule } from './daily-schedule';
import { DemoNoteService } from './demo-note.service';
import { AreaResolver } from './graphql/area.resolver';
import { InvoiceSubmitResolver } from './graphql/invoice-submit.resolver';
import { PayableHandOverResolver } from './graphql/hand-over.resolver';
import { SavingsDrillResolver } from './graphql/savings-drill.resolver';
import { SavingsYearTakeUpResolver } from './graphql/savings-year.resolver';
import { InvoiceSubmitFlow } from './invoice-submit.flow';
import { RetainedToPayableFlow } from './retained-to-payable.flow';
import { SavingsDrillFlow } from './savings-drill.flow';
import { SavingsInputsFlow } from './savings-inputs.flow';
import { SavingsRoundDirectory } from './savings-round-directory';
import { SubsidyHoldFlow } from './subsidy-hold.flow';
import { SubsidyToPayableFlow } from './subsidy-to-payable.flow';
import { UnitsReturnFlow } from './units-return.flow';

const flows = [
  AreaClockFlow,
  AreaOverviewFlow,
  DailySchedule,
  DemoNoteService,
  InvoiceSubmitFlow,
  RetainedToPayableFlow,
  SavingsDrillFlow,
  SavingsInputsFlow,
  SubsidyHoldFlow,
  SubsidyToPayableFlow,
  UnitsReturnFlow,
];

/** Journeys that cross domains: each carries what the next domain needs, in one transaction of one area. */
@Module({
  imports: [
    ApprovalModule,
    CalendarModule,
    FundModule,
    LedgerModule,
    LongTermCareModule,
    ProcurementModule,
    SavingsModule,
    SettlementModule,
  ],
  providers: [
    ...flows,
    {
      provide: DAILY_ACTS,
      inject: [PublicityService, SavingsSheetService, StatusQueryService, WaitingService],
      useFactory: dailyActs,
    },
    CarePersonDirectory,
    SavingsRoundDirectory,
    AreaResolver,
    InvoiceSubmitResolver,
    PayableHandOverResolver,
    SavingsDrillResolver,
    SavingsYearTakeUpResolver,
  ],
  exports: flows,
})
export class FlowsModule {}
