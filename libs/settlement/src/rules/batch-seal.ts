import { addFen } from '@huiji/kernel';

import type { BatchSeal, SealedLine } from '../model/batch';

/** The canonical text of a line; the same text is built in SQL, where large batches are sealed. */
export const sealedLineText = (line: SealedLine): string =>
  [line.lineNo, line.payableId, line.amountFen, line.payeeType, line.payeeId, line.payeeAccountId].join('|');

/** The text that is hashed: lines in the order of their numbers, one per row. */
export const sealText = (lines: readonly SealedLine[]): string =>
  [...lines]
    .sort((a, b) => a.lineNo - b.lineNo)
    .map(sealedLineText)
    .join('\n');

/** Count, sum in fen and hash of a batch. The hash function comes from outside: rules know no machine. */
export const sealBatch = (lines: readonly SealedLine[], sha256: (text: string) => string): BatchSeal => ({
  count: BigInt(lines.length),
  sumFen: addFen(...lines.map((line) => line.amountFen)),
  sha256: sha256(sealText(lines)),
});

/** A seal holds when every figure is the same. */
export const sealHolds = (stored: BatchSeal, found: BatchSeal): boolean =>
  stored.count === found.count && stored.sumFen === found.sumFen && stored.sha256 === found.sha256;
