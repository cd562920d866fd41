import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

/** Knows accepted lines (验收行): how much of each is still there, accepted less returned, smallest units. */
export interface Goods {
  left(tx: Tx, acceptanceLineIds: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
}

/** What hospitals still hold of what they accepted, asked anew before money is owed for it. A flow registers it. */
@Injectable()
export class AcceptedGoods {
  private goods: Goods | undefined;

  /** Called once at start by the flow that knows what was accepted. */
  register(goods: Goods): void {
    if (this.goods) throw new Error('there is one keeper of accepted goods');
    this.goods = goods;
  }

  /** Undefined where nobody knows: what the lines themselves remember counts then. A line that is not named is gone. */
  left(tx: Tx, acceptanceLineIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> | undefined {
    return this.goods?.left(tx, acceptanceLineIds);
  }
}
