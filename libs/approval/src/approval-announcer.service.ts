import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import { fen, formatYuan, type PlainDate } from '@huiji/kernel';
import { NoticeService, type NoticeDraft } from '@huiji/notification';
import type { Tx } from '@huiji/platform';
import type { ApprovalAct, Part, Review, Step } from './model/approval';
import { ApprovalRepository } from './persistence/approval.repository';
import { shippedPolicy } from './rules/policy-plan';
import { roleOfStep } from './rules/step-of-role';
import { WaitingService } from './waiting.service';

/** Puts what an approval waits for into inboxes, and tells the people it concerns. */
@Injectable()
export class ApprovalAnnouncer {
  constructor(
    private readonly rows: ApprovalRepository,
    private readonly waiting: WaitingService,
    private readonly notices: NoticeService,
    private readonly calendar: CalendarService,
  ) {}

  /** A step is due: it waits for its role, except for those who have another part in the subject. */
  async waits(tx: Tx, act: ApprovalAct, step: Step): Promise<void> {
    const dueOn = this.dueOn(tx, act, step);
    await this.waiting.clear(tx, act);
    await this.waiting.put(tx, [{ ...itemOf(act), for: { role: roleOfStep[step] }, task: step, actId: act.id, dueOn }]);
    const parts = await this.rows.participants(tx, act);
    const except = parts.filter(({ part }) => part !== step).map(({ personId }) => personId);
    await this.tell(tx, act, 'approval-waits', step, { due: dueOn }, { roles: [roleOfStep[step]], except });
  }

  /** Sent back: its clerks read why; where the same subject may come back, mending it is their task. */
  async returned(tx: Tx, act: ApprovalAct, { step, reason }: Pick<Review, 'step' | 'reason'>): Promise<void> {
    await this.waiting.clear(tx, act);
    const clerks = await this.peopleIn(tx, act, 'clerk');
    if (act.mendable) {
      const dueOn = this.dueOn(tx, act, 'first-review');
      await this.waiting.put(
        tx,
        clerks.map((personId) => ({ ...itemOf(act), for: { personId }, task: 'mend', dueOn })),
      );
    }
    await this.tell(tx, act, 'approval-returned', step, { reason: reason ?? '' }, { people: clerks });
  }

  async passed(tx: Tx, act: ApprovalAct): Promise<void> {
    await this.waiting.clear(tx, act);
    const clerks = await this.peopleIn(tx, act, 'clerk');
    await this.tell(tx, act, 'approval-passed', 'approval', {}, { people: clerks });
  }

  async withdrawn(tx: Tx, act: ApprovalAct): Promise<void> {
    await this.waiting.clear(tx, act);
  }

  /** The last day of a step, in working days from today, as the round has it. */
  private dueOn(tx: Tx, { days }: ApprovalAct, step: Step): PlainDate {
    return this.calendar.addWorkingDays(tx, tx.businessDate, (days ?? shippedPolicy.days)[step]).date;
  }

  private async peopleIn(tx: Tx, act: ApprovalAct, wanted: Part): Promise<readonly string[]> {
    const parts = await this.rows.participants(tx, act);
    return parts.filter(({ part }) => part === wanted).map(({ personId }) => personId);
  }

  private async tell(
    tx: Tx,
    act: ApprovalAct,
    kind: NoticeDraft['kind'],
    step: Step,
    facts: NoticeDraft['facts'],
    to: NoticeDraft['to'],
  ): Promise<void> {
    const amount = act.amountFen === null ? {} : { amount: formatYuan(fen(act.amountFen)) };
    await this.notices.notify(tx, [
      {
        kind,
        subjectType: act.subjectType,
        subjectId: act.subjectId,
        facts: { noun: act.subjectType, label: labelOf(act), step, ...amount, ...facts },
        dedupe: `${act.id}:${step}`,
        to,
      },
    ]);
  }
}

const labelOf = ({ label, subjectId }: ApprovalAct): string => label ?? subjectId.slice(-6);

const itemOf = (act: ApprovalAct) => ({
  subjectType: act.subjectType,
  subjectId: act.subjectId,
  label: labelOf(act),
  amountFen: act.amountFen,
  lineCount: act.lineCount,
});
