import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PaidMonthWatch, type DoubtedMonths, type PaidMonthKeeper, type StopKind } from '@huiji/long-term-care';
import type { Tx } from '@huiji/platform';
import { PayableService, type HoldReason } from '@huiji/settlement';

const reasons = {
  death: 'care-death',
  'moved-away': 'care-moved-away',
  'hospital-stay': 'care-hospital-stay',
} as const satisfies Record<StopKind, HoldReason>;

/** A death, a move or a stay that changes a month already handed over → its payables on hold, while they are not paid. */
@Injectable()
export class SubsidyHoldFlow implements PaidMonthKeeper, OnModuleInit {
  constructor(
    private readonly payables: PayableService,
    private readonly watch: PaidMonthWatch,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  /** In the transaction that records the stop. */
  async doubted(tx: Tx, { stop, lineIds }: DoubtedMonths): Promise<void> {
    await this.payables.hold(tx, { kind: 'care-subsidy', sourceIds: lineIds, reason: reasons[stop] });
  }
}
