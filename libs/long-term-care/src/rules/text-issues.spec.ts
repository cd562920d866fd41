import { textIssues } from './text-issues';

describe('a text of long-term care', () => {
  it.each([
    ['', ['reason RECORD_MISSING']],
    [' \t', ['reason RECORD_MISSING']],
    ['长'.repeat(10), []],
    ['𠀀'.repeat(10), []],
    ['长'.repeat(11), ['reason CARE_TEXT_TOO_LONG']],
  ])('%j is there, and within ten characters, or told so', (text, told) => {
    const issues = textIssues('reason', text, 'RECORD_MISSING', 10);
    expect(issues.map(({ field, code }) => `${field} ${code}`)).toEqual(told);
  });
});
