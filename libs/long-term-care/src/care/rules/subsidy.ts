import { daysInclusive, fen, type Fen } from '@huiji/kernel';
import type { CareSpan } from '../model/care';

/** What one payee gets for a person's month. `payeeId` is the person's own id, or the institution's. */
export interface PayeeShare {
  readonly payeeType: 'person' | 'organisation';
  readonly payeeId: string;
  /** Payable days that this share counts. */
  readonly days: number;
  readonly amountFen: Fen;
}

/** Σ days × the day's rate, in fen, over payable spans; nothing is rounded and no monthly cap exists (50 a day gives 1,550 in 31 days). */
export const subsidyForMonth = (spans: readonly CareSpan[]): Fen =>
  fen(
    spans.reduce(
      (sum, { from, to, day }) =>
        day.kind === 'payable' ? sum + BigInt(daysInclusive(from, to)) * (day.personDayFen + day.providerDayFen) : sum,
      0n,
    ),
  );

/** Payable days of a month. */
export const payableDays = (spans: readonly CareSpan[]): number =>
  spans.reduce((sum, { from, to, day }) => (day.kind === 'payable' ? sum + daysInclusive(from, to) : sum), 0);

/** The month's sum by payee: the person first, then institutions by id; shares of zero are left out. */
export const sharesForMonth = (spans: readonly CareSpan[], personId: string): readonly PayeeShare[] => {
  const shares = new Map<string, PayeeShare>();
  const add = (payeeType: PayeeShare['payeeType'], payeeId: string, days: number, dayFen: Fen): void => {
    if (dayFen === 0n) return;
    const before = shares.get(`${payeeType}:${payeeId}`) ?? { payeeType, payeeId, days: 0, amountFen: fen(0n) };
    const amountFen = fen(before.amountFen + BigInt(days) * dayFen);
    shares.set(`${payeeType}:${payeeId}`, { ...before, days: before.days + days, amountFen });
  };
  for (const { from, to, day } of spans) {
    if (day.kind !== 'payable') continue;
    const days = daysInclusive(from, to);
    add('person', personId, days, day.personDayFen);
    if (day.providerId !== null) add('organisation', day.providerId, days, day.providerDayFen);
  }
  const order = ({ payeeType, payeeId }: PayeeShare): string => (payeeType === 'person' ? '' : payeeId);
  return [...shares.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
};
