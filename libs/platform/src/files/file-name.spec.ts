import { cleanFileName } from './file-name';

describe('names of files', () => {
  it.each([
    ['报量表 2020.xlsx', '报量表 2020.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\report.csv', 'report.csv'],
    ['a"b\r\nset-cookie: x.csv', 'abset-cookie x.csv'],
    ['', 'file'],
    ['.xlsx', 'file.xlsx'],
    ['李 110101199003074514.pdf', '李 110101********4514.pdf'],
    ['李11010119900307451X.pdf', '李110101********451X.pdf'],
    ['order 12345678901234567890.csv', 'order 12345678901234567890.csv'],
  ])('keeps %j as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('are at most 200 characters and keep their ending', () => {
    const kept = cleanFileName(`${'长'.repeat(500)}.xlsx`);
    expect(kept).toHaveLength(200);
    expect(kept.endsWith('.xlsx')).toBe(true);
  });
});
