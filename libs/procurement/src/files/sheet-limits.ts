/** Bytes of a sheet that is read whole (32 MiB); files of a million lines are read by their job, a piece at a time. */
export const SHEET_BYTES = 32 * 1024 * 1024;

/** Bytes of all parts of a workbook together when it is unpacked. */
export const UNPACKED_BYTES = 64 * 1024 * 1024;

/** How many times larger than its packed form a part of more than 1 MiB may be; text of sheets packs ten- to fiftyfold. */
export const MOST_RATIO = 200;
export const RATIO_FREE_BYTES = 1024 * 1024;

/** Parts of a workbook. */
export const MOST_PARTS = 1000;

/** Cells of a sheet, and its size: an empty cell in a far corner makes a sheet as large as its corner. */
export const MOST_CELLS = 2_000_000;
export const MOST_ROWS = 200_001;
export const MOST_COLUMNS = 256;
