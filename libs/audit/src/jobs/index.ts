import type { Type } from '@nestjs/common';
import type { JobDefinition, JobHandler } from '@huiji/platform';
import { applyRetentionJob, rotateKeysJob, sealActionsJob, verifySealsJob } from './definitions';
import { ApplyRetentionHandler, RotateKeysHandler } from './personal-data.job';
import { SealActionsHandler } from './seal-actions.job';
import { VerifySealsHandler } from './verify-seals.job';

export const auditJobs: readonly JobDefinition[] = [sealActionsJob, verifySealsJob, applyRetentionJob, rotateKeysJob];
export const auditJobHandlers: readonly Type<JobHandler<JobDefinition>>[] = [
  SealActionsHandler,
  VerifySealsHandler,
  ApplyRetentionHandler,
  RotateKeysHandler,
];
