import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { guardOperations, schemaSettings } from '@huiji/platform';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { domainModules, domainPermissions } from './domains';

/** The classes a module provides, and those of the modules it imports. */
const providersOf = (module: Type<unknown>, seen: Set<unknown>): Type<unknown>[] => {
  if (seen.has(module)) return [];
  seen.add(module);
  const imports = (Reflect.getMetadata('imports', module) ?? []) as unknown[];
  const providers = (Reflect.getMetadata('providers', module) ?? []) as unknown[];
  return [
    ...imports.flatMap((item) => (typeof item === 'function' ? providersOf(item as Type<unknown>, seen) : [])),
    ...providers.filter((item): item is Type<unknown> => typeof item === 'function'),
  ];
};

/** The schema as the server has it, made from the classes alone: no database, no process. */
export const apiSchema = async (): Promise<GraphQLSchema> => {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
    abortOnError: false,
  });
  const seen = new Set<unknown>();
  const resolvers = domainModules.flatMap((module) => providersOf(module, seen));
  const factory = context.get(GraphQLSchemaFactory);
  const schema = await factory.create(resolvers, { ...schemaSettings.buildSchemaOptions });
  return lexicographicSortSchema(guardOperations(schema, domainPermissions));
};

/** The text of schema.graphql. */
export const printedSchema = async (): Promise<string> => `${printSchema(await apiSchema())}\n`;
