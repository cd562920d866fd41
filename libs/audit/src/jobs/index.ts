import type { Type } from '@nestjs/common';
import type { JobDefinition, JobHandler } from '@huiji/platform';
import { sealActionsJob, verifySealsJob } from './definitions';
import { SealActionsHandler } from './seal-actions.job';
import { VerifySealsHandler } from './verify-seals.job';

export const auditJobs: readonly JobDefinition[] = [sealActionsJob, verifySealsJob];
export const auditJobHandlers: readonly Type<JobHandler<JobDefinition>>[] = [SealActionsHandler, VerifySealsHandler];
