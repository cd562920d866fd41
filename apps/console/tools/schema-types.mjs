// Writes src/generated/schema.d.ts (types of schema.graphql for gql.tada). Run by `npm run schema`, before each build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const from = process.argv[2] ?? fileURLToPath(new URL('../../../schema.graphql', import.meta.url));
const to = new URL('../src/generated/schema.d.ts', import.meta.url);
const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(readFileSync(from, 'utf8'))));
mkdirSync(new URL('.', to), { recursive: true });
writeFileSync(to, outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }));
