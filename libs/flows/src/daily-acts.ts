import { type WaitingService } from '@huiji/approval';
import { assert, type Result } from '@huiji/kernel';
import { type PublicityService } from '@huiji/long-term-care';
import type { Tx } from '@huiji/platform';
import { type SavingsSheetService } from '@huiji/savings';
import { type StatusQueryService } from '@huiji/settlement';
import type { DailyAct } from './daily-schedule';

/** An act of a morning is never refused: it takes only what is due. */
const value = <T>(result: Result<T>): T => {
  assert(result.ok, 'an act of the daily schedule is not refused');
  return result.value;
};

/** What the law lets happen by itself on a morning, in this order. */
export const dailyActs = (
  publicity: PublicityService,
  sheets: SavingsSheetService,
  silence: StatusQueryService,
  waiting: WaitingService,
): readonly DailyAct[] => [
  { name: 'end publicity that is over', run: async (tx: Tx) => value(await publicity.closeDue(tx)).length },
  { name: 'take silence on sheets of retained savings for a yes', run: (tx: Tx) => sheets.confirmSilent(tx) },
  {
    name: 'notice payments on which the bank is silent',
    run: async (tx: Tx) => Number(value(await silence.noticeSilence(tx))),
  },
  { name: 'raise what is past its deadline to the next level', run: (tx: Tx) => waiting.raiseLate(tx) },
];
