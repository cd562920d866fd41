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

/** What a compressed part unpacks to at most a thousandfold: small parts keep what is in memory small. */
const PACKED_PART = 16 * 1024;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Unpacks part by part, asking for the next one only when the last is used up. */
async function* unpacked(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let broken: Error | undefined;
  gunzip.on('error', (error) => (broken = error));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const ready = function* (): Generator<Buffer> {
    for (let chunk = gunzip.read() as Buffer | null; chunk !== null; chunk = gunzip.read() as Buffer | null)
      yield chunk;
  };
  try {
    for await (const piece of pieces)
      for (let at = 0; at < piece.length; at += PACKED_PART) {
        const state = { taken: false };
        gunzip.write(piece.subarray(at, at + PACKED_PART), () => (state.taken = true));
        while (!state.taken && !broken) {
          yield* ready();
          await turn();
        }
        if (broken) throw broken;
      }
    gunzip.end();
    while (!gunzip.readableEnded && !broken) {
      yield* ready();
      await turn();
    }
    if (broken) throw broken;
  } finally {
    gunzip.destroy();
  }
}

async function* chunksOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const all = pieces[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done === true) return;
  const again = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await all.next(); next.done !== true; next = await all.next()) yield next.value;
  };
  if (isGzip(first.value)) yield* unpacked(again());
  else
    for await (const piece of again())
      for (let at = 0; at < piece.length; at += CHUNK) yield piece.subarray(at, at + CHUNK);
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
 * Reads a CSV file of acceptances, plain or gzip, a piece at a time: memory does not grow with the file. Blank lines
 * are passed over. A wrong header, a broken archive or one that unpacks to more than MAX_UNPACKED_BYTES ends the
 * reading with a fault.
 */
export async function* acceptanceLineBatches(pieces: AsyncIterable<Buffer>): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder('utf-8');
  const read = lineReader();
  let rest = '';
  let bytes = 0;
  let headerSeen = false;
  try {
    for await (const chunk of chunksOf(pieces)) {
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
  } catch (error) {
    // A broken archive is the file's fault; anything else is ours.
    if (!codeOf(error).startsWith('Z_')) throw error;
    yield fileFault('NOT_A_SHEET', bytes);
    return;
  }
  if (rest !== '') yield read([rest], bytes);
}
