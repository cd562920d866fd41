import { languageOf, WordsTable } from './words-table';
import { platformWords } from './platform-words';

describe('words of refusals', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.3, zh;q=0.9', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['de, en;q=0.5', 'en'],
  ])('for Accept-Language %j are in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('say the code itself when nobody has words for it', () => {
    expect(new WordsTable([]).message('SOME_CODE', {}, 'en')).toBe('SOME_CODE');
  });

  it('name the codes that two libraries say differently', () => {
    const words = { zh: () => '一', en: () => 'one', mend: { zh: '一', en: 'one' } };
    expect(new WordsTable([{ A: words }, { A: words }]).doubled).toEqual([]);
    expect(new WordsTable([{ A: words }, { A: { ...words } }]).doubled).toEqual(['A']);
  });

  it('never repeat an identity number', () => {
    const table = new WordsTable([platformWords]);
    for (const code of ['IDENTITY_FORM', 'IDENTITY_BIRTH_DATE', 'IDENTITY_CHECK_DIGIT'])
      expect(table.message(code, {}, 'zh')).not.toMatch(/\d{6}/);
  });
});
