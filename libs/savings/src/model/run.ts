import type { Fen, PlainDate } from '@huiji/kernel';

/** One sealed calculation of a closed year. */
export interface RunView {
  readonly id: string;
  readonly yearId: string;
  readonly policyId: string;
  readonly madeOn: PlainDate;
  readonly answerUntil: PlainDate;
  readonly sheetCount: bigint;
  readonly lineCount: bigint;
  readonly retained: Fen;
  readonly seal: string;
}
