import { useTranslation } from 'react-i18next';
import { groupDigits } from '../pieces/figures';

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

const HEIGHT = 190;
const WIDTH = 120;

/** From budget to retained: each step stands where the one before left off. */
export const Waterfall = ({ steps }: { steps: readonly WaterfallStep[] }) => {
  const { t } = useTranslation();
  const bars = barsOf(steps);
  const top = Math.max(1, ...bars.map((bar) => Math.max(bar.from, bar.to)));
  const bottom = Math.min(0, ...bars.map((bar) => Math.min(bar.from, bar.to)));
  const y = (value: number) => 26 + ((top - value) / (top - bottom)) * (HEIGHT - 70);
  const words = steps.map((step) => `${step.label} ${step.amount}`).join(', ');
  return (
    <svg
      className="picture"
      style={{ maxWidth: steps.length * WIDTH * 1.3 }}
      viewBox={`0 0 ${(steps.length * WIDTH).toString()} ${HEIGHT.toString()}`}
      role="img"
      aria-label={t('pictures.waterfall', { words })}
    >
      <line x1="0" x2={steps.length * WIDTH} y1={y(0)} y2={y(0)} stroke="#b9c4ca" />
      {bars.map((bar, index) => {
        const high = y(Math.max(bar.from, bar.to));
        const fill = bar.kind === 'total' ? '#0b4a57' : bar.to < bar.from ? '#c98a1b' : '#216e3f';
        return (
          <g key={bar.label} transform={`translate(${(index * WIDTH).toString()} 0)`}>
            <rect x="22" y={high} width="76" height={Math.max(2, Math.abs(y(bar.from) - y(bar.to)))} rx="3" fill={fill} />
            <text x="60" y={high - 8} textAnchor="middle" fontSize="13" fontWeight="600" fill="#16242b">
              {groupDigits(bar.amount)}
            </text>
            <text x="60" y={HEIGHT - 14} textAnchor="middle" fontSize="13" fill="#4a5a63">
              {bar.label}
            </text>
            {index < bars.length - 1 ? (
              <line x1="98" x2="142" y1={y(bar.to)} y2={y(bar.to)} stroke="#5b6b74" strokeDasharray="3 3" />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
};
