import { Global, Logger, Module, type DynamicModule, type OnModuleInit, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { InlineJobs } from './inline-jobs';
import type { JobDefinition, JobHandler } from './job';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { JobRuns } from './job-runs';
import { OutboxRows } from './outbox-rows';
import { QueueService } from './queue-service';

export interface JobsSettings {
  /** Every library's `<lib>Jobs`, in one list. */
  readonly definitions: readonly JobDefinition[];
  /** Every library's `<lib>JobHandlers`: classes that the library's module provides. */
  readonly handlers: readonly Type<JobHandler<JobDefinition>>[];
}

/** Pairs jobs with handlers at start and offers the ways to run them. Running the queue itself is the worker's. */
@Global()
@Module({})
export class JobsModule implements OnModuleInit {
  constructor(private readonly registry: JobRegistry) {}

  static forRoot({ definitions, handlers }: JobsSettings): DynamicModule {
    const log = new Logger('queue');
    const report = (error: Error): void => log.error(error.message, error.stack);
    return {
      module: JobsModule,
      providers: [
        JobRuns,
        OutboxRows,
        {
          provide: JobRegistry,
          inject: [ModuleRef],
          useFactory: (modules: ModuleRef) =>
            new JobRegistry(definitions, () => handlers.map((handler) => modules.get(handler, { strict: false }))),
        },
        {
          provide: JobRunner,
          inject: [JobRegistry, JobRuns],
          useFactory: (registry: JobRegistry, runs: JobRuns) => new JobRunner(registry, runs),
        },
        {
          provide: InlineJobs,
          inject: [JobRunner, OutboxRows],
          useFactory: (runner: JobRunner, rows: OutboxRows) => new InlineJobs(runner, rows),
        },
        {
          provide: QueueService,
          inject: [JobRegistry, JobRunner, OutboxRows],
          useFactory: (registry: JobRegistry, runner: JobRunner, rows: OutboxRows) =>
            new QueueService(registry, runner, rows, report),
        },
      ],
      exports: [JobRuns, JobRegistry, JobRunner, InlineJobs, QueueService, OutboxRows],
    };
  }

  /** A start with a forgotten job fails here. */
  onModuleInit(): void {
    this.registry.pair();
  }
}
