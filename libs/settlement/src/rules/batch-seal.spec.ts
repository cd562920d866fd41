import { createHash } from 'node:crypto';
import { fen } from '@huiji/kernel';
import * as fc from 'fast-check';

import type { SealedLine } from '../model/batch';
import { sealBatch, sealHolds, sealText } from './batch-seal';

const seed = 20_200_715;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const line = (lineNo: number, amount: number): SealedLine => ({
  lineNo,
  payableId: `payable-${lineNo}`,
  amountFen: fen(amount),
  payeeType: 'organisation',
  payeeId: 'payee',
  payeeAccountId: 'account',
});

const lines = fc
  .array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
  .map((amounts) => amounts.map((amount, index): SealedLine => ({ ...line(index + 1, 0), amountFen: fen(amount) })));

describe(`C8 the seal of a batch (seed ${seed})`, () => {
  it('holds the count, the sum in fen and the hash of every line', () => {
    expect(sealBatch([line(1, 100_000), line(2, 99_999)], sha256)).toEqual({
      count: 2n,
      sumFen: 199_999n,
      sha256: sha256('1|payable-1|100000|organisation|payee|account\n2|payable-2|99999|organisation|payee|account'),
    });
  });

  it('is the same in whatever order the lines are read', () => {
    fc.assert(
      fc.property(lines, (some) => sealText([...some].reverse()) === sealText(some)),
      { seed },
    );
  });

  it('breaks when an amount moves from one line to another, though count and sum stay', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (some, at) => {
        const [first, second] = [some[at % some.length], some[(at + 1) % some.length]];
        if (!first || !second || first === second || first.amountFen === second.amountFen) return;
        const swapped = some.map((one) =>
          one === first
            ? { ...one, amountFen: second.amountFen }
            : one === second
              ? { ...one, amountFen: first.amountFen }
              : one,
        );
        expect(sealHolds(sealBatch(some, sha256), sealBatch(swapped, sha256))).toBe(false);
      }),
      { seed },
    );
  });

  it.each([
    ['the payee', { payeeId: 'thief' }],
    ['the account', { payeeAccountId: 'other' }],
    ['the payable', { payableId: 'other' }],
    ['the kind of payee', { payeeType: 'person' as const }],
  ])('breaks when %s changes', (_what, change) => {
    expect(sealHolds(sealBatch([line(1, 5)], sha256), sealBatch([{ ...line(1, 5), ...change }], sha256))).toBe(false);
  });
});
