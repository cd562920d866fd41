import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Fields of /proc/<id>/stat from the third on; none where there is no /proc. */
const statOf = (processId: number | string): readonly string[] => {
  try {
    return readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
};

const PARENT = 1;
const OWN = [11, 12] as const;
const OWN_AND_ENDED_CHILDREN = [11, 12, 13, 14] as const;

const seconds = (stat: readonly string[], fields: readonly number[]): number =>
  fields.reduce((sum, field) => sum + Number(stat[field] ?? Number.NaN), 0) / TICKS_PER_SECOND;

/** Processor seconds a process has used so far; not a number where /proc does not say. */
export const processorSeconds = (processId: number): number => seconds(statOf(processId), OWN);

/** Largest memory a process ever held, in MiB; not a number where /proc does not say. */
export const peakMiB = (processId: number): number => {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
    return Math.round(Number(kib ?? Number.NaN) / 1024);
  } catch {
    return Number.NaN;
  }
};

const childrenOf = (processId: number): readonly number[] | undefined => {
  try {
    return readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return undefined;
  }
};

/**
 * Processor seconds of a PostgreSQL server and of this process together, so far; not a number where /proc does not
 * say. On a machine that others use too this wobbles far less than the time on the wall. `backend` is
 * pg_backend_pid() of any connection to the server.
 */
export const serverProcessorSeconds = (backend: number): number => {
  const server = Number(statOf(backend)[PARENT]);
  // A child that has just ended counts as nothing here: its time is in that of the server, which is read later.
  const children = childrenOf(server)?.reduce((sum, child) => sum + (processorSeconds(child) || 0), 0);
  const { user, system } = process.cpuUsage();
  return (children ?? Number.NaN) + seconds(statOf(server), OWN_AND_ENDED_CHILDREN) + (user + system) / 1e6;
};
