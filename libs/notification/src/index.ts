export { notificationJobHandlers } from './jobs/notification.jobs';
export { notificationJobs } from './jobs/definitions';
export { LetterService, type LetterDraft } from './letter.service';
export * from './model/kinds';
export * from './model/notice';
export { NoticeService } from './notice.service';
export { NotificationModule } from './notification.module';
export { notificationPermissions } from './permissions';
export { notificationWords } from './notification-words';
