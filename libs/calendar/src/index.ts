export { CalendarModule } from './calendar.module';
export { CalendarService, type DueDatePolicyDraft } from './calendar.service';
export { calendarWords } from './calendar-words';
export type * from './model/working-calendar';
export type { StoredPolicy } from './persistence/due-date-policy.repository';
