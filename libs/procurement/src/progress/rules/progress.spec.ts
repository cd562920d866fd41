import { basisPoints, formatScaled, quotient } from '@huiji/kernel';
import fc from 'fast-check';
import { averageProgress, hundredthsOfPercent, progressLevel, progressOf } from './progress';

const warn = basisPoints(8000);
const shown = (percent: bigint | null): string => (percent === null ? 'none' : formatScaled(percent, 2));

describe('progress of agreed volume (约定采购量完成进度)', () => {
  it('A13 the agreed volume is a floor: 296 % is shown as 296.00 %, not clipped', () => {
    const progress = progressOf({ agreed: 1000n, accepted: 2960n });
    expect(progress && shown(hundredthsOfPercent(progress))).toBe('296.00');
    expect(progressLevel({ agreed: 1000n, accepted: 2960n }, quotient(226n, 366n), warn, false)).toBe('on-track');
  });

  it('A13 an average is the unweighted mean rounded once, beside the volume-weighted figure with its base', () => {
    const average = averageProgress([
      { agreed: 3n, accepted: 1n },
      { agreed: 3n, accepted: 1n },
      { agreed: 3000n, accepted: 3001n },
      { agreed: 0n, accepted: 9n },
    ]);
    expect(shown(average.unweightedPercent)).toBe('55.57');
    expect(shown(average.weightedPercent)).toBe('99.90');
    expect(average.base).toEqual({ products: 3, agreed: 3006n, withoutAgreedVolume: 1 });
  });

  it('A13 twenty-five products around 296 % read 296.00 %', () => {
    const products = Array.from({ length: 25 }, (_, index) => ({
      agreed: 100_000n,
      accepted: 296_000n + BigInt(index - 12) * 5000n,
    }));
    expect(shown(averageProgress(products).unweightedPercent)).toBe('296.00');
  });

  it('A13 without any agreed volume there is no average, not zero', () => {
    expect(averageProgress([{ agreed: 0n, accepted: 5n }]).unweightedPercent).toBeNull();
  });

  it('A17 behind is less than 80 % of time progress; exactly 80 % is not behind', () => {
    const half = quotient(1n, 2n);
    expect(progressLevel({ agreed: 1000n, accepted: 400n }, half, warn, false)).toBe('on-track');
    expect(progressLevel({ agreed: 1000n, accepted: 399n }, half, warn, false)).toBe('behind');
  });

  it('A17 unmet is below 100 % when the year has ended', () => {
    const whole = quotient(366n, 366n);
    expect(progressLevel({ agreed: 1000n, accepted: 999n }, whole, warn, true)).toBe('unmet');
    expect(progressLevel({ agreed: 1000n, accepted: 1000n }, whole, warn, true)).toBe('on-track');
  });

  it('A17 a winner with agreed volume 0 has no progress and no warning', () => {
    expect(progressLevel({ agreed: 0n, accepted: 0n }, quotient(1n, 1n), warn, true)).toBe('no-agreed-volume');
  });

  it('A13 the mean rounds once: it equals the twin over one common denominator (seed 296)', () => {
    const facts = fc.record({ agreed: fc.bigInt(1n, 999n), accepted: fc.bigInt(0n, 9999n) });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (products) => {
        const common = products.reduce((product, { agreed }) => product * agreed, 1n);
        const sum = products.reduce((total, { agreed, accepted }) => total + accepted * (common / agreed), 0n);
        const denominator = common * BigInt(products.length);
        const whole = (sum * 10_000n) / denominator;
        const rest = (sum * 10_000n) % denominator;
        expect(averageProgress(products).unweightedPercent).toBe(rest * 2n >= denominator ? whole + 1n : whole);
      }),
      { seed: 296, numRuns: 300 },
    );
  });
});
