import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One run of jest: its folder, and the process whose end ends the server too. */
export interface TestRun {
  readonly folder: string;
  readonly processId: number;
}

const FOLDER = 'HUIJI_TEST_FOLDER';
const PROCESS = 'HUIJI_TEST_PROCESS';

/** Names a folder for this run; the environment carries it to jest's workers. Nothing is started yet. */
export const nameRun = (): TestRun => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiji-test-'));
  process.env[FOLDER] = folder;
  process.env[PROCESS] = String(process.pid);
  return { folder, processId: process.pid };
};

/** The run this process belongs to. */
export const currentRun = (): TestRun => {
  const folder = process.env[FOLDER];
  const processId = Number(process.env[PROCESS]);
  return folder === undefined || folder === '' ? nameRun() : { folder, processId };
};
