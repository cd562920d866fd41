import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';

/** What is left of an accepted line once units of it were sent back, smallest units. */
export interface LineLeft {
  readonly acceptanceLineId: string;
  readonly quantity: bigint;
}

/** Hears of every return in its transaction, and may refuse it: goods that are invoiced are not simply sent back. */
export interface ReturnWatcher {
  returned(tx: Tx, left: LineLeft): Promise<Result<void>>;
}

/** Tells the domain that pays for accepted goods what is still there to be paid. A flow registers it. */
@Injectable()
export class ReturnWatch implements ReturnWatcher {
  private watcher: ReturnWatcher | undefined;

  /** Called once at start by the flow that knows what is invoiced. */
  register(watcher: ReturnWatcher): void {
    if (this.watcher) throw new Error('there is one watcher of returns');
    this.watcher = watcher;
  }

  /** Where nobody invoices, nothing holds a return. */
  returned(tx: Tx, left: LineLeft): Promise<Result<void>> {
    return this.watcher?.returned(tx, left) ?? Promise.resolve(ok(undefined));
  }
}
