import type { RefusalWord, RefusalWords } from '../words';

export type Language = 'zh' | 'en';

/** The first language of Accept-Language that we speak; Chinese otherwise. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part, place) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find((value) => value !== undefined);
      return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ tag, weight }) => (tag === 'zh' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return wishes[0]?.tag === 'en' ? 'en' : 'zh';
};

/** The words of every library in one table; one code has one meaning. */
export class WordsTable {
  private readonly words: ReadonlyMap<string, RefusalWord>;
  /** Codes for which two libraries have different words; a test keeps it empty, the first one's words are said. */
  readonly doubled: readonly string[];

  constructor(tables: readonly RefusalWords[]) {
    const all = new Map<string, RefusalWord>();
    const doubled: string[] = [];
    for (const [code, word] of tables.flatMap((table) => Object.entries(table))) {
      const known = all.get(code);
      if (!known) all.set(code, word);
      else if (known !== word) doubled.push(code);
    }
    this.words = all;
    this.doubled = doubled;
  }

  has(code: string): boolean {
    return this.words.has(code);
  }

  /** What is wrong; the code itself when no library has words for it. */
  message(code: string, facts: Readonly<Record<string, string>>, language: Language): string {
    return this.words.get(code)?.[language](facts) ?? code;
  }

  /** What the caller can do about it. */
  mend(code: string, language: Language): string {
    return this.words.get(code)?.mend[language] ?? (language === 'zh' ? '请联系经办机构' : 'ask the agency');
  }
}
