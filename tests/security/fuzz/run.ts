import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { faultsOf, type Heard } from './judge';
import { Operations, type Operation } from './operations';
import { Values } from './values';

/** Who asks, and what this one must never be told. */
export interface Asker {
  readonly name: string;
  readonly ask: (operation: Operation, language: string) => Promise<Heard>;
  readonly foreign: ReadonlySet<string>;
}

export interface Fuzz {
  readonly schema: GraphQLSchema;
  readonly askers: readonly Asker[];
  readonly ids: readonly string[];
  readonly small?: Readonly<Record<string, number>>;
  /** Printed with what is found; the same seed finds it again. */
  readonly seed: number;
  readonly seconds: number;
  readonly runs: number;
}

/** How many operations were answered, and how: a fuzz in which everything is refused proves nothing. */
export interface Tally {
  operations: number;
  answered: number;
  readonly refused: Map<string, number>;
}

const count = (tally: Tally, { body }: Heard): void => {
  tally.operations += 1;
  const code = /"code":"([A-Z_]+)"/.exec(body.slice(0, 2000))?.[1];
  if (code === undefined || body.includes('"data":{')) tally.answered += 1;
  else tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1);
};

const MOST_FOUND = 12;

/** Faults are told apart by who asked, what is wrong and which fields were asked for. */
const kindOf = (asker: string, faults: readonly string[], { query }: Operation): string =>
  [asker, ...faults, ...(query.match(/r\d: \w+/g) ?? [])].join(' ');

/**
 * Asks random operations until time or runs are over. Throws with the seed and, for each kind of fault, the first
 * operation and answer that showed it.
 */
export const fuzz = async ({ schema, askers, ids, small, seed, seconds, runs }: Fuzz): Promise<Tally> => {
  const tally: Tally = { operations: 0, answered: 0, refused: new Map() };
  const found = new Map<string, string>();
  const end = performance.now() + seconds * 1000;
  const property = fc.asyncProperty(fc.gen(), async (g) => {
    if (found.size >= MOST_FOUND || performance.now() > end) return;
    const values = new Values(g, ids, small ?? {});
    const asker = values.pick(askers);
    const operation = new Operations(schema, values).next(values.chance(3) ? 'mutation' : 'query');
    const heard = await asker.ask(operation, values.pick(['zh', 'en']));
    count(tally, heard);
    const faults = faultsOf(heard, JSON.stringify(operation), asker.foreign);
    const kind = kindOf(asker.name, faults, operation);
    if (faults.length > 0 && !found.has(kind))
      found.set(
        kind,
        `${asker.name}: ${faults.join(', ')}\n${operation.query}\n${JSON.stringify(operation.variables).slice(0, 2000)}\n${heard.body.slice(0, 1000)}`,
      );
  });
  await fc.check(property, { seed, numRuns: runs });
  if (found.size > 0) throw new Error(`SEED=${seed.toString()} ${[...found.values()].join('\n\n')}`);
  return tally;
};
