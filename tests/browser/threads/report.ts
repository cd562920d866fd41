import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Visitor } from '../visitor';
import { as, type Stage } from './stage';

type Cell = string | number;
const QUANTITY = '年度需求量（最小单位）';

/** Downloads the sheet behind a button and reads it: the header first. */
const sheetBehind = async (hospital: Visitor, name: string): Promise<readonly (readonly unknown[])[]> => {
  const [download] = await Promise.all([
    hospital.page.waitForEvent('download'),
    hospital.page.getByRole('button', { name }).click(),
  ]);
  const book = await readXlsx(readFileSync(await download.path()));
  return book.sheets[0]?.rows ?? [];
};

/** The template filled in: the same need everywhere, but what `odd` says of the first row. */
const filled = async (rows: readonly (readonly unknown[])[], odd?: string): Promise<Buffer> => {
  const [header = [], ...lines] = rows;
  const names = header.map(String);
  const data = lines.map((cells, index) =>
    Object.fromEntries(
      names.map((name, at): [string, Cell] => {
        const cell = cells[at];
        if (name !== QUANTITY) return [name, typeof cell === 'number' || typeof cell === 'string' ? cell : ''];
        return [name, index === 0 && odd !== undefined ? odd : 5_000_000];
      }),
    ),
  );
  const columns = names.map((name) => ({ header: name, key: name }));
  return Buffer.from(await writeXlsx({ sheets: [{ name: '报量表', columns, data }] }));
};

const upload = async (hospital: Visitor, content: Buffer): Promise<void> => {
  await hospital.page.locator('input[type=file]').setInputFiles({
    name: '2021年度报量.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: content,
  });
};

/** A hospital reports from a sheet: wrong, mended, submitted, taken back, submitted again. Answers the report's address. */
export const report = (stage: Stage): Promise<string> =>
  as(stage, 'sn-hospital', async (hospital) => {
    await hospital.look('home-hospital');
    await hospital.open('/reports');
    await hospital.follow('2021 年度报量');
    const rows = await sheetBehind(hospital, '下载模板');
    await upload(hospital, await filled(rows, '约七万'));
    await hospital.state('有错误');
    await hospital.sees('约七万');
    await hospital.look('report-faults');
    const back = await sheetBehind(hospital, '下载带错误说明的表格');
    expect(back[0]).toContain('错误与改正办法');
    expect(back[1]?.join(' ')).toContain('约七万');
    await upload(hospital, await filled(back));
    await hospital.state('草稿');
    await hospital.act('提交报量单');
    await hospital.state('已提交，待审核');
    await hospital.sees('初审');
    await hospital.act('撤回');
    await hospital.state('草稿');
    await hospital.act('提交报量单');
    await hospital.look('report-submitted');
    return new URL(hospital.page.url()).pathname;
  });

/** Both levels pass it; the first reads it in the list of what waits. */
export const acceptReport = async (stage: Stage, address: string): Promise<void> => {
  await as(stage, 'sn-first', async (reviewer) => {
    await reviewer.open(address);
    await reviewer.act('审核通过');
    await reviewer.sees('复核');
  });
  await as(stage, 'sn-recheck', async (reviewer) => {
    await reviewer.open(address);
    await reviewer.act('审核通过');
    await reviewer.state('已受理');
  });
};
