/** Stops a programme whose own promise is broken: a bug, never a user's mistake. */
export function assert(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`);
}

/** Compile-time proof that a switch is exhaustive, run-time stop when data lies. */
export const unreachable = (value: never): never => {
  throw new Error(`value outside its type: ${JSON.stringify(value)}`);
};

/** The value, or a stop when it is absent although it must be there. */
export const present = <T>(value: T | null | undefined, what: string): T => {
  assert(value !== null && value !== undefined, `${what} is present`);
  return value;
};
