import { useTranslation } from 'react-i18next';
import { percentOf } from '../pieces/digits';

/**
 * Progress against the agreed volume, with time progress as a mark. The scale grows with what was delivered: nothing is
 * clipped at 100 %, because the agreed volume is a floor.
 */
export const Bullet = ({ progressBp, timeBp }: { progressBp: number; timeBp?: number | undefined }) => {
  const { t } = useTranslation();
  const scale = Math.max(10_000, progressBp, timeBp ?? 0) * 1.04;
  const at = (bp: number) => (Math.max(0, bp) / scale) * 200;
  const behind = timeBp !== undefined && progressBp * 10 < timeBp * 8;
  const words =
    timeBp === undefined
      ? t('pictures.progress', { progress: percentOf(progressBp) })
      : t('pictures.progressAndTime', { progress: percentOf(progressBp), time: percentOf(timeBp) });
  return (
    <div className="bullet">
      <svg viewBox="0 0 200 18" preserveAspectRatio="none" role="img" aria-label={words}>
        <rect x="0" y="3" width={at(10_000)} height="12" fill="#dfe8ea" />
        <rect x="0" y="6" width={at(progressBp)} height="6" fill={behind ? '#a3211a' : '#0b5d6d'} />
        <line x1={at(10_000)} x2={at(10_000)} y1="1" y2="17" stroke="#16242b" strokeWidth="1" />
        {timeBp === undefined ? null : (
          <line x1={at(timeBp)} x2={at(timeBp)} y1="1" y2="17" stroke="#b07a12" strokeWidth="2" strokeDasharray="3 2" />
        )}
      </svg>
      <span className="number">{percentOf(progressBp)}</span>
    </div>
  );
};
