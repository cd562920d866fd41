import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config/config';
import { FieldCipher } from './crypto/field-cipher';
import { PersonalRegistry } from './crypto/personal-registry';
import { PersonVault } from './crypto/person-vault';
import { createDataSource, type DataSourceSettings } from './database/data-source';
import { Database } from './database/database';
import { ScopedReader } from './database/scoped-reader';
import { CLOCK, IDS, machineClock, randomIds, type Clock, type Ids } from './database/ports';
import { Files } from './files/files';
import { Requests } from './requests/requests';

export interface PlatformSettings {
  readonly config: Config;
  readonly entities: DataSourceSettings['entities'];
  readonly applicationName: string;
  readonly ids?: Ids;
  readonly clock?: Clock;
}

/** The ground of every process: configuration, database, requests, ciphers, ids and the clock. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forRoot({ config, entities, applicationName, ids, clock }: PlatformSettings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: IDS, useValue: ids ?? randomIds },
        { provide: CLOCK, useValue: clock ?? machineClock },
        {
          provide: DataSource,
          useFactory: () =>
            createDataSource({
              url: config.appDatabaseUrl,
              pool: config.databasePool,
              entities,
              applicationName,
              longestTransactionSeconds: config.longestTransactionSeconds,
            }).initialize(),
        },
        Database,
        ScopedReader,
        Requests,
        Files,
        FieldCipher,
        PersonVault,
        PersonalRegistry,
      ],
      exports: [
        CONFIG,
        IDS,
        CLOCK,
        DataSource,
        Database,
        ScopedReader,
        Requests,
        Files,
        FieldCipher,
        PersonVault,
        PersonalRegistry,
      ],
    };
  }

  /** The last to go: everything above may still ask the database while it stops. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
