import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';

/** Knows the rounds (批次) of an area. The domain that keeps them registers one. */
export interface Rounds {
  exists(tx: Tx, roundId: string): Promise<boolean>;
}

/** Tells whether a round is there, so that no policy is written for one that is absent or of another area. */
@Injectable()
export class RoundDirectory implements Rounds {
  private rounds: Rounds | undefined;

  /** Called once at start by the library that knows the rounds. */
  register(rounds: Rounds): void {
    if (this.rounds) throw new Error('there is one directory of rounds');
    this.rounds = rounds;
  }

  /** Where nobody knows the rounds, none is doubted. */
  exists(tx: Tx, roundId: string): Promise<boolean> {
    return this.rounds?.exists(tx, roundId) ?? Promise.resolve(true);
  }
}
