import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../api/graphql';
import { usePages } from '../../api/use-read';
import { Rounds, type PeriodParts } from './rounds.documents';

export interface NamedPeriod {
  readonly period: ResultOf<typeof PeriodParts>;
  readonly name: string;
}

/** Every agreement period with the name of its round, those in force first; undefined while they are read. */
export const usePeriods = (): readonly NamedPeriod[] | undefined => {
  const { t, i18n } = useTranslation();
  const rounds = usePages(Rounds, {}, (data) => data.rounds);
  return rounds.rows
    ?.flatMap((round) =>
      round.periods.map((period) => ({
        period,
        name: `${i18n.language === 'en' && round.nameEn !== '' ? round.nameEn : round.nameZh} · ${t('rounds.periodNumber', { number: period.sequence })}`,
      })),
    )
    .toSorted((a, b) => Number(b.period.state === 'IN_FORCE') - Number(a.period.state === 'IN_FORCE'));
};
