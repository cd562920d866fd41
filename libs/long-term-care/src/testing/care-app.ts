import { randomUUID } from 'node:crypto';
import { areaCode } from '@huiji/kernel';
import {
  CallerReader,
  Database,
  FieldCipher,
  graphqlModule,
  PersonalRegistry,
  PersonVault,
  Requests,
  type Caller,
  type Role,
} from '@huiji/platform';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { LongTermCareModule } from '../long-term-care.module';
import { longTermCareWords } from '../long-term-care.words';
import { longTermCarePermissions } from '../permissions';
import { answersOfGrade, testCipher, users, type CareStage, type User } from './care-stage';

const roleOf: Readonly<Record<User, Role>> = {
  clerk: 'agency-clerk',
  approval: 'agency-approval',
  expert: 'assessor',
  assessor: 'assessor',
  stranger: 'assessor',
};

export type Actor = User | 'auditor' | 'hospital';

export interface Answer {
  readonly data?: Record<string, Record<string, unknown> | null> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export const answersList = (grade: 0 | 3 | 5) =>
  Object.entries(answersOfGrade(grade)).map(([item, score]) => ({ item, score }));

const REFUSAL = `... on Refusal { code message mend } ... on InputRefusal { issues { field row code message mend } }
  ... on StateRefusal { facts { name value } }`;

/** The GraphQL server of this library alone, on a stage; who calls is the text of the Authorization header. */
export class CareApp {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async open(stage: CareStage): Promise<CareApp> {
    class Reader extends CallerReader {
      override read(authorization: string | undefined): Promise<Caller | undefined> {
        return Promise.resolve(authorization ? callerOf(stage, authorization) : undefined);
      }
    }
    @Global()
    @Module({
      providers: [
        { provide: CallerReader, useClass: Reader },
        { provide: Database, useValue: stage.db.database },
        { provide: Requests, useValue: new Requests(stage.db.database) },
        { provide: FieldCipher, useValue: testCipher },
        PersonVault,
        PersonalRegistry,
      ],
      exports: [CallerReader, Database, Requests, FieldCipher, PersonVault, PersonalRegistry],
    })
    class Ground {}
    const logger = pino({ level: 'silent' });
    @Module({
      imports: [
        Ground,
        LongTermCareModule,
        graphqlModule({ imports: [Ground], words: [longTermCareWords], permissions: longTermCarePermissions, logger }),
      ],
    })
    class Root {}
    const options = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), options);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new CareApp(app);
  }

  async ask(as: Actor, query: string, variables: object = {}): Promise<Answer> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: as, 'accept-language': 'en' },
      payload: { query, variables },
    });
    return response.json<Answer>();
  }

  /** One mutation with a fresh request id; its payload or refusal, or the whole answer when there is neither. */
  async mutate(as: Actor, name: string, input: object, fields: string): Promise<unknown> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ${REFUSAL} } }`;
    const answer = await this.ask(as, query, { input: { requestId: randomUUID(), ...input } });
    return answer.data?.[name] ?? answer;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

const callerOf = (stage: CareStage, name: string): Caller => {
  const userId = name in users ? users[name as User] : randomUUID();
  const area = areaCode(stage.area);
  const role = name in roleOf ? roleOf[name as User] : (name as Role);
  return { userId, area, organisationId: userId, role, scope: { area, actor: { kind: 'person', userId } } };
};
