import type { PlainDate } from '@huiji/kernel';
import type { AverageProgress, ProgressLevel } from '../rules/progress';

export const progressDimensions = ['product', 'hospital', 'supplier'] as const;
export type ProgressDimension = (typeof progressDimensions)[number];

/** Progress of one product, hospital or supplier; quantities in smallest units, percentages in hundredths of 1 %. */
export interface ProgressRow {
  /** Id of the product or organisation. */
  readonly key: string;
  readonly agreed: bigint;
  readonly ordered: bigint;
  readonly shipped: bigint;
  /** Accepted less returned. */
  readonly accepted: bigint;
  /** Null for agreed volume 0; never capped. */
  readonly percent: bigint | null;
  readonly level: ProgressLevel;
}

export interface ProgressSheet {
  readonly periodId: string;
  readonly agreementYearId: string;
  readonly yearNumber: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly asOf: PlainDate;
  /** Elapsed days of the year on the day, both ends counted, and days of the year. */
  readonly elapsedDays: number;
  readonly days: number;
  readonly timePercent: bigint;
  readonly average: AverageProgress;
  readonly rows: readonly ProgressRow[];
}
