import { SealVerifier, type Finding, type SealHead, type SealReport } from '@huiji/audit';
import type { Database } from '@huiji/platform';

const WORDS: Readonly<Record<Finding['kind'], string>> = {
  changed: 'a column is not what was sealed',
  deleted: 'a sealed row is gone',
  inserted: 'a row stands where none was sealed',
  swapped: "a sealed row stands in another's place",
  'cut-off': 'the seal is gone',
  'seal-changed': 'the seal does not fit its head, the one before it, or the head that was kept',
};

const findingLine = ({ kind, seal, actionId, seq }: Finding): string => {
  const row = actionId === null ? '' : `, action ${actionId} at ${String(seq)}`;
  return `          ${kind}: seal ${String(seal)}${row}: ${WORDS[kind]}`;
};

/** What a verification of one area says: a line for the seals, the findings below it, and how far the tail reaches. */
export const sealLines = (area: string, report: SealReport): readonly string[] => {
  const { sealCount, rowCount, findings, findingCount, tailCount, tailSince } = report;
  const more = findingCount - BigInt(findings.length);
  return [
    `${findingCount === 0n ? 'ok    ' : 'BROKEN'}  ${area}  seals: ${String(sealCount)} seals over ${String(rowCount)} actions are as they were made`,
    ...findings.map(findingLine),
    ...(more > 0n ? [`          and ${String(more)} more`] : []),
    tailSince === null
      ? `        ${area}  seals: nothing waits to be sealed`
      : `        ${area}  seals: ${String(tailCount)} actions since ${tailSince.toISOString()} are not sealed yet`,
  ];
};

/** Recomputes the seals of every area; answers in how many something was found. */
export const verifySeals = async (
  database: Database,
  areas: readonly string[],
  kept: readonly SealHead[],
  say: (line: string) => void,
): Promise<number> => {
  let broken = 0;
  for (const area of areas) {
    const report = await SealVerifier.verify(database, area, kept);
    if (report.findingCount > 0n) broken += 1;
    for (const line of sealLines(area, report)) say(line);
  }
  const unknown = new Set(kept.map((head) => head.area).filter((area) => !areas.includes(area)));
  for (const area of unknown) say(`BROKEN  ${area}  seals: heads were kept of this area, and it is not there`);
  return broken + unknown.size;
};
