import { Injectable } from '@nestjs/common';
import { ok, refuse, type PlainDate, type Result } from '@huiji/kernel';
import { recordAction, violatedConstraint, type Tx } from '@huiji/platform';
import type { CalendarDay, DueDatePolicy, DueDates } from './model/working-calendar';
import { policyOn, savePolicy, type StoredPolicy } from './persistence/due-date-policy.repository';
import { publishedCalendar } from './published-calendar';
import { dueDates } from './rules/due-dates';
import { addWorkingDays, nextWorkingDay } from './rules/working-days';

export interface DueDatePolicyDraft extends DueDatePolicy {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly confirmedBy: string | null;
}

/** Working days and due dates of an area. */
@Injectable()
export class CalendarService {
  /** The n-th working day after a day; provisional when a year's arrangement is not published yet. */
  addWorkingDays(_tx: Tx, date: PlainDate, days: number): CalendarDay {
    return addWorkingDays(date, days, publishedCalendar);
  }

  /** The day itself when people work on it, else the next one. */
  nextWorkingDay(_tx: Tx, date: PlainDate): CalendarDay {
    return nextWorkingDay(date, publishedCalendar);
  }

  /** Both clocks of an acceptance under the policy valid on that day. Refusal NO_DUE_DATE_POLICY. */
  async dueDatesOf(tx: Tx, acceptedOn: PlainDate): Promise<Result<DueDates>> {
    const policy = await policyOn(tx, acceptedOn);
    return policy === undefined
      ? refuse('rule', 'NO_DUE_DATE_POLICY', { date: acceptedOn })
      : ok(dueDates(acceptedOn, policy, publishedCalendar));
  }

  policyOn(tx: Tx, date: PlainDate): Promise<StoredPolicy | undefined> {
    return policyOn(tx, date);
  }

  /** Adds a dated policy. Refusal DUE_DATE_POLICY_OVERLAPS when another is valid on one of its days. */
  async adoptDueDatePolicy(tx: Tx, draft: DueDatePolicyDraft): Promise<Result<string>> {
    const id = tx.newId();
    try {
      await savePolicy(tx, { ...draft, id });
    } catch (error) {
      if (violatedConstraint(error) !== 'due_date_policy_no_overlap') throw error;
      return refuse('conflict', 'DUE_DATE_POLICY_OVERLAPS', { validFrom: draft.validFrom });
    }
    await recordAction(tx, {
      subjectType: 'due-date-policy',
      subjectId: id,
      kind: 'DueDatePolicyAdopted',
      payload: { ...draft },
    });
    return ok(id);
  }
}
