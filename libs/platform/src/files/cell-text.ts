/**
 * Text that a spreadsheet program would take for a formula: OWASP's list of first characters, wide forms of them too.
 * What is a number stays one.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;

/** A text as it may stand in a cell of a file that leaves: an apostrophe before what would be a formula. */
export const safeCell = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text behind a cell of a file that comes in: without the apostrophe that `safeCell` put there. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && safeCell(text.slice(1)) !== text.slice(1) ? text.slice(1) : text;

export type CsvCell = string | number | bigint | null;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvCell = (cell: CsvCell): string =>
  typeof cell === 'string' ? quoted(safeCell(cell)) : cell === null ? '' : cell.toString();

/** One line of a CSV file (RFC 4180) without its line end; no cell of it is a formula. */
export const csvLine = (cells: readonly CsvCell[]): string => cells.map(csvCell).join(',');

/** A CSV file as spreadsheet programs read it: with the mark of UTF-8, lines ended by CRLF. */
export const csvFile = (rows: Iterable<readonly CsvCell[]>): Buffer =>
  Buffer.from(`\uFEFF${Array.from(rows, (cells) => `${csvLine(cells)}\r\n`).join('')}`);
