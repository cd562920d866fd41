import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The two files through which tables leave; both write what would be a formula as text. */
const WRITERS = ['libs/platform/src/files/cell-text.ts', 'libs/procurement/src/files/sheet-file.ts'];

/** Signs that somebody writes a table by hand: a library's writer, cells joined by commas, a media type of tables. */
const BY_HAND = [
  /\bwriteXlsx\b|\bXlsxStreamWriter\b|from 'hucre\/(csv|xlsx)'/,
  /\.join\((['"`])[,;](['"`])\)[\s\S]{0,120}\.join\((['"`])(\\r)?\\n/,
  /text\/csv[\s\S]{0,400}\.join\((['"`])[,;](['"`])\)/,
];

const isByHand = (text: string): boolean => BY_HAND.some((sign) => sign.test(text));

describe('X8 tables leave through one place', () => {
  const product = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs'], {
    cwd: root,
  })
    .toString()
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.|\/testing\/|\/demo\//.test(path) && !path.endsWith('.d.ts'));
  const text = (path: string): string => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return '';
    }
  };

  it('knows a writer when it sees one', () => {
    expect(isByHand("import { writeXlsx } from 'hucre/xlsx';")).toBe(true);
    expect(isByHand("rows.map((cells) => cells.join(',')).join('\\n')")).toBe(true);
    expect(isByHand("reply.header('content-type', 'text/csv').send(cells.join(','))")).toBe(true);
    expect(isByHand("names.join(', ')")).toBe(false);
  });

  it('no other file of the product writes one', () => {
    expect(product.length).toBeGreaterThan(300);
    expect(product.filter((path) => !WRITERS.includes(path) && isByHand(text(path)))).toEqual([]);
  });
});
