import type { Provider } from '@nestjs/common';
import { applyRetentionJob, rotateKeysJob, sealActionsJob } from '@huiji/audit';
import { AreaClockFlow } from '@huiji/flows';
import { areaCode, plainDateOf } from '@huiji/kernel';
import { Database, JobRunner, type Scope } from '@huiji/platform';
import { noticeSilenceJob, readBankMessagesJob } from '@huiji/settlement';
import { SCHEDULED_ACTS, type ScheduledAct } from './schedule';

const SECOND_MS = 1000;

/** Brings an area to the day the machine's clock shows in Asia/Shanghai; a demonstration keeps its own days. */
export const bringToToday =
  (database: Database, clock: AreaClockFlow) =>
  async (area: string, now: Date): Promise<void> => {
    const today = plainDateOf(now);
    const rows: { behind: boolean }[] = await database.global.query(
      'SELECT NOT demonstration AND business_date < $2 AS behind FROM platform.area WHERE area = $1',
      [area, today],
    );
    if (rows[0]?.behind !== true) return;
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: 'schedule' } };
    const moved = await database.inTransaction(scope, (tx) => clock.moveTo(tx, today));
    if (!moved.ok) throw new Error(`the day did not begin: ${moved.refusal.code}`);
  };

/** What time starts, and how often. */
export const scheduledActs: Provider = {
  provide: SCHEDULED_ACTS,
  inject: [JobRunner, Database, AreaClockFlow],
  useFactory: (jobs: JobRunner, database: Database, clock: AreaClockFlow): readonly ScheduledAct[] => [
    {
      name: 'read what the bank put out',
      everyMs: SECOND_MS,
      run: (area) => jobs.turn(readBankMessagesJob, { area }),
    },
    {
      name: 'notice payments on which the bank is silent',
      everyMs: 30 * SECOND_MS,
      run: (area) => jobs.turn(noticeSilenceJob, { area }),
    },
    {
      name: 'seal what happened',
      everyMs: 60 * SECOND_MS,
      run: (area) => jobs.turn(sealActionsJob, { area }),
    },
    {
      name: 'forget whose time is over',
      everyMs: 3600 * SECOND_MS,
      run: (area) => jobs.turn(applyRetentionJob, { area }),
    },
    {
      name: 'encrypt with the newest key',
      everyMs: 600 * SECOND_MS,
      run: (area) => jobs.turn(rotateKeysJob, { area }),
    },
    {
      name: 'begin the day of a real area',
      everyMs: 60 * SECOND_MS,
      run: bringToToday(database, clock),
    },
  ],
};
