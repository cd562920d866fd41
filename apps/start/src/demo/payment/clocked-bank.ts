import { Bank } from '@huiji/bank-sandbox/bank';
import type { PlainDate } from '@huiji/kernel';
import type { BankRound } from './payment-play';

/** The small bank in this process, whose clock is the business date of the play: what it books, it books on that day. */
export class ClockedBank implements BankRound {
  private readonly bank: Bank;
  private today: () => PlainDate = () => {
    throw new Error('the bank has no day yet');
  };

  constructor(root: string) {
    this.bank = new Bank(root, () => new Date(`${this.today()}T15:00:00+08:00`));
  }

  /** Whose day it is from now on. */
  follow(today: () => PlainDate): void {
    this.today = today;
  }

  round(): Promise<number> {
    return this.bank.round();
  }

  close(): void {
    this.bank.close();
  }
}
