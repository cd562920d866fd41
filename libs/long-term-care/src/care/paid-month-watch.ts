import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { StopKind } from './model/care';

/** A stop became known that changes months which a run pays. */
export interface DoubtedMonths {
  readonly stop: StopKind;
  /** The subsidy lines of those months. */
  readonly lineIds: readonly string[];
}

/** Holds the money of months that turn out otherwise. Whoever pays registers one. */
export interface PaidMonthKeeper {
  doubted(tx: Tx, doubt: DoubtedMonths): Promise<void>;
}

/** Tells the keeper of the money, in the same transaction, that months are doubted. */
@Injectable()
export class PaidMonthWatch implements PaidMonthKeeper {
  private keeper: PaidMonthKeeper | undefined;

  /** Called once at start by whoever keeps the money of subsidies. */
  register(keeper: PaidMonthKeeper): void {
    if (this.keeper) throw new Error('there is one keeper of paid months');
    this.keeper = keeper;
  }

  /** Where nobody pays, nothing has to be held. */
  doubted(tx: Tx, doubt: DoubtedMonths): Promise<void> {
    return this.keeper?.doubted(tx, doubt) ?? Promise.resolve();
  }
}
