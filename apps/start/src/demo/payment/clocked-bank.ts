import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bank } from '@huiji/bank-sandbox/bank';
import type { PlainDate } from '@huiji/kernel';
import type { BankRound } from './payment-play';

/** The small bank in this process, whose clock is the business date of the play: what it books, it books on that day. */
export class ClockedBank implements BankRound {
  private readonly bank: Bank;
  private today: () => PlainDate = () => {
    throw new Error('the bank has no day yet');
  };

  constructor(private readonly root: string) {
    mkdirSync(join(root, 'bank'), { recursive: true });
    this.bank = new Bank(root, () => new Date(`${this.today()}T15:00:00+08:00`));
  }

  /** Whose day it is from now on. */
  follow(today: () => PlainDate): void {
    this.today = today;
  }

  /** The bank keeps silent on these instructions and no others; it executes them and says so only when asked. */
  keepSilentOn(instructions: readonly string[]): void {
    const rules = instructions.map((instruction) => ({ instruction, act: 'silent', executes: true }));
    writeFileSync(join(this.root, 'behaviour.json'), `${JSON.stringify({ rules }, null, 2)}\n`);
  }

  round(): Promise<number> {
    return this.bank.round();
  }

  close(): void {
    this.bank.close();
  }
}
