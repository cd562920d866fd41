import type { World } from '../world';
import { cell, csv, headerOnly, twice, withoutColumn, type FileKind, type FileRow, type Told } from './file-kind';

const SN = '510900';
const FAULTS = `query ($id: Uuid!) {
  acceptanceImport(id: $id) { state }
  acceptanceImportFaults(importId: $id, first: 200) { edges { node { field row code message mend } } } }`;

interface Answered {
  readonly acceptanceImport: { readonly state: string };
  readonly acceptanceImportFaults: { readonly edges: readonly { readonly node: Told }[] };
}

const at = (column: string, text: string, code: string, words: string, field = column): FileRow => ({
  fault: text === '' ? 'missing' : 'range',
  words,
  change: cell(2, column, text),
  told: [`${field}@2:${code}`],
});

/** The shipment that a hospital has not accepted: what its file would say. */
const good = async (world: World) => {
  const shipments = await world.journey.db.ownerQuery<{ number: string; line: string; units: string }>(
    `SELECT s.number, l.line_number::text AS line, l.shipped_quantity::text AS units
     FROM procurement.shipment s JOIN procurement.shipment_line l ON l.area = s.area AND l.shipment_id = s.id
     WHERE s.area = $1 AND NOT EXISTS (SELECT FROM procurement.acceptance_line a WHERE a.shipment_line_id = l.id)
     ORDER BY s.number, l.line_number`,
    [SN],
  );
  return [
    ['shipment_number', 'line_number', 'accepted_on', 'accepted', 'damaged', 'missing'],
    ...shipments.map(({ number, line, units }) => [number, line, '2020-07-01', units, '0', '0']),
  ];
};

/** Files of acceptances (验收文件), CSV, read by a job: all lines or none. */
export const acceptances: FileKind = {
  name: 'acceptance lines, CSV',
  good,
  bytes: csv,
  hear: async (world, content) => {
    const hospital = await world.as('sn-hospital');
    const packed = content[0] === 0x1f;
    const fileId = await hospital.upload(packed ? 'acceptances.csv.gz' : 'acceptances.csv', content);
    const { id } = await hospital.mutate<{ id: string }>('acceptanceFileImport', { fileId }, '{ id }');
    await world.journey.drain(SN);
    const said = async (language: string): Promise<Answered | null | undefined> =>
      (await hospital.send<Answered>(FAULTS, { id }, language)).data;
    const [zh, en] = [await said('zh'), await said('en')];
    if (zh?.acceptanceImport.state !== 'FAULTY') return undefined;
    const faults = (data: Answered | null | undefined): readonly Told[] =>
      data?.acceptanceImportFaults.edges.map(({ node }) => node) ?? [];
    return { zh: faults(zh), en: faults(en) };
  },
  leftOut: [
    'platform.file',
    'platform.action',
    'platform.request',
    'platform.outbox',
    'platform.job_run',
    'procurement.acceptance_import',
    'procurement.acceptance_import_fault',
  ],
  rows: [
    { fault: 'missing', words: 'only a header', change: headerOnly, told: ['file@1:NO_LINES'] },
    {
      fault: 'missing',
      words: 'no column of the missing',
      change: withoutColumn('missing'),
      told: ['missing@1:COLUMN_MISSING'],
    },
    {
      fault: 'range',
      words: 'a broken archive',
      change: () => Buffer.from([0x1f, 0x8b, 0, 1, 2, 3]),
      told: ['file@1:NOT_A_SHEET'],
    },
    {
      fault: 'missing',
      words: 'a row of five cells',
      change: (grid) => grid.map((cells, index) => (index === 1 ? cells.slice(0, 5) : cells)),
      told: ['line@2:CELL_COUNT'],
    },
    at('shipment_number', '', 'NOT_A_SHIPMENT_NUMBER', 'no number'),
    at('shipment_number', 'S99999999', 'LINE_NOT_FOUND', 'a number that nobody has'),
    at('line_number', '999', 'LINE_NOT_FOUND', 'a line there is not', 'shipment_number'),
    at('line_number', 'one', 'NOT_A_QUANTITY', 'a line in words'),
    at('accepted_on', '2020-06-31', 'NOT_A_DATE', 'a day there is not'),
    at('accepted_on', '2020-07-02', 'IN_THE_FUTURE', 'tomorrow'),
    at('accepted_on', '2020-06-28', 'BEFORE_SHIPPING', 'the day before it was sent'),
    at('accepted', '', 'NOT_A_QUANTITY', 'nothing written'),
    at('accepted', '-1', 'NOT_A_QUANTITY', 'less than nothing'),
    at('damaged', '1', 'PARTS_NOT_SHIPPED', 'one unit more than was sent', 'accepted'),
    at('missing', '9'.repeat(16), 'NOT_A_QUANTITY', 'more than can be counted'),
    {
      fault: 'foreign',
      words: 'a shipment of another area',
      change: (grid) => grid.map((cells, index) => (index === 1 ? ['S500000001', ...cells.slice(1)] : cells)),
      told: ['shipment_number@2:LINE_NOT_FOUND'],
    },
    {
      fault: 'duplicate',
      words: 'one line twice',
      change: (grid) => twice(2)(grid.slice(0, 3)),
      told: ['shipment_number@4:ALREADY_ACCEPTED'],
    },
  ],
};
