import type { z } from 'zod';

/** Every payload names its area; the rest are ids. */
export type AreaPayload = { readonly area: string };

/** short: answers in seconds. bulk: imports and runs, one at a time, which must not hold the short ones up. */
export type Lane = 'short' | 'bulk';

export const lanes = ['short', 'bulk'] as const satisfies readonly Lane[];

/** A job: its name (a sentence), what it is told, and how stubbornly it is tried. */
export interface JobDefinition<Payload extends AreaPayload = AreaPayload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries in all, 1…100. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled before each later one. */
  readonly backoffMs: number;
  readonly lane: Lane;
}

export type PayloadOf<D> = D extends { readonly payload: z.ZodType<infer Payload> } ? Payload : never;

/** Defines a job. Name: `library.sentence-of-words`. */
export const defineJob = <Payload extends AreaPayload>(definition: {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly lane?: Lane;
}): JobDefinition<Payload> => {
  const { name, payload, attempts = 5, backoffMs = 1000, lane = 'short' } = definition;
  if (!/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/.test(name)) throw new Error(`a job is named library.sentence, got ${name}`);
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > 100) throw new Error(`${name}: 1 to 100 attempts`);
  return { name, payload, attempts, backoffMs, lane };
};

/** What a running job may tell while it runs. */
export interface JobTelling {
  /** Stored at once, outside any transaction of the job: `done` of `total` units. */
  progress(done: bigint, total: bigint): Promise<void>;
}

/**
 * Does one job. Throws to be tried again and never swallows; run twice with the same payload, it does nothing twice.
 */
export abstract class JobHandler<D extends { readonly name: string }> {
  abstract readonly job: D;
  abstract handle(payload: PayloadOf<D>, telling: JobTelling): Promise<void>;
}
