import type { World } from '../world';
import { acceptances } from './acceptances';
import { awards } from './awards';
import type { FileKind, FileRow, Grid, Told } from './file-kind';
import { purchases } from './purchases';
import { reports } from './reports';

/** Every kind of file that comes in. */
export const fileKinds: readonly FileKind[] = [awards, ...reports, acceptances, purchases];

const place = ({ field, row, code }: Told): string => `${field}@${row?.toString() ?? '-'}:${code}`;
const chinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** What is wrong with how a bad file is answered, in words. */
export const walkFile = async (world: World, kind: FileKind, row: FileRow, good: Grid): Promise<readonly string[]> => {
  const bad = row.change(good);
  const told = await kind.hear(world, Buffer.isBuffer(bad) ? bad : await kind.bytes(bad));
  if (told === undefined) return ['it was taken'];
  const wrong: string[] = [];
  const found = told.zh.map(place);
  if (JSON.stringify(found) !== JSON.stringify(row.told)) wrong.push(`told ${found.join(', ').slice(0, 400)}`);
  for (const fault of told.zh)
    if (!chinese(fault.mend) || !chinese(fault.message)) wrong.push(`${place(fault)} no Chinese mend: ${fault.mend}`);
  for (const fault of told.en)
    if (fault.mend.trim() === '' || chinese(fault.mend)) wrong.push(`${place(fault)} no English mend: ${fault.mend}`);
  return wrong;
};
