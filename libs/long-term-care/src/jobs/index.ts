import type { Type } from '@nestjs/common';
import type { JobDefinition, JobHandler } from '@huiji/platform';
import { ClosePublicityHandler, closePublicityJob } from './close-publicity.job';

export const longTermCareJobs: readonly JobDefinition[] = [closePublicityJob];
export const longTermCareJobHandlers: readonly Type<JobHandler<JobDefinition>>[] = [ClosePublicityHandler];
