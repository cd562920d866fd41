import { formatQuotient } from '@huiji/kernel';
import { columnReader, writeSheet, type SheetTable } from '../files/sheet-file';
import type { RawReportLine, ReportableVariety } from './model/report.types';

/** The columns of the report sheet, in the order of the template. */
export const reportColumns = {
  variety: '通用名',
  unit: '最小单位',
  mean: '前两年平均用量',
  product: '品牌产品代码（按通用名报量则留空）',
  quantity: '年度需求量（最小单位）',
  reason: '低于下限的原因',
} as const;

const columns = [
  { header: reportColumns.variety, width: 28 },
  { header: reportColumns.unit, width: 10 },
  { header: reportColumns.mean, width: 16 },
  { header: reportColumns.product, width: 34 },
  { header: reportColumns.quantity, width: 24 },
  { header: reportColumns.reason, width: 30 },
];

/** The template of one hospital: a row per variety of the round, with the mean of its last two years, need left blank. */
export const reportTemplate = (
  varieties: readonly (ReportableVariety & { readonly unit: string })[],
): Promise<Buffer> =>
  writeSheet(
    '报量表',
    columns,
    varieties.map((variety) => [
      variety.genericNameZh,
      variety.unit,
      variety.previousMean === null ? '' : formatQuotient(variety.previousMean, 0),
      '',
      null,
      '',
    ]),
  );

/** The columns a sheet must have to be a report; those it lacks. */
export const missingColumns = (table: SheetTable): readonly string[] =>
  [reportColumns.variety, reportColumns.quantity].filter((column) => !table.header.includes(column));

/** The lines of a sheet as somebody wrote them. A row whose need is blank and that names no brand is not a line. */
export const rawLinesOf = (table: SheetTable): readonly RawReportLine[] => {
  const cell = columnReader(table);
  return table.rows
    .map(({ row, cells }) => ({
      row,
      variety: cell(cells, reportColumns.variety),
      product: cell(cells, reportColumns.product),
      quantity: cell(cells, reportColumns.quantity),
      reason: cell(cells, reportColumns.reason),
    }))
    .filter(({ quantity, product, reason }) => quantity !== '' || product !== '' || reason !== '');
};

/** The column a fault stands in, as the sheet calls it. */
export const columnOfField = (field: string): string =>
  field === 'variety' || field === 'product' || field === 'quantity' || field === 'reason'
    ? reportColumns[field]
    : field;
