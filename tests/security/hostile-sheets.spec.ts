import { deflateRawSync } from 'node:zlib';
import { readSheet } from '../../libs/procurement/src/files/sheet-file';
import { plainRow, sheetXml, workbook, zip } from './files/zip';

const MIB = 1024 * 1024;
/** Seconds and MiB that a refusal may cost on a busy machine. */
const DEADLINE_S = 8;
const GROWTH_MIB = 400;

interface Cost {
  readonly told: string;
  readonly seconds: number;
  readonly grownMiB: number;
}

/** What a file is told, how long it took, and how much memory it took at its highest. */
const feed = async (bytes: Buffer): Promise<Cost> => {
  const before = process.memoryUsage().rss;
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 5);
  const began = performance.now();
  const read = await readSheet(bytes);
  clearInterval(watch);
  highest = Math.max(highest, process.memoryUsage().rss);
  const told = read.ok ? `${read.value.rows.length.toString()} rows` : read.refusal.code;
  return { told, seconds: (performance.now() - began) / 1000, grownMiB: (highest - before) / MIB };
};

const zeros = (mib: number): Buffer => Buffer.alloc(mib * MIB, ' ');
const dense = (count: number, cell: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => cell(n)).join('');

const bombs: readonly (readonly [string, () => Buffer, string])[] = [
  [
    'a part that says it is 1 GiB',
    () => workbook({ content: sheetXml(plainRow), size: 1024 * MIB }),
    'UNPACKS_TOO_LARGE',
  ],
  ['a part of 60 MiB of blanks (a thousandfold)', () => workbook({ content: zeros(60) }), 'UNPACKS_TOO_LARGE'],
  ['a part that is larger than it says', () => workbook({ content: zeros(60), size: 2000 }), 'UNPACKS_TOO_LARGE'],
  ['a part that says it is empty', () => workbook({ content: zeros(60), size: 0 }), 'WORKBOOK_NOT_PLAIN'],
  [
    'twelve parts of 8 MiB',
    () =>
      workbook(
        {},
        dense(12, (n) => `${n},`)
          .split(',')
          .filter(Boolean)
          .map((n) => ({
            name: `xl/media/${n}.bin`,
            content: Buffer.alloc(8 * MIB, n),
            packed: Buffer.alloc(64 * 1024),
          })),
      ),
    'UNPACKS_TOO_LARGE',
  ],
  [
    'parts that share the same bytes',
    () =>
      workbook({}, [
        { name: 'xl/a.xml', content: zeros(1), sharesWith: 4 },
        { name: 'xl/b.xml', content: zeros(1), sharesWith: 4 },
      ]),
    'WORKBOOK_NOT_PLAIN',
  ],
  [
    'two thousand parts',
    () =>
      workbook(
        {},
        Array.from({ length: 2000 }, (_, n) => ({ name: `xl/${n.toString()}.xml`, content: '<a/>' })),
      ),
    'UNPACKS_TOO_LARGE',
  ],
  [
    'a ZIP in a ZIP in the place of the sheet',
    () => workbook({ content: workbook({ content: zeros(20) }) }),
    'WORKBOOK_NOT_PLAIN',
  ],
  [
    'a text of cells with eleven million entries',
    () =>
      workbook({}, [
        {
          name: 'xl/sharedStrings.xml',
          content: `<sst>${'<si/>'.repeat(11_000_000)}</sst>`,
          packed: deflateRawSync(Buffer.from(`<sst>${'<si/>'.repeat(11_000_000)}</sst>`), { level: 1 }),
        },
      ]),
    'SHEET_TOO_BIG',
  ],
  [
    'styles without an end',
    () =>
      workbook({}, [
        {
          name: 'xl/styles.xml',
          content: `<styleSheet>${dense(300_000, (n) => `<xf numFmtId="${n.toString()}"/>`)}</styleSheet>`,
        },
      ]),
    'SHEET_TOO_BIG',
  ],
  [
    'one tag of a million attributes',
    () => workbook({ content: sheetXml(`<row ${dense(100_000, (n) => ` a${n.toString()}=""`)}/>`) }),
    'WORKBOOK_NOT_PLAIN',
  ],
  [
    'a cell in the farthest corner',
    () => workbook({ content: sheetXml(`${plainRow}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`) }),
    'SHEET_TOO_BIG',
  ],
  [
    'a cell in a far column',
    () => workbook({ content: sheetXml('<row r="1"><c r="ZZ1"><v>1</v></c></row>') }),
    'SHEET_TOO_BIG',
  ],
  [
    'cells with a prefix, far away',
    () => workbook({ content: sheetXml('<x:row r="1"><x:c s="1" r="XFD1"><v>1</v></x:c></x:row>') }),
    'SHEET_TOO_BIG',
  ],
  [
    'more cells than are taken',
    () =>
      workbook({
        content: sheetXml(dense(10_100, (n) => `<row r="${(n + 1).toString()}">${'<c/>'.repeat(200)}</row>`)),
      }),
    'SHEET_TOO_BIG',
  ],
];

const tricks: readonly (readonly [string, () => Buffer, string])[] = [
  [
    'an external entity',
    () =>
      workbook({
        content: sheetXml(
          '<row r="1"><c r="A1"><v>&x;</v></c></row>',
          '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      }),
    'WORKBOOK_NOT_PLAIN',
  ],
  [
    'a billion laughs in the text of cells',
    () =>
      workbook({}, [
        {
          name: 'xl/sharedStrings.xml',
          content:
            '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        },
      ]),
    'WORKBOOK_NOT_PLAIN',
  ],
  [
    'an entity behind a comment',
    () => workbook({ content: sheetXml(plainRow, '<!-- <a> --><!DOCTYPE a>') }),
    'WORKBOOK_NOT_PLAIN',
  ],
  ['macros', () => workbook({}, [{ name: 'xl/vbaProject.bin', content: 'x' }]), 'WORKBOOK_WITH_MACROS'],
  ...['../../etc/cron.d/x', '/etc/passwd', 'xl\\..\\..\\x', 'C:/x', 'xl/a\u0000.xml', 'xl/../../x'].map(
    (name) =>
      [
        `a part named ${JSON.stringify(name)}`,
        () => workbook({}, [{ name, content: 'x' }]),
        'WORKBOOK_NOT_PLAIN',
      ] as const,
  ),
  [
    'one part twice',
    () => workbook({}, [{ name: 'xl/worksheets/Sheet1.xml', content: sheetXml('') }]),
    'WORKBOOK_NOT_PLAIN',
  ],
  ['a header that says another name', () => workbook({ innerName: 'xl/worksheets/sheet9.xml' }), 'WORKBOOK_NOT_PLAIN'],
  ['an encrypted part', () => workbook({ flags: 1 }), 'WORKBOOK_NOT_PLAIN'],
  ['an unknown way of packing', () => workbook({ method: 93 }), 'WORKBOOK_NOT_PLAIN'],
  ['bytes after the end', () => workbook({}, [], { after: Buffer.from('%PDF-1.7 something else') }), 'NOT_A_SHEET'],
  ['a program before the ZIP', () => workbook({}, [], { before: Buffer.from('MZ\u0000\u0000') }), 'NOT_A_SHEET'],
  [
    'a document of text',
    () =>
      zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<a/>' },
      ]),
    'NOT_A_SHEET',
  ],
  ['a cut file', () => workbook().subarray(0, 900), 'NOT_A_SHEET'],
  ['nothing but the mark', () => Buffer.from('PK\u0003\u0004'), 'NOT_A_SHEET'],
];

const texts: readonly (readonly [string, () => Buffer, string])[] = [
  ['commas only', () => Buffer.from(`a,b\n${','.repeat(20 * MIB)}`), 'NOT_A_SHEET'],
  ['an open quote and no end', () => Buffer.from(`a,b\n"${'x'.repeat(20 * MIB)}`), 'NOT_A_SHEET'],
  ['quotes in quotes', () => Buffer.from(`a,b\n"${'""'.repeat(4 * MIB)}x`), 'NOT_A_SHEET'],
  ['zero bytes', () => Buffer.alloc(MIB), 'NOT_A_SHEET'],
];

describe('X8 files that come to harm', () => {
  it('a plain workbook made the same way is read', async () => {
    expect((await feed(workbook())).told).toBe('1 rows');
    expect((await feed(workbook({ method: 0 }))).told).toBe('1 rows');
    expect((await feed(workbook({ content: sheetXml(plainRow, '<!-- <!DOCTYPE --><?x y?>') }))).told).toBe('1 rows');
  });

  it.each([...bombs, ...tricks, ...texts])('%s is refused in words, within seconds and MiB', async (_, make, code) => {
    const bytes = make();
    const { told, seconds, grownMiB } = await feed(bytes);
    expect(told).toBe(code);
    expect(seconds).toBeLessThan(DEADLINE_S);
    expect(grownMiB).toBeLessThan(GROWTH_MIB);
  });
});
