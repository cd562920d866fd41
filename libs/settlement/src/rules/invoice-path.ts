import type { PlainDate } from '@huiji/kernel';

import { pathSteps, type PathFacts, type PathPoint, type PathStep, type StopReason } from '../model/invoice-path';

interface Stop {
  readonly at: PathStep;
  readonly stop: StopReason;
  readonly reason?: string;
}

const stopAt = (at: PathStep, stop: StopReason, reason?: string): Stop =>
  reason === undefined ? { at, stop } : { at, stop, reason };

const stopOf = ({ invoice, payable, batch, payment }: PathFacts): Stop | undefined => {
  if (invoice.state === 'disputed') return stopAt('confirmed', 'disputed-by-hospital', invoice.reason);
  if (invoice.state === 'withdrawn') return stopAt('confirmed', 'withdrawn', invoice.reason);
  if (payment?.state === 'unknown') return stopAt('paid', 'bank-silent');
  if (payable?.state !== 'open') return undefined;
  if (payment?.state === 'rejected') return stopAt('batched', 'rejected-by-bank', payment.reason);
  if (payment?.state === 'returned') return stopAt('batched', 'returned-after-booking', payment.reason);
  if (batch?.state === 'returned') return stopAt('batched', 'batch-returned', batch.reason);
  return undefined;
};

/** Dates of what has happened and still counts: a payable that is open again begins anew at its batch. */
const datesOf = ({ invoice, payable, batch, payment }: PathFacts): Partial<Record<PathStep, PlainDate | undefined>> => {
  const underWay = payable !== undefined && payable.state !== 'open';
  return {
    registered: invoice.registeredOn,
    confirmed: invoice.state === 'confirmed' ? invoice.decidedOn : undefined,
    payable: payable?.openedOn,
    batched: underWay ? batch?.createdOn : undefined,
    reviewed: underWay ? batch?.reviewedOn : undefined,
    released: underWay ? payment?.releasedOn : undefined,
    sent: underWay ? payment?.sentOn : undefined,
    accepted: underWay
      ? (payment?.acceptedOn ?? (payment?.state === 'paid' ? payment.decidedOn : undefined))
      : undefined,
    paid: payment?.state === 'paid' && underWay ? payment.decidedOn : undefined,
  };
};

/**
 * The whole way of an invoice, step by step, with what happened, what is waited for, by when the money is expected
 * and why it stops. Source: domain law §4.9.
 */
export const tracePath = (facts: PathFacts): readonly PathPoint[] => {
  const dates = datesOf(facts);
  const stop = stopOf(facts);
  const expected = facts.invoice.state === 'withdrawn' ? {} : { expectedOn: facts.invoice.dueDate };
  let waiting = false;
  return pathSteps.map((step): PathPoint => {
    const on = dates[step];
    if (on !== undefined && !waiting && stop?.at !== step) return { step, status: 'done', on };
    const first = !waiting;
    waiting = true;
    const when = step === 'paid' ? expected : {};
    if (stop?.at === step)
      return {
        step,
        status: 'stopped',
        ...when,
        stop: stop.stop,
        ...(stop.reason === undefined ? {} : { reason: stop.reason }),
      };
    return { step, status: first ? 'current' : 'ahead', ...when };
  });
};
