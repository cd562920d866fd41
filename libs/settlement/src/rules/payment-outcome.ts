import { unreachable, type Fen, type PlainDate } from '@huiji/kernel';

import type { BankExceptionCode, BankNews, BookedNews, ReturnedNews, StatusNews } from '../model/bank-news';
import type { PaymentAction, PaymentState } from '../model/payment';

/** What is known of a payment when the bank speaks of it. */
export interface KnownPayment {
  readonly state: PaymentState;
  readonly amountFen: Fen;
  /** Day of its release: the bank cannot have known it before. */
  readonly releasedOn?: PlainDate;
  /** Day on which the bank booked it, when a statement said so. */
  readonly bookedOn?: PlainDate;
  /** Statement entry that booked it, when there was one. */
  readonly bookedEntry?: string;
  /** Statement entry by which the money came back, when it did. */
  readonly returnedEntry?: string;
}

export type Outcome =
  | { readonly kind: 'move'; readonly action: PaymentAction }
  | { readonly kind: 'keep'; readonly why: 'already-known' | 'stale' | 'undecided' }
  | { readonly kind: 'exception'; readonly code: BankExceptionCode };

const move = (action: PaymentAction): Outcome => ({ kind: 'move', action });
const keep = (why: 'already-known' | 'stale' | 'undecided'): Outcome => ({ kind: 'keep', why });
const exception = (code: BankExceptionCode): Outcome => ({ kind: 'exception', code });

/**
 * A bank's status code (ISO 20022 ExternalPaymentTransactionStatus): ACTC and ACSP accept, ACSC is the final word,
 * RJCT refuses. Every other code, known to the standard or not, decides nothing: the payment stays as it is.
 */
export const readStatusCode = (code: string): 'accept' | 'pay' | 'reject' | 'undecided' => {
  switch (code) {
    case 'ACTC':
    case 'ACSP':
      return 'accept';
    case 'ACSC':
      return 'pay';
    case 'RJCT':
      return 'reject';
    default:
      return 'undecided';
  }
};

/**
 * Reasons that refuse a repetition (ISO 20022 ExternalStatusReason: AM05, DU01…DU05): the first try is on its way, so the
 * word is about the second and decides nothing; opening the payable again would pay it twice.
 */
const refusesRepetition = (reasonCode: string | undefined): boolean => /^(AM05|DU0[1-5])$/.test(reasonCode ?? '');

const ofStatus = (payment: KnownPayment, news: StatusNews): Outcome => {
  const said = readStatusCode(news.status);
  if (said === 'reject' && refusesRepetition(news.reasonCode)) return keep('undecided');
  if (said === 'undecided') return keep('undecided');
  switch (payment.state) {
    case 'ready':
    case 'sent':
    case 'unknown':
      return move(said);
    case 'accepted':
      return said === 'accept' ? keep('already-known') : move(said);
    case 'paid':
      if (said === 'reject') return exception('REJECTED_AFTER_PAID');
      return keep(said === 'pay' ? 'already-known' : 'stale');
    case 'rejected':
      if (said === 'pay') return exception('BOOKED_AFTER_REJECTED');
      return keep(said === 'reject' ? 'already-known' : 'stale');
    case 'returned':
      return keep('stale');
    case 'planned':
    case 'withdrawn':
      return exception('UNKNOWN_INSTRUCTION');
    default:
      return unreachable(payment.state);
  }
};

const ofBooking = (payment: KnownPayment, news: BookedNews): Outcome => {
  if (news.amountFen !== payment.amountFen) return exception('AMOUNT_DIFFERS');
  switch (payment.state) {
    case 'ready':
    case 'sent':
    case 'accepted':
    case 'unknown':
      return move('pay');
    case 'paid':
    case 'returned':
      return payment.bookedEntry === undefined || payment.bookedEntry === news.entryReference
        ? keep('already-known')
        : exception('BOOKED_TWICE');
    case 'rejected':
      return exception('BOOKED_AFTER_REJECTED');
    case 'planned':
    case 'withdrawn':
      return exception('UNKNOWN_INSTRUCTION');
    default:
      return unreachable(payment.state);
  }
};

const ofReturn = (payment: KnownPayment, news: ReturnedNews): Outcome => {
  if (news.amountFen !== payment.amountFen) return exception('AMOUNT_DIFFERS');
  switch (payment.state) {
    case 'paid':
      return move('return');
    case 'returned':
      return payment.returnedEntry === undefined || payment.returnedEntry === news.entryReference
        ? keep('already-known')
        : exception('RETURNED_TWICE');
    case 'ready':
    case 'sent':
    case 'accepted':
    case 'unknown':
    case 'rejected':
      return exception('RETURNED_BEFORE_PAID');
    case 'planned':
    case 'withdrawn':
      return exception('UNKNOWN_INSTRUCTION');
    default:
      return unreachable(payment.state);
  }
};

/** What is wrong with the day of a booking: after today, before the release, or back before it was booked. */
const dateFault = (payment: KnownPayment, news: BankNews, today: PlainDate): BankExceptionCode | undefined => {
  if (news.kind === 'status') return undefined;
  if (news.bookedOn > today) return 'BOOKED_IN_FUTURE';
  if (payment.releasedOn !== undefined && news.bookedOn < payment.releasedOn) return 'BOOKED_BEFORE_SENT';
  const early = news.kind === 'returned' && payment.bookedOn !== undefined && news.bookedOn < payment.bookedOn;
  return early ? 'RETURNED_BEFORE_PAID' : undefined;
};

/**
 * What the bank's news does to a payment. Told twice, it does nothing the second time; told late, it does not go back;
 * what contradicts (another amount, an impossible day, rejected after paid, booked twice) is an exception for a person and moves nothing.
 */
export const outcomeOf = (payment: KnownPayment, news: BankNews, today: PlainDate): Outcome => {
  const fault = dateFault(payment, news, today);
  if (fault !== undefined) return exception(fault);
  switch (news.kind) {
    case 'status':
      return ofStatus(payment, news);
    case 'booked':
      return ofBooking(payment, news);
    case 'returned':
      return ofReturn(payment, news);
    default:
      return unreachable(news);
  }
};
