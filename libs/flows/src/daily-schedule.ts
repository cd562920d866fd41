import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

/** One thing the law lets happen by itself on a business day. Run twice on one day, it does nothing twice. */
export interface DailyAct {
  /** A sentence, for the log and the answer: 'end publicity that is over'. */
  readonly name: string;
  /** Answers how many subjects it touched. */
  run(tx: Tx): Promise<number>;
}

export const DAILY_ACTS = Symbol('DailyActs');

/** What a day did: each act with how many subjects it touched. */
export interface DayReport {
  readonly date: string;
  readonly touched: ReadonlyMap<string, number>;
}

/** The morning of a business day of one area: every act in its declared order, in the caller's transaction. */
@Injectable()
export class DailySchedule {
  constructor(@Inject(DAILY_ACTS) private readonly acts: readonly DailyAct[]) {}

  async run(tx: Tx): Promise<DayReport> {
    const touched = new Map<string, number>();
    for (const act of this.acts) touched.set(act.name, await act.run(tx));
    return { date: tx.businessDate, touched };
  }
}
