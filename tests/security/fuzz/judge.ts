/** What came back for one operation. */
export interface Heard {
  readonly status: number;
  readonly body: string;
}

/** Words of our inside that no answer may hold. */
const INSIDE: readonly RegExp[] = [
  /\n\s+at .+\(?.*:\d+:\d+\)?/,
  /\\n\s+at [^"]+:\d+:\d+/,
  /node_modules|\/(libs|apps|dist)\/[a-z-]+\//,
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) [a-z_"]+[ .(]/,
  /violates (check|unique|foreign|not-null)|duplicate key value|relation "|column "[a-z_]+"|syntax error at or near/,
  /invalid input syntax|out of range for type|invalid byte sequence|current transaction is aborted/,
  /huiji_(app|owner|queue)|TypeORMError|QueryFailedError|ECONNREFUSED|pg_catalog/,
  /Cannot read propert|is not a function|is not iterable|Do not know how to serialize|Unexpected token/,
];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What is wrong with an answer: ours broke, words of the inside, or an id that only another area knows. Ids that the
 * caller sent may come back in words about them.
 */
export const faultsOf = (heard: Heard, sent: string, foreign: ReadonlySet<string>): readonly string[] => {
  const faults: string[] = [];
  if (heard.status >= 500) faults.push(`status ${heard.status.toString()}`);
  if (heard.body.includes('INTERNAL_SERVER_ERROR')) faults.push('INTERNAL_SERVER_ERROR');
  const told = sent.toLowerCase();
  // What the caller wrote may be quoted to it.
  const own = INSIDE.filter((words) => words.test(heard.body) && !words.test(sent));
  faults.push(...own.map((words) => `words of the inside: ${words.exec(heard.body)?.[0] ?? ''}`));
  for (const id of heard.body.match(UUID) ?? [])
    if (foreign.has(id) && !told.includes(id)) faults.push(`the id ${id} of another area`);
  try {
    JSON.parse(heard.body);
  } catch {
    faults.push('no JSON');
  }
  return [...new Set(faults)];
};
