import fc from 'fast-check';
import { csvFile, csvLine, plainCell, safeCell } from './cell-text';

describe('cells that leave', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['-12.50', '-12.50'],
    ['+1,234.50', '+1,234.50'],
    ['-5%', '-5%'],
    ['阿托伐他汀钙片', '阿托伐他汀钙片'],
    ["'quoted", "'quoted"],
    ['', ''],
  ])('%j is written %j and read back as it was', (text, written) => {
    expect(safeCell(text)).toBe(written);
    expect(plainCell(written)).toBe(text);
  });

  it('no text at all is written as a formula, and every text comes back', () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'"),
        (rest, start) => {
          const text = start + rest;
          const written = safeCell(text);
          if (written !== text || !/^[=+\-@\t\r]/.test(text))
            expect(plainCell(written)).toBe(text.startsWith("'") ? plainCell(text) : text);
          if (!/^[+-]?[\d,.]+%?$/.test(text)) expect(written).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
      { seed, numRuns: 500, verbose: true },
    );
  });

  it('a line of CSV quotes what must be quoted, keeps numbers, and says so to spreadsheet programs', () => {
    expect(csvLine(['=A1,"x"', 5, -3n, null, '-12.50'])).toBe(`"'=A1,""x""",5,-3,,-12.50`);
    expect(
      csvFile([
        ['名', '量'],
        ['甲', 1],
      ]).toString('utf8'),
    ).toBe('\uFEFF名,量\r\n甲,1\r\n');
  });
});
