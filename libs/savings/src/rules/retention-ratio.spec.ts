import { basisPoints, quotient, reduce } from '@huiji/kernel';
import { bandFaults, retentionRatio } from './retention-ratio';
import { shenzhenBands } from '../model/shipped-bands';

const banded = { ratioKind: 'banded', bands: shenzhenBands, capBp: basisPoints(5_000) } as const;
const ofScore = (hundredths: bigint): bigint => reduce(retentionRatio(banded, hundredths)).numerator;

describe('B5 the retention ratio of a score', () => {
  it.each([
    [0n, 0n],
    [5_999n, 0n],
    [6_000n, 3n],
    [6_999n, 3n],
    [7_000n, 4n],
    [7_999n, 4n],
    [8_000n, 5n],
    [10_000n, 5n],
  ])('score %s hundredths keeps %s tenths at the half-open edges', (score, tenths) => {
    const ratio = retentionRatio(banded, score);
    expect(ratio.numerator * 10n).toBe(tenths * ratio.denominator);
  });

  it('never passes the cap of the policy', () => {
    expect(retentionRatio({ ...banded, capBp: basisPoints(4_500) }, 9_000n)).toEqual(quotient(4_500n, 10_000n));
  });

  it('linear: cap × score ÷ 100', () => {
    const ratio = reduce(retentionRatio({ ratioKind: 'linear', bands: [], capBp: basisPoints(5_000) }, 7_600n));
    expect(ratio).toEqual(quotient(19n, 50n));
  });

  it('a score outside 0…100 is a broken promise', () => {
    expect(() => retentionRatio(banded, 10_001n)).toThrow('within 0…100.00');
    expect(ofScore(10_000n)).toBe(1n);
  });
});

describe('a table of bands', () => {
  it('is whole when it covers 0…100 without gap or overlap', () => expect(bandFaults(shenzhenBands)).toEqual([]));

  it('with overlapping edges, as published, is refused', () => {
    const [top, ...rest] = shenzhenBands;
    expect(top && bandFaults([{ ...top, fromHundredths: 7_900n }, ...rest])).toEqual(['BAND_OVERLAP']);
  });

  it('with a hole, without a bottom, or without a top is refused', () => {
    expect(bandFaults(shenzhenBands.slice(0, 3))).toEqual(['BAND_GAP']);
    expect(bandFaults(shenzhenBands.slice(1))).toEqual(['BAND_GAP']);
    expect(bandFaults([])).toEqual(['BAND_GAP']);
  });

  it('with a band above 100 or below 0 is refused', () => {
    const [top, ...rest] = shenzhenBands;
    expect(top && bandFaults([{ ...top, toHundredths: 10_001n }, ...rest])).toEqual(['BAND_OUT_OF_RANGE']);
    const below = { fromHundredths: -1n, toHundredths: 0n, ratioBp: basisPoints(0) };
    expect(bandFaults([...shenzhenBands, below])).toContain('BAND_OUT_OF_RANGE');
  });

  it('with a band that holds nothing is refused', () => {
    const empty = { fromHundredths: 6_000n, toHundredths: 6_000n, ratioBp: basisPoints(0) };
    expect(bandFaults([...shenzhenBands, empty])).toContain('BAND_EMPTY');
  });
});
