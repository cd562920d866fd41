/** One figure of a bench, printed as one JSON line. */
export interface BenchLine {
  readonly bench: string;
  /** What was measured, in `unit`. */
  readonly ours: number;
  readonly reference: number;
  readonly unit: string;
  /** Ours to the reference so that more is better; the median over the rounds. */
  readonly ratio: number;
  /** What is aimed at; reported, never a verdict. */
  readonly target: number;
  readonly rounds: number;
  /** Smallest and largest ratio of the rounds. */
  readonly range: readonly [number, number];
  readonly peakRssMiB: number;
}

export interface BenchOptions {
  /** A size that a test can afford. */
  readonly small: boolean;
}

/** A bench yields one line per figure. */
export type Bench = (options: BenchOptions) => Promise<readonly BenchLine[]>;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

export interface Duel {
  readonly bench: string;
  readonly unit: string;
  readonly target: number;
  readonly rounds: number;
  /** Each measures one round and answers in `unit`. */
  readonly ours: () => Promise<number>;
  readonly reference: () => Promise<number>;
  /** Whether a smaller figure is the better one (seconds) or the larger (requests per second). */
  readonly better: 'smaller' | 'larger';
}

/** Runs ours and the reference in turn, changing who begins, after one unmeasured round of each. */
export const interleaved = async (duel: Duel): Promise<BenchLine> => {
  await duel.reference();
  await duel.ours();
  const ours: number[] = [];
  const reference: number[] = [];
  let peak = process.memoryUsage().rss;
  for (let round = 0; round < duel.rounds; round += 1) {
    const turns = [async () => ours.push(await duel.ours()), async () => reference.push(await duel.reference())];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const ratios = ours.map((value, round) => {
    const other = reference[round] ?? Number.NaN;
    return duel.better === 'smaller' ? other / value : value / other;
  });
  return {
    bench: duel.bench,
    ours: rounded(median(ours)),
    reference: rounded(median(reference)),
    unit: duel.unit,
    ratio: rounded(median(ratios)),
    target: duel.target,
    rounds: duel.rounds,
    range: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    peakRssMiB: Math.round(peak / 1_048_576),
  };
};

/** Seconds that a piece of work takes. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};
