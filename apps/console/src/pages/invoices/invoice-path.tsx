import { useTranslation } from 'react-i18next';
import { Timeline, type Moment } from '../../pieces/timeline';
import type { FullInvoice } from './invoice.page';

const standOf = { DONE: 'done', CURRENT: 'now', STOPPED: 'bad', AHEAD: 'ahead' } as const;

/** The way of an invoice to its money, with the expected date and the reason of a stop. */
export const InvoicePath = ({ points }: { points: FullInvoice['path'] }) => {
  const { t } = useTranslation();
  const moments = points.map((point): Moment => {
    const expected = point.expectedOn === null ? undefined : t('invoices.expected', { day: point.expectedOn });
    const stop = point.stop === null ? undefined : t(`invoices.stops.${point.stop}`);
    return {
      key: point.step,
      title: t(`invoices.steps.${point.step}`),
      when: point.on ?? expected,
      note: [stop, point.reason].filter(Boolean).join('：') || undefined,
      stand: standOf[point.status],
    };
  });
  return <Timeline moments={moments} label={t('invoices.path')} />;
};
