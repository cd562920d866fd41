import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: beside, flushed, then renamed. */
export const writeWhole = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const descriptor = openSync(draft, 'w', 0o640);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
};

/** Areas that have a directory: six digits. */
export const areasIn = (root: string): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{6}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();

/** Files that a customer put out for the bank, oldest name first. */
export const waitingFor = (root: string, area: string): readonly string[] => {
  const directory = join(root, area, 'to-bank');
  mkdirSync(join(directory, 'taken'), { recursive: true });
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
};

/** The bank took the file: it waits no more. */
export const take = (root: string, area: string, name: string): void => {
  const directory = join(root, area, 'to-bank');
  renameSync(join(directory, name), join(directory, 'taken', name));
};

/** Takes a request that is only a sign: it may come again under the same name. */
export const clear = (root: string, area: string, name: string): void => {
  rmSync(join(root, area, 'to-bank', name), { force: true });
};
