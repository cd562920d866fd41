import { useTranslation } from 'react-i18next';
import { Day } from '../../pieces/figures';

/** How long nothing was heard. */
export const Age = ({ since, day }: { since: string | null; day: string | null }) => {
  const { t } = useTranslation();
  if (since === null) return <Day date={day} />;
  const minutes = Math.max(0, Math.floor((Date.now() - new Date(since).getTime()) / 60_000));
  if (minutes < 60) return <span className="number">{t('payments.minutes', { minutes })}</span>;
  if (minutes < 60 * 48)
    return <span className="number">{t('payments.hours', { hours: Math.floor(minutes / 60) })}</span>;
  return <span className="number">{t('payments.days', { days: Math.floor(minutes / 1440) })}</span>;
};
