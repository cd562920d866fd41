import { Module } from '@nestjs/common';
import { IdentityModule } from '@huiji/identity';
import { ApprovalService } from './approval.service';
import { ApprovalResolver } from './graphql/approval.resolver';
import { ApprovalRepository } from './persistence/approval.repository';

@Module({
  imports: [IdentityModule],
  providers: [ApprovalService, ApprovalRepository, ApprovalResolver],
  exports: [ApprovalService],
})
export class ApprovalModule {}
