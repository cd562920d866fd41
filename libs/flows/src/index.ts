export { AreaClockFlow } from './area-clock.flow';
export { DailySchedule, type DayReport } from './daily-schedule';
export { DemoNoteService, type DemoNote } from './demo-note.service';
export { FlowsModule } from './flows.module';
export { flowsWords } from './flows.words';
export { InvoiceSubmitFlow } from './invoice-submit.flow';
export { RetainedToPayableFlow } from './retained-to-payable.flow';
export { SavingsInputsFlow } from './savings-inputs.flow';
export { SubsidyToPayableFlow } from './subsidy-to-payable.flow';
