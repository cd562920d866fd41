import { CalendarService } from '@huiji/calendar';
import { NoticeService } from '@huiji/notification';
import { ApprovalAnnouncer } from '../approval-announcer.service';
import { ApprovalService } from '../approval.service';
import { ApprovalPolicyService } from '../policy.service';
import { ApprovalRepository } from '../persistence/approval.repository';
import { PolicyRepository } from '../persistence/policy.repository';
import { WaitingRepository } from '../persistence/waiting.repository';
import { WaitingService } from '../waiting.service';

/** The library wired by hand, with notices in the product only. */
export const approvalLibrary = () => {
  const rows = new ApprovalRepository();
  const policyRows = new PolicyRepository();
  const notices = new NoticeService({ available: [] });
  const waiting = new WaitingService(new WaitingRepository(), notices);
  const calendar = new CalendarService();
  const announcer = new ApprovalAnnouncer(rows, waiting, notices, calendar);
  const approvals = new ApprovalService(rows, policyRows, announcer);
  return { approvals, waiting, notices, calendar, policies: new ApprovalPolicyService(policyRows, approvals) };
};
