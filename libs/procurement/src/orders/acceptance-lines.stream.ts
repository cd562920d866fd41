import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FieldIssue } from '@huiji/kernel';
import { csvCells } from '../files/sheet-file';
import { acceptanceFileColumns, readAcceptanceFileLine, type AcceptanceFileLine } from './rules/acceptance-file';

const CHUNK = 256 * 1024;
/** A file may come compressed; unpacked it is at most this large, in bytes. */
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_LINE = 2000;

/** Some lines of the file, in order, with the faults of their form. */
export interface LineBatch {
  readonly lines: readonly { readonly row: number; readonly line: AcceptanceFileLine }[];
  readonly faults: readonly FieldIssue[];
  /** Bytes of the (unpacked) file that were read so far. */
  readonly bytes: number;
}

const isGzip = (content: Buffer): boolean => content[0] === 0x1f && content[1] === 0x8b;

async function* chunksOf(content: Buffer): AsyncGenerator<Buffer> {
  if (!isGzip(content)) {
    for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK);
    return;
  }
  const unpacked = Readable.from([content]).pipe(createGunzip());
  for await (const chunk of unpacked) yield chunk as Buffer;
}

const cellsOf = (text: string): readonly string[] => {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  return line.includes('"') ? (csvCells(line)?.[0] ?? [line]) : line.split(',');
};

const headerFaults = (text: string): readonly FieldIssue[] => {
  const header = cellsOf(text.replace(/^\uFEFF/, '')).map((name) => name.trim());
  return acceptanceFileColumns.flatMap((column, place) =>
    header[place] === column ? [] : [{ field: column, row: 1, code: 'COLUMN_MISSING', facts: { column } }],
  );
};

/** Turns texts of lines into batches; knows the row it is at. */
const lineReader = () => {
  const days = new Map<string, boolean>();
  let row = 0;
  return (texts: readonly string[], bytes: number): LineBatch => {
    const lines: { row: number; line: AcceptanceFileLine }[] = [];
    const faults: FieldIssue[] = [];
    for (const text of texts) {
      row += 1;
      if (row === 1) faults.push(...headerFaults(text));
      if (row === 1 && faults.length > 0) break;
      if (row > 1 && text !== '' && text !== '\r') {
        const line = readAcceptanceFileLine(row, cellsOf(text), days);
        if ('shipmentNumber' in line) lines.push({ row, line });
        else faults.push(...line);
      }
    }
    return { lines, faults, bytes };
  };
};

const fileFault = (code: string, bytes: number): LineBatch => ({
  lines: [],
  faults: [{ field: 'file', row: 1, code }],
  bytes,
});

/**
 * Reads a CSV file of acceptances, plain or gzip, a chunk at a time: memory does not grow with the file. Blank lines
 * are passed over. A wrong header, a broken archive or one that unpacks to more than MAX_UNPACKED_BYTES ends the
 * reading with a fault.
 */
export async function* acceptanceLineBatches(content: Buffer): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder('utf-8');
  const read = lineReader();
  let rest = '';
  let bytes = 0;
  let headerSeen = false;
  try {
    for await (const chunk of chunksOf(content)) {
      bytes += chunk.length;
      if (bytes > MAX_UNPACKED_BYTES) {
        yield fileFault('UNPACKS_TOO_LARGE', bytes);
        return;
      }
      const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = texts.pop() ?? '';
      if (rest.length > MAX_LINE) texts.push(rest.slice(0, MAX_LINE));
      if (rest.length > MAX_LINE) rest = '';
      if (texts.length === 0) continue;
      const batch = read(texts, bytes);
      yield batch;
      if (!headerSeen && batch.faults.some((fault) => fault.row === 1)) return;
      headerSeen = true;
    }
  } catch {
    yield fileFault('NOT_A_SHEET', bytes);
    return;
  }
  if (rest !== '') yield read([rest], bytes);
}
