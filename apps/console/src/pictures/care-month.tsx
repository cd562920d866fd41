import { useTranslation } from 'react-i18next';
import { groupDigits } from '../pieces/digits';

/** One run of days with the same answer: payable with a mode and a daily rate, or stopped with a reason. */
export interface CareSpan {
  readonly from: string;
  readonly to: string;
  readonly payable: boolean;
  readonly rate: string | null;
  readonly words: string;
}

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
const weekdayOf = (month: string): number =>
  (new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1)).getUTCDay() + 6) % 7;

/** A person's month, day by day: what each day pays, or why it does not. */
export const CareMonth = ({ month, spans }: { month: string; spans: readonly CareSpan[] }) => {
  const { t } = useTranslation();
  const names = t('pictures.weekdays').split(' ');
  const days = Array.from(
    { length: daysOf(month) },
    (_, index) => `${month}-${(index + 1).toString().padStart(2, '0')}`,
  );
  return (
    <div className="care-month" role="group" aria-label={t('pictures.careMonth', { month })}>
      {names.map((name) => (
        <div key={name} className="day-name" aria-hidden="true">
          {name}
        </div>
      ))}
      {Array.from({ length: weekdayOf(month) }, (_, index) => (
        <div key={`before-${index.toString()}`} aria-hidden="true" />
      ))}
      {days.map((day) => {
        const span = spans.find((each) => each.from <= day && day <= each.to);
        const kind = span === undefined ? '' : span.payable ? ' paid' : ' stopped';
        return (
          <div key={day} className={`care-day${kind}`}>
            <b>{Number(day.slice(8))}</b>
            <div>{span?.payable && span.rate !== null ? groupDigits(span.rate) : (span?.words ?? '')}</div>
          </div>
        );
      })}
    </div>
  );
};
