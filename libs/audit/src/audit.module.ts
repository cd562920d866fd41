import { Module } from '@nestjs/common';
import { SealResolver } from './graphql/seal.resolver';
import { auditJobHandlers } from './jobs';
import { SealPublisher } from './seal-publisher';
import { SealService } from './seal.service';
import { Sealer } from './sealer';

/** Seals of the trail and their verification. */
@Module({
  providers: [SealPublisher, Sealer, SealService, SealResolver, ...auditJobHandlers],
  exports: [Sealer, SealService],
})
export class AuditModule {}
