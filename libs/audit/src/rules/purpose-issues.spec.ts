import { purposeIssues } from './purpose-issues';

describe('X2 words that say why', () => {
  it.each(['核对身份', 'a complaint of 2024-03', ' 四个字符 '])('are taken: %s', (words) => {
    expect(purposeIssues('words', words)).toEqual([]);
  });
  it.each(['', '三个字', 'x'.repeat(201), 'two\nlines', 'a\u0000bcd'])('are refused: %j', (words) => {
    expect(purposeIssues('words', words)).toEqual([{ field: 'words', code: 'PURPOSE_WORDS_FORM' }]);
  });
});
