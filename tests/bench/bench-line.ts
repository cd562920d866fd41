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
  /** Of the processes that did our work, from their start to the last round. */
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

const ownPeakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

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
  /** Peak memory of the processes that do our work; default: of this process. */
  readonly peakRssMiB?: () => number;
}

/** Runs ours and the reference in turn, changing who begins, after one unmeasured round of each. */
export const interleaved = async (duel: Duel): Promise<BenchLine> => {
  await duel.reference();
  await duel.ours();
  const ours: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < duel.rounds; round += 1) {
    const turns = [async () => ours.push(await duel.ours()), async () => reference.push(await duel.reference())];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
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
    peakRssMiB: duel.peakRssMiB?.() ?? ownPeakMiB(),
  };
};

/** Seconds that a piece of work takes. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
};

/** What a piece of work took, on the wall and of processors. */
export interface Cost {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** Measures a piece of work; `processor` tells the processor seconds used so far by everybody who takes part in it. */
export const costOf = async (processor: () => number, work: () => Promise<unknown>): Promise<Cost> => {
  const before = processor();
  const seconds = await secondsOf(work);
  return { seconds, processorSeconds: processor() - before };
};

export type CostDuel = Omit<Duel, 'unit' | 'better' | 'ours' | 'reference'> & {
  readonly ours: () => Promise<Cost>;
  readonly reference: () => Promise<Cost>;
};

/**
 * Two lines of one run: the time on the wall, and the processor time of both sides, which a busy machine disturbs
 * less. The second is left out where processor time cannot be read.
 */
export const interleavedCosts = async ({ ours, reference, ...duel }: CostDuel): Promise<readonly BenchLine[]> => {
  const kept = { ours: [] as Cost[], reference: [] as Cost[] };
  const measured = (side: keyof typeof kept, run: () => Promise<Cost>) => async (): Promise<number> => {
    const cost = await run();
    kept[side].push(cost);
    return cost.seconds;
  };
  const wall = await interleaved({
    ...duel,
    unit: 's',
    better: 'smaller',
    ours: measured('ours', ours),
    reference: measured('reference', reference),
  });
  const told = (side: keyof typeof kept): (() => Promise<number>) => {
    const costs = kept[side].values();
    return () => Promise.resolve(costs.next().value?.processorSeconds ?? Number.NaN);
  };
  const processor = await interleaved({
    ...duel,
    bench: `${duel.bench}-processor`,
    unit: 'processor s',
    better: 'smaller',
    ours: told('ours'),
    reference: told('reference'),
  });
  return Number.isFinite(processor.ratio) ? [wall, processor] : [wall];
};
