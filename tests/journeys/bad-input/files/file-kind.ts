import type { Fault } from '../case';
import type { World } from '../world';

/** A table as text: the header, then the rows. Row 1 of a file is its header. */
export type Grid = readonly (readonly string[])[];

/** One fault a file was told, in one language. */
export interface Told {
  readonly field: string;
  readonly row: number | null;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

/** One bad file and the faults it is told: all of them, in order. */
export interface FileRow {
  readonly fault: Fault;
  readonly words: string;
  readonly change: (good: Grid) => Grid | Buffer;
  /** "column@row:CODE". */
  readonly told: readonly string[];
}

/** A kind of file that comes in: how a good one looks, how one is handed in and what is said about it. */
export interface FileKind {
  readonly name: string;
  good(world: World): Promise<Grid>;
  bytes(grid: Grid): Promise<Buffer> | Buffer;
  /** Hands the file in and answers its faults in Chinese and in English; undefined: it was taken. */
  hear(world: World, content: Buffer): Promise<Readonly<Record<'zh' | 'en', readonly Told[]>> | undefined>;
  /** Tables that keep the book of what was handed in; every other table stays as it is. */
  readonly leftOut: readonly string[];
  readonly rows: readonly FileRow[];
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csv = (grid: Grid): Buffer => Buffer.from(grid.map((cells) => cells.map(quoted).join(',')).join('\n'));

/** The grid with one cell changed: row as in the file, column by its header. */
export const cell =
  (row: number, column: string, text: string) =>
  (grid: Grid): Grid =>
    grid.map((cells, index) =>
      index === row - 1 ? cells.map((old, place) => (grid[0]?.[place] === column ? text : old)) : cells,
    );

export const withoutColumn =
  (column: string) =>
  (grid: Grid): Grid =>
    grid.map((cells) => cells.filter((_, place) => grid[0]?.[place] !== column));

/** The file without its last rows, or with one row twice. */
export const headerOnly = (grid: Grid): Grid => grid.slice(0, 1);
export const twice =
  (row: number) =>
  (grid: Grid): Grid => [...grid, grid[row - 1] ?? []];

/** Faults of one mutation's refusal: its issues, or itself where there are none. */
export const toldBy = (refusal: {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly issues?: readonly Told[];
}): readonly Told[] =>
  refusal.issues !== undefined && refusal.issues.length > 0
    ? refusal.issues
    : [{ ...refusal, field: 'file', row: null }];
