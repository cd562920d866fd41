import { fen, plainDate } from '@huiji/kernel';

import type { BankNews } from '../model/bank-news';
import { paymentStates, type PaymentState } from '../model/payment';
import { outcomeOf, readStatusCode, type KnownPayment, type Outcome } from './payment-outcome';
import { paymentTransitions } from './payment-states';

const thousand = fen(100_000);
const status = (code: string): BankNews => ({ kind: 'status', instructionId: 'i', status: code });
const booked = (amount: number, entryReference = 'e1'): BankNews => ({
  kind: 'booked',
  instructionId: 'i',
  amountFen: fen(amount),
  bookedOn: plainDate('2020-07-20'),
  entryReference,
});
const returned = (amount: number, entryReference = 'r1'): BankNews =>
  ({ ...booked(amount, entryReference), kind: 'returned' }) as BankNews;
const of = (
  state: PaymentState,
  news: BankNews,
  more: Omit<Partial<KnownPayment>, 'state' | 'amountFen'> = {},
): Outcome => outcomeOf({ state, amountFen: thousand, ...more }, news, plainDate('2020-07-20'));
const short = (outcome: Outcome): string =>
  outcome.kind === 'move' ? outcome.action : outcome.kind === 'keep' ? outcome.why : outcome.code;

describe('C11 what the bank says', () => {
  it.each([
    ['ACTC', 'accept'],
    ['ACSP', 'accept'],
    ['ACSC', 'pay'],
    ['RJCT', 'reject'],
    ['PDNG', 'undecided'],
    ['RCVD', 'undecided'],
    ['ACCC', 'undecided'],
    ['PART', 'undecided'],
    ['', 'undecided'],
    ['rjct', 'undecided'],
    ['NEXT', 'undecided'],
  ])('PD-08 reads status %s as %s: a code outside the known ones decides nothing', (code, meaning) => {
    expect(readStatusCode(code)).toBe(meaning);
  });

  it.each(paymentStates)('PD-08 leaves a payment that is %s as it is when the status is not one we know', (state) => {
    expect(of(state, status('XXXX'))).toEqual({ kind: 'keep', why: 'undecided' });
  });

  it('C12 a booking on an impossible day moves nothing: after today, before the release, back before it was booked', () => {
    const on = (kind: 'booked' | 'returned', day: string): BankNews =>
      ({ ...(kind === 'booked' ? booked(100_000) : returned(100_000)), bookedOn: plainDate(day) }) as BankNews;
    const released = { releasedOn: plainDate('2020-07-10') };
    const wasBooked = { ...released, bookedOn: plainDate('2020-07-15') };
    expect(short(of('sent', on('booked', '2020-07-21'), released))).toBe('BOOKED_IN_FUTURE');
    expect(short(of('sent', on('booked', '2020-07-09'), released))).toBe('BOOKED_BEFORE_SENT');
    expect(short(of('sent', on('booked', '2020-07-10'), released))).toBe('pay');
    expect(short(of('paid', on('returned', '2020-07-21'), wasBooked))).toBe('BOOKED_IN_FUTURE');
    expect(short(of('paid', on('returned', '2020-07-14'), wasBooked))).toBe('RETURNED_BEFORE_PAID');
    expect(short(of('paid', on('returned', '2020-07-15'), wasBooked))).toBe('return');
  });

  it('is a table: state by word', () => {
    const words: readonly (readonly [string, BankNews])[] = [
      ['ACSP', status('ACSP')],
      ['ACSC', status('ACSC')],
      ['RJCT', status('RJCT')],
      ['booked', booked(100_000)],
      ['returned', returned(100_000)],
    ];
    const table = Object.fromEntries(
      paymentStates.map((state) => [state, words.map(([, news]) => short(of(state, news)))]),
    );
    expect(table).toEqual({
      planned: [
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
      ],
      ready: ['accept', 'pay', 'reject', 'pay', 'RETURNED_BEFORE_PAID'],
      sent: ['accept', 'pay', 'reject', 'pay', 'RETURNED_BEFORE_PAID'],
      accepted: ['already-known', 'pay', 'reject', 'pay', 'RETURNED_BEFORE_PAID'],
      paid: ['stale', 'already-known', 'REJECTED_AFTER_PAID', 'already-known', 'return'],
      rejected: ['stale', 'BOOKED_AFTER_REJECTED', 'already-known', 'BOOKED_AFTER_REJECTED', 'RETURNED_BEFORE_PAID'],
      unknown: ['accept', 'pay', 'reject', 'pay', 'RETURNED_BEFORE_PAID'],
      returned: ['stale', 'stale', 'stale', 'already-known', 'already-known'],
      withdrawn: [
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
        'UNKNOWN_INSTRUCTION',
      ],
    });
  });

  it('moves only where the transition table has a way', () => {
    const words = [status('ACSP'), status('ACSC'), status('RJCT'), booked(100_000), returned(100_000)];
    for (const state of paymentStates)
      for (const news of words) {
        const outcome = of(state, news);
        if (outcome.kind === 'move') expect(paymentTransitions[state]).toHaveProperty(outcome.action);
      }
  });

  it.each(paymentStates)('PD-07 999.99 booked against 1,000.00 is an exception, and moves nothing (%s)', (state) => {
    expect(of(state, booked(99_999))).toEqual({ kind: 'exception', code: 'AMOUNT_DIFFERS' });
    expect(of(state, returned(99_999))).toEqual({ kind: 'exception', code: 'AMOUNT_DIFFERS' });
  });

  it('PD-24 knows one booking told twice from two bookings', () => {
    expect(short(of('paid', booked(100_000, 'e1'), { bookedEntry: 'e1' }))).toBe('already-known');
    expect(short(of('paid', booked(100_000, 'e2'), { bookedEntry: 'e1' }))).toBe('BOOKED_TWICE');
    expect(short(of('returned', returned(100_000, 'r2'), { returnedEntry: 'r1' }))).toBe('RETURNED_TWICE');
  });
});
