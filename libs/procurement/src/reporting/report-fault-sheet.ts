import type { FieldIssue } from '@huiji/kernel';
import { platformWords, WordsTable } from '@huiji/platform';
import { writeSheet, type SheetTable } from '../files/sheet-file';
import { procurementWords } from '../words';

/** The column that says what is wrong with a row and how to mend it. The reader of reports does not look at it. */
export const FAULT_COLUMN = '错误与改正办法';

const words = new WordsTable([platformWords, procurementWords]);

const sentence = ({ field, code, facts = {} }: FieldIssue): string =>
  `${field}：${words.message(code, facts, 'zh')}；${words.mend(code, 'zh')}`;

/** Names of columns that a sheet can have side by side: none empty, none twice. */
const distinct = (header: readonly string[]): readonly string[] =>
  header.map((name, index) =>
    name === '' || header.indexOf(name) !== index ? `${name}（第 ${(index + 1).toString()} 列）` : name,
  );

/**
 * The hospital's own sheet back, each row with its faults at its end; what is wrong with the sheet as a whole stands in
 * the first row. Mended in place, it can be uploaded again as it is.
 */
export const faultSheet = (table: SheetTable, faults: readonly FieldIssue[]): Promise<Buffer> => {
  const kept = table.header.map((name, index) => ({ name, index })).filter(({ name }) => name !== FAULT_COLUMN);
  const first = table.rows[0]?.row ?? 2;
  const ofRow = new Map<number, string[]>();
  for (const fault of faults) {
    const row = fault.row === undefined || fault.row < first ? first : fault.row;
    ofRow.set(row, [...(ofRow.get(row) ?? []), sentence(fault)]);
  }
  const rows = table.rows.length > 0 ? table.rows : [{ row: first, cells: [] }];
  return writeSheet(
    '报量表',
    [
      ...distinct(kept.map(({ name }) => name)).map((header) => ({ header, width: 22 })),
      { header: FAULT_COLUMN, width: 80 },
    ],
    rows.map(({ row, cells }) => [...kept.map(({ index }) => cells[index] ?? ''), (ofRow.get(row) ?? []).join('\n')]),
  );
};
