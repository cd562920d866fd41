import type { ReactNode } from 'react';

export interface Moment {
  readonly key: string;
  readonly title: ReactNode;
  readonly when?: ReactNode;
  readonly note?: ReactNode;
  readonly stand: 'done' | 'now' | 'ahead' | 'bad';
}

/** What happened, what happens now and what is to come, in order. */
export const Timeline = ({ moments, label }: { moments: readonly Moment[]; label: string }) => (
  <ol className="timeline" aria-label={label}>
    {moments.map((moment) => (
      <li key={moment.key} className={moment.stand} aria-current={moment.stand === 'now' ? 'step' : undefined}>
        <div>
          <strong>{moment.title}</strong>
        </div>
        {moment.when === undefined || moment.when === null ? null : <div className="when">{moment.when}</div>}
        {moment.note === undefined || moment.note === null ? null : <div className="muted">{moment.note}</div>}
      </li>
    ))}
  </ol>
);
