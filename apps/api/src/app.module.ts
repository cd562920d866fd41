import { Module, type DynamicModule } from '@nestjs/common';
import {
  defaultLimits,
  graphqlModule,
  JobsModule,
  knownOperations,
  PlatformModule,
  registeredEntities,
  type Clock,
  type Config,
  type Ids,
} from '@huiji/platform';
import { IdentityModule } from '@huiji/identity';
import type { Logger } from 'pino';
import { domainJobs, domainModules, domainPermissions, domainWords } from './domains';
import { FilesController } from './files/files.controller';
import { HealthController } from './http/health.controller';
import { OidcController } from './identity/oidc.controller';

export interface ApiSettings {
  readonly config: Config;
  readonly logger: Logger;
  readonly ids?: Ids;
  readonly clock?: Clock;
}

/** The API: platform, every domain, GraphQL, files and health. Holds no law and no state of its own. */
@Module({})
export class ApiModule {
  static forRoot({ config, logger, ids, clock }: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({
          config,
          entities: registeredEntities(),
          applicationName: 'huiji-api',
          ...(ids ? { ids } : {}),
          ...(clock ? { clock } : {}),
        }),
        JobsModule.forRoot(domainJobs),
        ...domainModules,
        graphqlModule({
          imports: [IdentityModule],
          words: domainWords,
          permissions: domainPermissions,
          logger,
          policy: { limits: defaultLimits, introspection: config.introspection, known: knownOperations(config) },
        }),
      ],
      controllers: [FilesController, HealthController, OidcController],
    };
  }
}
