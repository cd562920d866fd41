import type { Period } from './period.page';

/** Agreed volumes and contracts of a period. */
export const PeriodVolumes = ({ period }: { period: Period }) => (period.awardCount < 0 ? <span /> : null);
