import type { RefusalWord } from '@huiji/platform';

const filled =
  (text: string) =>
  (facts: Readonly<Record<string, string>>): string =>
    text.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => facts[name] ?? '');

/** Words of one code; `{name}` stands for the fact of that name. */
export const say = (zh: string, en: string, mendZh: string, mendEn: string): RefusalWord => ({
  zh: filled(zh),
  en: filled(en),
  mend: { zh: mendZh, en: mendEn },
});
