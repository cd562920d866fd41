type Words = (facts: Readonly<Record<string, string>>) => string;

/** What a refusal or an issue says, and how to mend it, in both languages. */
export interface RefusalWord {
  readonly zh: Words;
  readonly en: Words;
  readonly mend: { readonly zh: string; readonly en: string };
}

/** One exhaustive table per library: code → words. */
export type RefusalWords = Readonly<Record<string, RefusalWord>>;
