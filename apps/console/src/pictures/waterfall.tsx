import { useTranslation } from 'react-i18next';
import { groupDigits } from '../pieces/digits';

export interface WaterfallStep {
  readonly label: string;
  /** Yuan as text; negative steps go down. */
  readonly amount: string;
  readonly kind: 'total' | 'step';
}

interface Bar extends WaterfallStep {
  readonly from: number;
  readonly to: number;
}

/** Where the bars stand. Figures are only for drawing here; what is printed is the text of the wire. */
const barsOf = (steps: readonly WaterfallStep[]): readonly Bar[] => {
  let level = 0;
  return steps.map((step) => {
    const size = Number(step.amount);
    const from = step.kind === 'total' ? 0 : level;
    level = step.kind === 'total' ? size : level + size;
    return { ...step, from, to: level };
  });
};

/** From budget to retained: each step begins where the one before left off. Drawn lying, so it reads on a telephone too. */
export const Waterfall = ({ steps }: { steps: readonly WaterfallStep[] }) => {
  const { t } = useTranslation();
  const bars = barsOf(steps);
  const top = Math.max(1, ...bars.map((bar) => Math.max(bar.from, bar.to)));
  const bottom = Math.min(0, ...bars.map((bar) => Math.min(bar.from, bar.to)));
  const at = (value: number): string => `${(((value - bottom) / (top - bottom)) * 100).toFixed(3)}%`;
  return (
    <ol className="waterfall" aria-label={t('pictures.waterfall')}>
      {bars.map((bar) => (
        <li key={bar.label} className={bar.kind === 'total' ? 'total' : undefined}>
          <span>{bar.label}</span>
          <span className="lane" aria-hidden="true">
            <span
              className={bar.kind === 'total' ? 'bar total' : bar.to < bar.from ? 'bar less' : 'bar plus'}
              style={{
                left: at(Math.min(bar.from, bar.to)),
                width: `max(2px, calc(${at(Math.max(bar.from, bar.to))} - ${at(Math.min(bar.from, bar.to))}))`,
              }}
            />
          </span>
          <span className="number">{groupDigits(bar.amount)}</span>
        </li>
      ))}
    </ol>
  );
};
