import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { groupDigits, percentOf } from './digits';

/** Money in yuan. `unit` writes the currency beside it; in a column the head names it. */
export const Money = ({ amount, unit = false }: { amount: string | null | undefined; unit?: boolean }) => {
  const { t } = useTranslation();
  if (amount === null || amount === undefined) return <Absent />;
  return (
    <span className="number">{unit ? t('pieces.yuan', { amount: groupDigits(amount) }) : groupDigits(amount)}</span>
  );
};

/** A count of smallest units, with its unit word where one is given. */
export const Units = ({ count, unit }: { count: string | number | null | undefined; unit?: string | null }) =>
  count === null || count === undefined ? (
    <Absent />
  ) : (
    <span className="number">
      {groupDigits(count.toString())}
      {unit === null || unit === undefined || unit === '' ? null : <span className="muted small"> {unit}</span>}
    </span>
  );

export const Percent = ({ bp }: { bp: number | null | undefined }) =>
  bp === null || bp === undefined ? <Absent /> : <span className="number">{percentOf(bp)}</span>;

/** A calendar day of the law, as written: YYYY-MM-DD. */
export const Day = ({ date }: { date: string | null | undefined }) =>
  date === null || date === undefined ? (
    <Absent />
  ) : (
    <time className="number" dateTime={date}>
      {date}
    </time>
  );

/** An instant of the machine's clock, in Shanghai time. */
export const Instant = ({ at }: { at: string | null | undefined }) => {
  const { i18n } = useTranslation();
  if (at === null || at === undefined) return <Absent />;
  const text = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
  return (
    <time className="number" dateTime={at}>
      {text}
    </time>
  );
};

/** Nothing there, said aloud to those who listen. */
export const Absent = () => {
  const { t } = useTranslation();
  return (
    <span className="muted">
      <span aria-hidden="true">—</span>
      <span className="hidden-words">{t('pieces.none')}</span>
    </span>
  );
};

/** One figure of a page's head: what it is, how much, and on what it stands. */
export const Figure = ({ label, children, note }: { label: ReactNode; children: ReactNode; note?: ReactNode }) => (
  <div className="figure">
    <div className="label">{label}</div>
    <div className="value">{children}</div>
    {note === undefined ? null : <div className="note">{note}</div>}
  </div>
);

/** Names and values of one thing. */
export const Facts = ({ items }: { items: readonly (readonly [label: ReactNode, value: ReactNode])[] }) => (
  <dl className="facts">
    {items.map(([label, value], index) => (
      <div key={index}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
