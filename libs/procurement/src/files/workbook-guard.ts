import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ok, refuse, type Result } from '@huiji/kernel';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './sheet-limits';
import { UnsafeWorkbook, workbookParts, type WorkbookPart } from './workbook-parts';

const inflate = promisify(inflateRaw);

/** Bytes of one tag with its attributes; longer ones are made to fill memory. */
const LONGEST_TAG = 64 * 1024;

/** Tags of a part that is neither sheet nor text of cells: styles, themes, relations. */
const MOST_OTHER_TAGS = 200_000;
/** A cell is an element with a value inside: four tags; a text of cells likewise. */
const MOST_CELL_TAGS = 5 * MOST_CELLS;

const LESS = 0x3c;
const GREATER = 0x3e;
const BANG = 0x21;

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);
const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
const isText = (name: string): boolean => /sharedstrings\.xml$/i.test(name);

/** The bytes of a part; what unpacks to another size than it says is refused when it passes it. */
const bytesOf = async (bytes: Buffer, { packed, start, end, size }: WorkbookPart): Promise<Buffer> => {
  const raw = bytes.subarray(start, end);
  if (!packed) return raw;
  const unpacked = await inflate(raw, { maxOutputLength: Math.max(size, 1) }).catch(() => undefined);
  if (unpacked?.length !== size) throw new UnsafeWorkbook('UNPACKS_TOO_LARGE');
  return unpacked;
};

const CELL = /^<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,4})(\d{1,9})["']/;
const ROW = /^<(?:\w+:)?row\s(?:[^>]*?\s)?r\s*=\s*["'](\d{1,9})["']/;
const IS_CELL = /^<(?:\w+:)?c[\s/>]/;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const isFar = (column: number, row: number): boolean => column > MOST_COLUMNS || row > MOST_ROWS;

/** Whether a cell or row stands where no sheet of ours has one, however its tag is written. */
const isFarAway = (tag: string): boolean => {
  const [, letters = '', row = '0'] = CELL.exec(tag) ?? [];
  const [, ownRow = '0'] = ROW.exec(tag) ?? [];
  return isFar(columnOf(letters), Math.max(Number(row), Number(ownRow)));
};

const PLAIN_CELL = Buffer.from('<c r="');

/** The same for the way in which every program writes a cell, without making a text of it; undefined: another way. */
const plainCellIsFar = (xml: Buffer, start: number): boolean | undefined => {
  for (let place = 0; place < PLAIN_CELL.length; place += 1)
    if (xml[start + place] !== PLAIN_CELL[place]) return undefined;
  let column = 0;
  let row = 0;
  for (let at = start + PLAIN_CELL.length; at < start + 20; at += 1) {
    const byte = xml[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) column = column * 26 + byte - 64;
    else if (byte >= 0x30 && byte <= 0x39) row = row * 10 + byte - 48;
    else return byte === 0x22 ? isFar(column, row) : undefined;
  }
  return true;
};

/** Goes over the tags of a part without building anything. Declarations of entities and types are refused. */
const walkTags = (xml: Buffer, seen: (start: number, end: number) => void): void => {
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at)) {
    if (xml[at + 1] === BANG) {
      const after = xml.toString('latin1', at + 2, at + 9);
      const close = after.startsWith('--') ? '-->' : after === '[CDATA[' ? ']]>' : undefined;
      if (close === undefined) throw new UnsafeWorkbook('WORKBOOK_NOT_PLAIN');
      const end = xml.indexOf(close, at);
      at = end < 0 ? xml.length : end + close.length;
      continue;
    }
    const end = xml.indexOf(GREATER, at);
    if (end < 0 || end - at > LONGEST_TAG) throw new UnsafeWorkbook('WORKBOOK_NOT_PLAIN');
    seen(at, end + 1);
    at = end + 1;
  }
};

const C = 0x63;
const R = 0x72;
const COLON = 0x3a;

/** Whether a tag may be a cell or a row, with or without a prefix. */
const looksLikeCell = (xml: Buffer, start: number, end: number): boolean => {
  const letter = xml[start + 1];
  return letter === C || letter === R || xml.subarray(start, Math.min(end, start + 12)).includes(COLON);
};

/** Counts what would be built of a part, and stops at the first thing too much. */
const checkPart = (name: string, xml: Buffer): void => {
  const sheet = isSheet(name);
  const most = sheet || isText(name) ? MOST_CELL_TAGS : MOST_OTHER_TAGS;
  let tags = 0;
  let cells = 0;
  walkTags(xml, (start, end) => {
    tags += 1;
    if (tags > most || cells > MOST_CELLS) throw new UnsafeWorkbook('SHEET_TOO_BIG');
    if (!sheet || !looksLikeCell(xml, start, end)) return;
    const plain = plainCellIsFar(xml, start);
    const tag = plain === undefined ? xml.toString('latin1', start, Math.min(end, start + 400)) : '';
    if (plain !== undefined || IS_CELL.test(tag)) cells += 1;
    if (plain ?? isFarAway(tag)) throw new UnsafeWorkbook('SHEET_TOO_BIG');
  });
};

/**
 * Looks through a workbook before anything builds it in memory. Refusals: NOT_A_SHEET, WORKBOOK_NOT_PLAIN (entities,
 * tricks with names, encryption), WORKBOOK_WITH_MACROS, UNPACKS_TOO_LARGE, SHEET_TOO_BIG.
 */
export const checkWorkbook = async (bytes: Buffer): Promise<Result<void>> => {
  try {
    for (const part of workbookParts(bytes).filter(({ name }) => isXml(name)))
      checkPart(part.name, await bytesOf(bytes, part));
    return ok(undefined);
  } catch (error) {
    if (error instanceof UnsafeWorkbook) return refuse('input', error.code);
    throw error;
  }
};
