import { basisPoints } from '@huiji/kernel';
import type { ScoreBand } from './policy';

/**
 * Shenzhen's published bands as shipped default data: [80,100] 50 %, [70,80) 40 %, [60,70) 30 %, [0,60) 0.
 * The published edges overlap; shipped half open. An area copies them into its own dated policy and may change them.
 */
export const shenzhenBands: readonly ScoreBand[] = [
  { fromHundredths: 8_000n, toHundredths: 10_000n, ratioBp: basisPoints(5_000) },
  { fromHundredths: 7_000n, toHundredths: 8_000n, ratioBp: basisPoints(4_000) },
  { fromHundredths: 6_000n, toHundredths: 7_000n, ratioBp: basisPoints(3_000) },
  { fromHundredths: 0n, toHundredths: 6_000n, ratioBp: basisPoints(0) },
];
