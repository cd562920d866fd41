import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from './schema';

/** Writes schema.graphql at the root of the repository. */
const print = async (): Promise<void> => {
  writeFileSync(join(__dirname, '..', '..', '..', 'schema.graphql'), await printedSchema());
};

print().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
