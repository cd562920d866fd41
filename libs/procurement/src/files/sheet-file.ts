import { badInput, ok, refuse, type Result } from '@huiji/kernel';
import { plainCell, safeCell, type FileInfo, type Files, type Tx } from '@huiji/platform';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { MOST_CELLS, SHEET_BYTES } from './sheet-limits';
import { checkWorkbook } from './workbook-guard';

/** A table as it stands in a file: the header and the rows below it, all text. Row 1 of the file is the header. */
export interface SheetTable {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** UTF-8 with or without its mark; anything else is read as GB18030, the other encoding of Chinese offices. */
export const decodeText = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** What a cell says, as text. A number that is no whole number keeps its point or exponent, so the rule can refuse it. */
const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return plainCell(cell);
  if (typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') return String(cell);
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : JSON.stringify(cell);
};

const tableOf = (all: readonly (readonly string[])[]): SheetTable => ({
  header: (all[0] ?? []).map((name) => name.normalize('NFC').trim()),
  rows: all
    .slice(1)
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
});

const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;

/**
 * Splits CSV text after RFC 4180: quotes may hold commas, line ends and doubled quotes. Undefined when it is not CSV,
 * or has more cells than are taken.
 */
export const csvCells = (text: string): readonly (readonly string[])[] | undefined => {
  const rows: string[][] = [];
  let cells: string[] = [];
  let count = 0;
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    count += 1;
    if (match === null || count > MOST_CELLS) return undefined;
    const [, cell = '', end = ''] = match;
    cells.push(plainCell(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
    if (end !== ',') {
      rows.push(cells);
      cells = [];
    } else if (CELL.lastIndex === text.length) cells.push('');
  }
  if (cells.length > 0) rows.push(cells);
  return rows;
};

const csvTable = (bytes: Buffer): Result<SheetTable> => {
  const rows = csvCells(
    decodeText(bytes)
      .replace(/^\uFEFF/, '')
      .trimEnd(),
  );
  return rows === undefined ? refuse('input', 'NOT_A_SHEET') : ok(tableOf(rows));
};

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

const workbookTable = async (bytes: Buffer): Promise<Result<SheetTable>> => {
  const checked = await checkWorkbook(bytes);
  if (!checked.ok) return checked;
  const book = await readXlsx(bytes, { sheets: [0] });
  return ok(tableOf((book.sheets[0]?.rows ?? []).map((cells) => cells.map(cellText))));
};

/**
 * Reads the first sheet of an XLSX file, or a CSV file (UTF-8 or GB18030). Refusals: NOT_A_SHEET when it is neither;
 * what `checkWorkbook` refuses.
 */
export const readSheet = async (bytes: Buffer): Promise<Result<SheetTable>> => {
  try {
    if (isZip(bytes)) return await workbookTable(bytes);
    return bytes.includes(0) ? refuse('input', 'NOT_A_SHEET') : csvTable(bytes);
  } catch {
    return refuse('input', 'NOT_A_SHEET');
  }
};

/** The sheet in a kept file, which is not even loaded when it is too large: FILE_TOO_LARGE on `file`. */
export const sheetIn = async (tx: Tx, files: Files, file: FileInfo): Promise<Result<SheetTable>> => {
  const limit = (SHEET_BYTES / 1_048_576).toString();
  if (file.sizeBytes > SHEET_BYTES) return badInput([{ field: 'file', code: 'FILE_TOO_LARGE', facts: { limit } }]);
  const loaded = await files.load(tx, file.id);
  return loaded ? readSheet(loaded.content) : refuse('input', 'NOT_A_SHEET');
};

/** The named cell of each row; a column that the file does not have gives empty text. */
export const columnReader = (table: SheetTable): ((cells: readonly string[], column: string) => string) => {
  const places = new Map(table.header.map((name, index) => [name, index]));
  return (cells, column) => cells[places.get(column) ?? -1]?.trim() ?? '';
};

/** Makes an XLSX file of one sheet with a frozen header; no text in it is taken for a formula. */
export const writeSheet = async (
  name: string,
  columns: readonly { readonly header: string; readonly width: number }[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> => {
  const text = (cell: string | number | null): string | number | null =>
    typeof cell === 'string' ? safeCell(cell) : cell;
  const content = await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ header, width }) => ({ header, key: header, width })),
        data: rows.map((cells) =>
          Object.fromEntries(columns.map(({ header }, index) => [header, text(cells[index] ?? null)])),
        ),
        freezePane: { rows: 1 },
      },
    ],
  });
  return Buffer.from(content);
};
