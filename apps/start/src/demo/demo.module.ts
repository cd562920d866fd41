import { Module, type DynamicModule } from '@nestjs/common';
import { domainJobs, domainModules } from '@huiji/api/domains';
import { JobsModule, PlatformModule, registeredEntities, seededIds, type Config } from '@huiji/platform';

/** The beginning of the time in which the demonstration's ids are made; only their order matters. */
const FIRST_ID = new Date('2018-12-01T00:00:00Z');

/** Every library without GraphQL, with ids that are the same every time. */
@Module({})
export class DemoModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        PlatformModule.forRoot({
          config,
          entities: registeredEntities(),
          applicationName: 'huiji-demonstration',
          ids: seededIds('huiji-demonstration', FIRST_ID),
        }),
        JobsModule.forRoot(domainJobs),
        ...domainModules,
      ],
    };
  }
}
