import { randomUUID } from 'node:crypto';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Permissions } from '../requests/permission';
import type { RefusalWords } from '../words';
import { guardOperations } from './access';
import { CallerReader, type GraphqlContext } from './context';
import { errorReport, formatError } from './error-report';
import { passGate } from './gate';
import { httpStatus } from './http-status';
import { schemaSecrecy } from './introspection';
import { JitApolloDriver } from './jit-apollo.driver';
import { platformWords } from './platform-words';
import { openPolicy, type GraphqlPolicy } from './policy';
import { queryLimits } from './query-limits';
import { refusalTypes } from './refusal.type';
import { textGuard } from './text-guard';
import { languageOf, WordsTable } from './words-table';

export interface GraphqlSettings {
  /** Modules that provide a CallerReader. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** One table per library; the platform's own is there already. */
  readonly words: readonly RefusalWords[];
  /** Who may run which operation; what has no row here stops the start. */
  readonly permissions: Permissions;
  readonly logger: Logger;
  /** What is let in; default: any operation within the limits, the schema for everybody. */
  readonly policy?: GraphqlPolicy;
}

/** Settings of the schema that are the same for the running server and for the printed schema. */
export const schemaSettings: Pick<ApolloDriverConfig, 'autoSchemaFile' | 'sortSchema' | 'buildSchemaOptions'> = {
  autoSchemaFile: true,
  sortSchema: true,
  buildSchemaOptions: { orphanedTypes: [...refusalTypes] },
};

/** Parts of Apollo that would wrap every resolver or call home. The cast joins the two builds of Apollo's types. */
const switchedOff = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
] as unknown as NonNullable<ApolloDriverConfig['plugins']>;

const firstOf = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

const contextOf =
  (callers: CallerReader, words: WordsTable, policy: GraphqlPolicy) =>
  async (req: FastifyRequest): Promise<GraphqlContext> => {
    passGate(policy, req);
    return {
      req,
      words,
      traceId: randomUUID(),
      language: languageOf(firstOf(req.headers['accept-language'])),
      caller: await callers.read(req.headers.authorization, req.ip),
    };
  };

/** The GraphQL endpoint at /graphql: guarded operations, limits, refusals with words, opaque errors, compiled queries. */
export const graphqlModule = ({
  imports,
  words,
  permissions,
  logger,
  policy = openPolicy,
}: GraphqlSettings): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: JitApolloDriver,
    imports: [...imports],
    inject: [CallerReader],
    useFactory: (callers: CallerReader): ApolloDriverConfig => ({
      ...schemaSettings,
      path: '/graphql',
      transformSchema: (schema) => guardOperations(schema, permissions),
      autoTransformHttpErrors: false,
      graphiql: false,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      // A page of another site may send only what a browser asks leave for first: a GET names a header of its own.
      csrfPrevention: { requestHeaders: ['apollo-require-preflight', 'x-apollo-operation-name'] },
      // What runs is sent whole and, where only known operations run, looked up by its hash: nobody fills a cache.
      persistedQueries: false,
      parseOptions: { maxLexicalTokens: policy.limits.tokens },
      formatError,
      context: contextOf(callers, new WordsTable([platformWords, ...words]), policy),
      plugins: [
        queryLimits(policy.limits),
        textGuard(),
        errorReport(logger),
        schemaSecrecy(policy),
        httpStatus(),
        ...switchedOff,
      ],
    }),
  });
