import { Module } from '@nestjs/common';
import { PersonalResolver } from './graphql/personal.resolver';
import { SealResolver } from './graphql/seal.resolver';
import { auditJobHandlers } from './jobs';
import { ErasureService } from './personal/erasure.service';
import { ExportService } from './personal/export.service';
import { KeyGuard } from './personal/key-guard';
import { KeyRotation } from './personal/key-rotation.service';
import { NumberReader } from './personal/number-reader';
import { UnmaskService } from './personal/unmask.service';
import { SealPublisher } from './seal-publisher';
import { SealService } from './seal.service';
import { Sealer } from './sealer';

/** Seals of the trail and their verification; personal numbers shown, taken out, forgotten; keys. */
@Module({
  providers: [
    SealPublisher,
    Sealer,
    SealService,
    SealResolver,
    NumberReader,
    UnmaskService,
    ExportService,
    ErasureService,
    KeyRotation,
    KeyGuard,
    PersonalResolver,
    ...auditJobHandlers,
  ],
  exports: [Sealer, SealService, ErasureService, KeyRotation, KeyGuard],
})
export class AuditModule {}
