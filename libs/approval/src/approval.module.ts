import { Module } from '@nestjs/common';
import { CalendarModule } from '@huiji/calendar';
import { IdentityModule } from '@huiji/identity';
import { NotificationModule } from '@huiji/notification';
import { ApprovalAnnouncer } from './approval-announcer.service';
import { ApprovalService } from './approval.service';
import { ApprovalResolver } from './graphql/approval.resolver';
import { InboxResolver } from './graphql/inbox.resolver';
import { PolicyResolver } from './graphql/policy.resolver';
import { ApprovalRepository } from './persistence/approval.repository';
import { PolicyRepository } from './persistence/policy.repository';
import { WaitingRepository } from './persistence/waiting.repository';
import { ApprovalPolicyService } from './policy.service';
import { WaitingService } from './waiting.service';

@Module({
  imports: [CalendarModule, IdentityModule, NotificationModule],
  providers: [
    ApprovalService,
    ApprovalPolicyService,
    ApprovalAnnouncer,
    WaitingService,
    ApprovalRepository,
    PolicyRepository,
    WaitingRepository,
    ApprovalResolver,
    InboxResolver,
    PolicyResolver,
  ],
  exports: [ApprovalService, WaitingService],
})
export class ApprovalModule {}
