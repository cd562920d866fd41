import { Injectable } from '@nestjs/common';
import { addDays, badInput, ok, plainDate, refuse, type PlainDate, type Result } from '@huiji/kernel';
import { recordAction, type Tx } from '@huiji/platform';
import { areaSubjectId } from './area-subject';
import { DailySchedule } from './daily-schedule';

/** As far as one act may move the date. */
export const MOST_DAYS = 400;

interface AreaRow {
  demonstration: boolean;
  business_date: string;
}

/** The business date of an area, which decides law: moved day by day, each day's schedule before the next (X11). */
@Injectable()
export class AreaClockFlow {
  constructor(private readonly schedule: DailySchedule) {}

  /**
   * Moves a demonstration area forward, 1…400 days. Refusals: BAD_INPUT, AREA_NOT_DEMONSTRATION. Answers the new date.
   * The whole move is one transaction: a day that fails leaves the date where it was.
   */
  async advance(tx: Tx, days: number): Promise<Result<PlainDate>> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return badInput([{ field: 'days', code: 'DAYS_TO_ADVANCE', facts: { most: MOST_DAYS.toString() } }]);
    const area = await this.hold(tx);
    if (!area.demonstration) return refuse('rule', 'AREA_NOT_DEMONSTRATION');
    const from = plainDate(area.business_date);
    for (let day = 1; day <= days; day += 1) await this.morning(tx, addDays(from, day));
    const to = addDays(from, days);
    await recordAction(
      { ...tx, businessDate: to },
      { subjectType: 'area', subjectId: areaSubjectId(tx.area), kind: 'AreaDateAdvanced', payload: { from, to } },
    );
    return ok(to);
  }

  /**
   * Brings an area to a day, by the system: the scheduler calls it each morning for every area that is no
   * demonstration. A day that is not later changes nothing.
   */
  async moveTo(tx: Tx, date: PlainDate): Promise<Result<PlainDate>> {
    const from = plainDate((await this.hold(tx)).business_date);
    for (let day = addDays(from, 1); day <= date; day = addDays(day, 1)) await this.morning(tx, day);
    return ok(date > from ? date : from);
  }

  /**
   * Nobody else moves the date meanwhile. Not FOR UPDATE: every row with a foreign key to the area (the request of this very
   * act among them) holds a share of its key, and two moves that each hold a share and want the whole row wait for ever.
   */
  private async hold(tx: Tx): Promise<AreaRow> {
    const rows = await tx.query<AreaRow>(
      'SELECT demonstration, business_date FROM platform.area WHERE area = $1 FOR NO KEY UPDATE',
      [tx.area],
    );
    const [row] = rows;
    if (!row) throw new Error(`area ${tx.area} is not open`);
    return row;
  }

  private async morning(tx: Tx, date: PlainDate): Promise<void> {
    await tx.query('UPDATE platform.area SET business_date = $2 WHERE area = $1', [tx.area, date]);
    await this.schedule.run({ ...tx, businessDate: date });
  }
}
