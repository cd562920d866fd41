import { readXlsx, writeXlsx } from 'hucre';
import { reportColumns } from '@huiji/procurement';
import type { World } from '../world';
import { cell, csv, twice, withoutColumn, type FileKind, type FileRow, type Grid, type Told } from './file-kind';

const SN = '510900';
const WHO = 'sn-hospital-5';
const FAULTS = `query ($id: Uuid!) { volumeReport(id: $id) { state faults { field row code message mend } } }`;

interface Answered {
  readonly volumeReport: { readonly state: string; readonly faults: readonly Told[] };
}

const reportOf = async (world: World): Promise<string> =>
  world.some(
    SN,
    'procurement.volume_report',
    `hospital_id = '${await world.organisation(WHO)}' AND state IN ('draft', 'faulty')`,
  );

/** The template of the hospital with its mean of two years as need, so that nothing is below the floor. */
const good = async (world: World): Promise<Grid> => {
  const hospital = await world.as(WHO);
  const made = await hospital.mutate<{ fileId: string }>(
    'volumeReportTemplateMake',
    { reportId: await reportOf(world) },
    '{ fileId }',
  );
  const content = await hospital.download(made.fileId);
  const book = await readXlsx(content ?? Buffer.alloc(0));
  const [header = [], ...rows] = (book.sheets[0]?.rows ?? []).map((cells) => cells.map((text) => String(text ?? '')));
  const [mean, need] = [header.indexOf(reportColumns.mean), header.indexOf(reportColumns.quantity)];
  return [
    header,
    ...rows.map((cells) => header.map((_, place) => (place === need ? cells[mean] : cells[place]) ?? '')),
  ];
};

const xlsx = async (grid: Grid): Promise<Buffer> => {
  const [header = [], ...rows] = grid;
  const columns = header.map((name) => ({ header: name, key: name }));
  const data = rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])));
  return Buffer.from(await writeXlsx({ sheets: [{ name: '报量表', columns, data }] }));
};

const { variety, quantity, product, reason } = reportColumns;
const at = (column: string, text: string, code: string, words: string, field = column): FileRow => ({
  fault: text === '' ? 'missing' : 'range',
  words,
  change: cell(2, column, text),
  told: [`${field}@2:${code}`],
});

const rows: readonly FileRow[] = [
  {
    fault: 'missing',
    words: 'no column of needs',
    change: withoutColumn(quantity),
    told: [`${quantity}@1:COLUMN_MISSING`],
  },
  { fault: 'missing', words: 'only a header', change: (grid) => grid.slice(0, 1), told: [`${variety}@-:NO_LINES`] },
  { fault: 'range', words: 'no table at all', change: () => Buffer.from([0, 1, 2, 3]), told: ['file@-:NOT_A_SHEET'] },
  {
    fault: 'range',
    words: 'a broken workbook',
    change: () => Buffer.from('PK\u0003\u0004 nothing more'),
    told: ['file@-:NOT_A_SHEET'],
  },
  at(variety, '不存在的药', 'VARIETY_NOT_IN_ROUND', 'an unknown variety'),
  at(quantity, '-1', 'NOT_A_QUANTITY', 'less than nothing'),
  at(quantity, '1.5', 'NOT_A_QUANTITY', 'a part of a unit'),
  at(quantity, '1000000000001', 'QUANTITY_TOO_LARGE', 'more than a country needs'),
  at(quantity, 'many', 'NOT_A_QUANTITY', 'a need in words'),
  at(quantity, '0', 'BELOW_FLOOR_WITHOUT_REASON', 'below the floor without a reason', reason),
  { ...at(product, 'N-4P7-02', 'PRODUCT_NOT_OF_VARIETY', 'a brand of another variety'), fault: 'foreign' },
  at(reason, '长'.repeat(501), 'TOO_LONG', 'a reason of 501 signs'),
  {
    fault: 'missing',
    words: 'a variety of earlier use left out',
    change: (grid) => grid.filter((_, index) => index !== 1),
    told: [`${variety}@-:VARIETY_NOT_REPORTED`],
  },
  { fault: 'duplicate', words: 'one variety twice', change: twice(2), told: [`${variety}@27:DUPLICATE_LINE`] },
];

const reportFile = (name: string, bytes: FileKind['bytes']): FileKind => ({
  name,
  good,
  bytes,
  hear: async (world, content) => {
    const hospital = await world.as(WHO);
    const reportId = await reportOf(world);
    const fileId = await hospital.upload('报量表', content);
    await hospital.mutate('volumeReportUpload', { reportId, fileId });
    await world.journey.drain(SN);
    const said = async (language: string): Promise<Answered | null | undefined> =>
      (await hospital.send<Answered>(FAULTS, { id: reportId }, language)).data;
    const [zh, en] = [await said('zh'), await said('en')];
    if (zh?.volumeReport.state !== 'FAULTY') return undefined;
    return { zh: zh.volumeReport.faults, en: en?.volumeReport.faults ?? [] };
  },
  leftOut: [
    'platform.file',
    'platform.action',
    'platform.request',
    'platform.outbox',
    'platform.job_run',
    'procurement.volume_report',
    'procurement.volume_report_fault',
  ],
  rows,
});

/** The volume report (报量表) as a workbook and as text, read by a job: all lines or none. */
export const reports: readonly FileKind[] = [
  reportFile('volume report, XLSX', xlsx),
  reportFile('volume report, CSV', csv),
];
