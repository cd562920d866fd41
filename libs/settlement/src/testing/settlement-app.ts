import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { approvalPermissions, approvalWords } from '@huiji/approval';
import { calendarWords } from '@huiji/calendar';
import { catalogPermissions } from '@huiji/catalog';
import { fundPermissions, fundWords } from '@huiji/fund';
import { identityPermissions } from '@huiji/identity';
import { areaCode } from '@huiji/kernel';
import { ledgerPermissions, ledgerWords } from '@huiji/ledger';
import type { TestDatabase } from '@huiji/migrations/testing';
import { notificationPermissions } from '@huiji/notification';
import {
  CallerReader,
  graphqlModule,
  joinPermissions,
  JobsModule,
  parseConfig,
  PlatformModule,
  randomSecrets,
  registeredEntities,
  type Caller,
  type Role,
} from '@huiji/platform';
import { pino } from 'pino';

import { settlementJobHandlers, settlementJobs } from '../jobs/settlement.jobs';
import { settlementPermissions } from '../permissions';
import { SettlementModule } from '../settlement.module';
import { settlementWords } from '../settlement-words';

/** A machine clock that a test moves. */
export class HandClock {
  private at = new Date('2020-07-15T01:00:00Z');
  now(): Date {
    return new Date(this.at);
  }
  passMinutes(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

/** "Bearer role user organisation area" is that caller. */
class PlainReader extends CallerReader {
  override read(authorization: string | undefined): Promise<Caller | undefined> {
    const [role, userId = '', organisationId = '', code = ''] = authorization?.replace('Bearer ', '').split(' ') ?? [];
    if (!role) return Promise.resolve(undefined);
    const area = areaCode(code);
    const scope = { area, actor: { kind: 'person', userId } } as const;
    return Promise.resolve({ role: role as Role, userId, organisationId, area, scope });
  }
}

@Module({ providers: [{ provide: CallerReader, useClass: PlainReader }], exports: [CallerReader] })
class PlainReaderModule {}

/** The library as a program: GraphQL, jobs and the bank's directories. */
export const startApp = async (db: TestDatabase, root: string, clock: HandClock): Promise<NestFastifyApplication> => {
  const config = parseConfig({
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: db.url('app'),
    HUIJI_BANK_DIRECTORY: root,
    HUIJI_BANK_SILENCE_MINUTES: '30',
    ...randomSecrets(),
  });
  @Module({
    imports: [
      PlatformModule.forRoot({ config, entities: registeredEntities(), applicationName: 'settlement-test', clock }),
      graphqlModule({
        imports: [PlainReaderModule],
        words: [settlementWords, fundWords, ledgerWords, approvalWords, calendarWords],
        permissions: joinPermissions([
          settlementPermissions,
          fundPermissions,
          ledgerPermissions,
          approvalPermissions,
          catalogPermissions,
          identityPermissions,
          notificationPermissions,
        ]),
        logger: pino({ level: 'silent' }),
      }),
      JobsModule.forRoot({ definitions: [...settlementJobs], handlers: [...settlementJobHandlers] }),
      SettlementModule,
    ],
  })
  class SettlementTestModule {}
  const app = await NestFactory.create<NestFastifyApplication>(SettlementTestModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};
