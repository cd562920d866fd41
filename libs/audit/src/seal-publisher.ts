import { Injectable } from '@nestjs/common';
import type { Seal } from './model/seal';
import { headsText } from './rules/kept-heads';

/** The words that follow a published head: its rows and the instant. */
export const sealWords = ({ firstPosition, rowCount, sealedAt }: Seal): string =>
  `positions=${firstPosition}-${firstPosition + rowCount - 1n} sealed=${sealedAt.toISOString()}`;

/** Puts the head of every seal out of the database's reach: one line of the log, as the kept heads are written. */
@Injectable()
export class SealPublisher {
  publish(seal: Seal): void {
    process.stdout.write(`seal ${headsText([{ ...seal, words: sealWords(seal) }])}`);
  }
}
