import { readXlsx } from 'hucre/xlsx';
import { columnReader, decodeText, readSheet, writeSheet } from './sheet-file';

const rowsOf = async (bytes: Buffer) => {
  const table = await readSheet(bytes);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value.rows;
};

describe('sheets that come in', () => {
  it('A5 an XLSX file that we made comes back as it was, rows counted from the header', async () => {
    const bytes = await writeSheet(
      '报量',
      [
        { header: '通用名', width: 20 },
        { header: '需求量', width: 10 },
      ],
      [
        ['厄贝沙坦片', 800],
        ['蒙脱石散', null],
      ],
    );
    expect(await rowsOf(bytes)).toEqual([
      { row: 2, cells: ['厄贝沙坦片', '800'] },
      { row: 3, cells: ['蒙脱石散', ''] },
    ]);
  });

  it('X8 what would be a formula is written as text, and comes back as it was; numbers stay numbers', async () => {
    const columns = ['名', '数'].map((header) => ({ header, width: 10 }));
    const bytes = await writeSheet('表', columns, [
      ['=cmd|calc', -5],
      ['@SUM(A1)', 7],
      ['-12.50', 0],
    ]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(1)).toEqual([
      ["'=cmd|calc", -5],
      ["'@SUM(A1)", 7],
      ['-12.50', 0],
    ]);
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([
      ['=cmd|calc', '-5'],
      ['@SUM(A1)', '7'],
      ['-12.50', '0'],
    ]);
    expect((await rowsOf(Buffer.from("a\n'=1\n'plain\n"))).map(({ cells }) => cells)).toEqual([['=1'], ["'plain"]]);
  });

  it('A5 a CSV file may be UTF-8 with a mark or GB18030, with quotes and CRLF', async () => {
    expect(await rowsOf(Buffer.from('\uFEFF名,量\r\n"甲,乙",1\r\n\r\n'))).toEqual([{ row: 2, cells: ['甲,乙', '1'] }]);
    const gb = Buffer.from([0xb8, 0xc5, 0x2c, 0x31]);
    expect(decodeText(gb)).toBe('概,1');
  });

  it('A5 what is neither is refused, and an empty file has no rows', async () => {
    expect(await readSheet(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_A_SHEET' },
    });
    expect(await readSheet(Buffer.from([0, 1, 2]))).toMatchObject({ ok: false, refusal: { code: 'NOT_A_SHEET' } });
    expect(await rowsOf(Buffer.from('  '))).toEqual([]);
  });

  it('A5 a missing column reads as empty', async () => {
    const table = await readSheet(Buffer.from('a,b\n1,2\n'));
    if (!table.ok) throw new Error('read');
    const cell = columnReader(table.value);
    expect(table.value.rows.map(({ cells }) => [cell(cells, 'b'), cell(cells, 'c')])).toEqual([['2', '']]);
  });
});
