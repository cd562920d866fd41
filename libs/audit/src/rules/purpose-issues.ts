import type { FieldIssue } from '@huiji/kernel';

/** Issues of words that say why: PURPOSE_WORDS_FORM unless 4 to 200 characters without line breaks. */
export const purposeIssues = (field: string, words: string): readonly FieldIssue[] => {
  const said = words.trim();
  const fits = said.length >= 4 && said.length <= 200 && !/\p{Cc}/u.test(said);
  return fits ? [] : [{ field, code: 'PURPOSE_WORDS_FORM' }];
};
