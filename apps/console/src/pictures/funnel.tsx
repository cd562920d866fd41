import { groupDigits, percentOf } from '../pieces/digits';

export interface FunnelStep {
  readonly label: string;
  readonly count: number;
}

/** How many went in and how many came through; each bar's length is its share of the first. */
export const Funnel = ({ steps, label }: { steps: readonly FunnelStep[]; label: string }) => {
  const first = Math.max(1, steps[0]?.count ?? 1);
  return (
    <ol className="funnel" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.label}>
          <span>{step.label}</span>
          <span
            className={index === steps.length - 1 ? 'bar last' : 'bar'}
            style={{ width: `${((step.count / first) * 100).toFixed(2)}%`, minWidth: step.count > 0 ? 3 : 0 }}
            aria-hidden="true"
          />
          <span className="number">
            {groupDigits(step.count.toString())}
            {index === 0 ? null : (
              <span className="muted small"> {percentOf(Math.round((step.count * 10_000) / first))}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
};
