import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { currentRun } from './run-folder';

/**
 * Removes the run's folder when no server was started. A server that was started has a keeper, which stops it and
 * removes the folder as soon as this process has ended, however it ends.
 */
export default function teardown(): void {
  const { folder } = currentRun();
  if (!existsSync(path.join(folder, 'starting'))) rmSync(folder, { recursive: true, force: true });
}
