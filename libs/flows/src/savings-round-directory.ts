import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoundService } from '@huiji/procurement';
import { RoundDirectory, type Rounds } from '@huiji/savings';
import type { Tx } from '@huiji/platform';

/** The rounds of procurement, told to the keeper of policies of retained savings. */
@Injectable()
export class SavingsRoundDirectory implements Rounds, OnModuleInit {
  constructor(
    private readonly rounds: RoundService,
    private readonly directory: RoundDirectory,
  ) {}

  onModuleInit(): void {
    this.directory.register(this);
  }

  exists(tx: Tx, roundId: string): Promise<boolean> {
    return this.rounds.exists(tx, roundId);
  }
}
