import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes ids; a port, so that a demonstration is the same every time. */
export interface Ids {
  next(): string;
}

/** The machine's clock: tokens, leases, retries, audit time. Law uses the area's business date. */
export interface Clock {
  now(): Date;
}

export const IDS = Symbol('Ids');
export const CLOCK = Symbol('Clock');

export const randomIds: Ids = { next: () => v7() };

export const machineClock: Clock = { now: () => new Date() };

/** The same ids in the same order for the same seed; starts at `from` and adds a millisecond each. */
export const seededIds = (seed: string, from: Date): Ids => {
  let made = 0;
  return {
    next: () => {
      made += 1;
      const random = createHash('sha256').update(`${seed}:${made}`).digest().subarray(0, 16);
      return v7({ msecs: from.getTime() + made, seq: 0, random });
    },
  };
};
