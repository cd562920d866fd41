import { MOST_PARTS, MOST_RATIO, RATIO_FREE_BYTES, UNPACKED_BYTES } from './sheet-limits';

/** One part of a workbook (ZIP entry) as its directory tells it, and where its packed bytes stand. */
export interface WorkbookPart {
  readonly name: string;
  readonly packed: boolean;
  readonly start: number;
  readonly end: number;
  /** Bytes when unpacked. */
  readonly size: number;
}

/** Why a workbook is not opened. */
export type WorkbookFault =
  'SHEET_TOO_BIG' | 'NOT_A_SHEET' | 'WORKBOOK_NOT_PLAIN' | 'WORKBOOK_WITH_MACROS' | 'UNPACKS_TOO_LARGE';

export class UnsafeWorkbook extends Error {
  constructor(readonly code: WorkbookFault) {
    super(code);
  }
}

const stop = (code: WorkbookFault): never => {
  throw new UnsafeWorkbook(code);
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;
const IN_64_BITS = 0xffffffff;

/** The end of the directory: the last bytes of the file, and nothing after its comment. */
const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - 0xffff); at -= 1)
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  return stop('NOT_A_SHEET');
};

/** A name that stays inside its folder, whoever unpacks it. */
const isPlainName = (name: string): boolean =>
  name !== '' &&
  !/[\p{Cc}\\:]/u.test(name) &&
  !name.startsWith('/') &&
  !name.split('/').some((step) => step === '..' || step === '.');

/** Where the packed bytes begin: after a header that says the same name as the directory. */
const startOf = (bytes: Buffer, offset: number, name: string): number => {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return stop('NOT_A_SHEET');
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
  if (bytes.toString('utf8', offset + 30, nameEnd) !== name) return stop('WORKBOOK_NOT_PLAIN');
  return nameEnd + bytes.readUInt16LE(offset + 28);
};

const partAt = (bytes: Buffer, at: number): { readonly part: WorkbookPart; readonly next: number } => {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return stop('NOT_A_SHEET');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + 46, nameEnd);
  const method = bytes.readUInt16LE(at + 10);
  const [length, size, offset] = [20, 24, 42].map((place) => bytes.readUInt32LE(at + place)) as [
    number,
    number,
    number,
  ];
  if (!isPlainName(name) || (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) stop('WORKBOOK_NOT_PLAIN');
  if (method !== STORED && method !== DEFLATED) stop('WORKBOOK_NOT_PLAIN');
  if ([length, size, offset].includes(IN_64_BITS)) stop('UNPACKS_TOO_LARGE');
  // What claims to be empty, and is not, would be unpacked without a bound.
  if ((size === 0 && length > 2) || (method === STORED && size !== length)) stop('WORKBOOK_NOT_PLAIN');
  if (size > RATIO_FREE_BYTES && size > length * MOST_RATIO) stop('UNPACKS_TOO_LARGE');
  const start = startOf(bytes, offset, name);
  if (start + length > bytes.length) stop('NOT_A_SHEET');
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return { part: { name, packed: method === DEFLATED, start, end: start + length, size }, next };
};

const checkTogether = (parts: readonly WorkbookPart[]): void => {
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (names.size !== parts.length) stop('WORKBOOK_NOT_PLAIN');
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) stop('WORKBOOK_WITH_MACROS');
  if (parts.reduce((sum, { size }) => sum + size, 0) > UNPACKED_BYTES) stop('UNPACKS_TOO_LARGE');
  // One stretch of bytes that is several parts at once unpacks to much more than it is.
  const inOrder = [...parts].sort((a, b) => a.start - b.start);
  if (inOrder.some(({ start }, place) => start < (inOrder[place - 1]?.end ?? 0))) stop('UNPACKS_TOO_LARGE');
};

/**
 * The parts of a workbook by its directory, believed in nothing: no 64-bit sizes, no encryption, no names that leave
 * the folder, no part twice, none inside another, sizes and ratios within bounds. Nothing is unpacked here.
 * Throws UnsafeWorkbook.
 */
export const workbookParts = (bytes: Buffer): readonly WorkbookPart[] => {
  if (bytes.length < END_BYTES) return stop('NOT_A_SHEET');
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return stop('UNPACKS_TOO_LARGE');
  const parts: WorkbookPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    const { part, next } = partAt(bytes, at);
    parts.push(part);
    at = next;
  }
  if (at !== end) return stop('NOT_A_SHEET');
  checkTogether(parts);
  return parts;
};
