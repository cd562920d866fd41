import { Module, type DynamicModule } from '@nestjs/common';
import { domainJobs, domainModules } from '@huiji/api/domains';
import { registeredEntities, JobsModule, PlatformModule, type Config } from '@huiji/platform';

import { Schedule } from './schedule';
import { scheduledActs } from './scheduled-acts';

/** All libraries, their jobs, and the schedule; no port is opened. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ config, entities: registeredEntities(), applicationName: 'huiji-worker' }),
        JobsModule.forRoot(domainJobs),
        ...domainModules,
      ],
      providers: [Schedule, scheduledActs],
    };
  }
}
