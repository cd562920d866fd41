import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bank-sandbox');
  } catch {
    return true;
  }
};

const tryLock = (path: string): boolean => {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, process.pid.toString());
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid > 0 && isAlive(pid)) return false;
    rmSync(path, { force: true });
    return false;
  }
};

/**
 * One bank per directory: waits for another that is just leaving.
 * @returns what gives the directory free again
 * @throws when another bank still works there after `patienceMs`
 */
export const lockDirectory = async (root: string, patienceMs: number): Promise<() => void> => {
  const path = join(root, 'bank', 'process.lock');
  for (let waited = 0; ; waited += 50) {
    if (tryLock(path))
      return () => {
        rmSync(path, { force: true });
      };
    if (waited >= patienceMs) throw new Error(`another bank works in ${root}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
