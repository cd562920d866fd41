/** One thing that waits for the person who is logged in. */
export interface Wait {
  readonly key: string;
  readonly count: number;
  readonly words: string;
  readonly to: string;
}

interface Counted {
  readonly edges: readonly unknown[];
}

/** A wait for a counted list; nothing when the list is empty or not asked for. */
export const waitFor = (key: string, list: Counted | undefined, words: string, to: string): readonly Wait[] =>
  list === undefined || list.edges.length === 0 ? [] : [{ key, count: list.edges.length, words, to }];
