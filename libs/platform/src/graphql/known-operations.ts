import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SettingsRefused, type Config } from '../config/config';

/** The file that the console's build writes beside its page. */
export const OPERATIONS_FILE = 'operations.json';

const listed = z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }));

const hashesIn = (file: string): readonly string[] => {
  try {
    return listed.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ sha256 }) => sha256);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SettingsRefused(`HUIJI_OPERATIONS=known, but ${file} is no list of operations: ${why ?? ''}`);
  }
};

/**
 * The hashes of the only operations that run: those of the console's build and of the further lists. Undefined where
 * any may run. Throws SettingsRefused when a list cannot be read, or there is none: nothing would run at all.
 */
export const knownOperations = (
  config: Pick<Config, 'operations' | 'operationsFiles' | 'consoleDirectory'>,
): ReadonlySet<string> | undefined => {
  if (config.operations === 'any') return undefined;
  const { consoleDirectory } = config;
  const own = consoleDirectory === undefined ? [] : [join(consoleDirectory, OPERATIONS_FILE)];
  const files = [...own, ...config.operationsFiles];
  if (files.length === 0)
    throw new SettingsRefused(
      'HUIJI_OPERATIONS=known, but no list of operations is there: build the console, or set HUIJI_OPERATIONS_FILES',
    );
  return new Set(files.flatMap(hashesIn));
};
