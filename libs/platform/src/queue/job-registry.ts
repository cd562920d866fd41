import type { JobDefinition, JobHandler } from './job';

/** A definition with its handler, after the pairing. */
export interface PairedJob {
  readonly definition: JobDefinition;
  /** Parses the payload and hands it to the handler. */
  readonly run: JobHandler<JobDefinition>['handle'];
}

const pairUp = (
  definitions: readonly JobDefinition[],
  handlers: readonly JobHandler<JobDefinition>[],
): ReadonlyMap<string, PairedJob> => {
  const faults: string[] = [];
  const pairs = new Map<string, PairedJob>();
  const seen = new Set<string>();
  for (const definition of definitions) {
    if (seen.has(definition.name)) faults.push(`${definition.name} is defined twice`);
    seen.add(definition.name);
    const mine = handlers.filter((handler) => handler.job.name === definition.name);
    const [handler] = mine;
    if (handler === undefined) faults.push(`${definition.name} has no handler`);
    else if (mine.length > 1) faults.push(`${definition.name} has ${String(mine.length)} handlers`);
    else pairs.set(definition.name, { definition, run: (payload, telling) => handler.handle(payload, telling) });
  }
  for (const handler of handlers) {
    if (!seen.has(handler.job.name)) faults.push(`a handler of ${handler.job.name}, which no library lists`);
  }
  if (faults.length > 0) throw new Error(`jobs and handlers do not pair:\n  ${faults.join('\n  ')}`);
  return pairs;
};

/** Pairs jobs with handlers at start, so that no job can be forgotten. */
export class JobRegistry {
  private pairs: ReadonlyMap<string, PairedJob> | undefined;

  /** @param handlers asked for once, when every handler has been made */
  constructor(
    private readonly definitions: readonly JobDefinition[],
    private readonly handlers: () => readonly JobHandler<JobDefinition>[],
  ) {}

  /** Throws, with every fault in one message, on a job with no handler or two, and on a handler of no listed job. */
  pair(): ReadonlyMap<string, PairedJob> {
    this.pairs ??= pairUp(this.definitions, this.handlers());
    return this.pairs;
  }

  get names(): readonly string[] {
    return [...this.pair().keys()];
  }

  /** The job of that name; throws on a name nobody defined. */
  find(name: string): PairedJob {
    const pair = this.pair().get(name);
    if (pair === undefined) throw new Error(`no job is named ${name}`);
    return pair;
  }
}
