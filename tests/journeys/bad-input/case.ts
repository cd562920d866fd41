import type { World } from './world';

export type Input = Readonly<Record<string, unknown>>;
export type Made = Input | ((world: World) => Promise<Input> | Input);

/** What is wrong: the kinds the tables go through. */
export type Fault = 'missing' | 'range' | 'foreign' | 'state' | 'duplicate' | 'rule';

/** One bad input of a mutation, and the answer it gets. */
export interface Row {
  readonly fault: Fault;
  readonly words: string;
  /** Another log-in than that of the table. */
  readonly as?: string;
  /** Laid over the base input. */
  readonly change: Made;
  /** Code of the refusal; of the issue, where a field is named. */
  readonly code: string;
  readonly field?: string;
  readonly row?: number;
}

/**
 * Where an id in an input points: a tenant table, an organisation by the log-in that acts for it, or 'catalogue' (the
 * same in every area: only absence can be tried), or 'here-only' (the other area has none: its people try this one's).
 * With the code of the answer when it is not NOT_FOUND.
 */
export type Target = readonly [place: string, code?: string];

/** The bad inputs of one mutation. */
export interface Table {
  /** Who may run it. */
  readonly as: string;
  /** An input without a fault of form; its ids are there, and the caller's. */
  readonly base: Made;
  /** Every id of the input by its path: "lines.productId". */
  readonly ids: Readonly<Record<string, Target>>;
  /** Text fields by path which may be empty, those which are looked up rather than measured, and those where any text is taken. */
  readonly texts?: Readonly<Record<string, 'optional' | 'looked-up' | 'any'>>;
  /** Dates and numbers by path whose farthest values are taken: they are no bad input. */
  readonly takes?: readonly string[];
  readonly rows: readonly Row[];
}

export type Tables = Readonly<Record<string, Table>>;

export const made = async (given: Made, world: World): Promise<Input> =>
  typeof given === 'function' ? given(world) : given;
