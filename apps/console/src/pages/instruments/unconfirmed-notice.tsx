import { useTranslation } from 'react-i18next';
import { Notice } from '../../pieces/notice';
import type { Instrument } from './use-instrument';

/** Thresholds and table were not seen in an official text: said wherever a grade by them is shown. */
export const UnconfirmedNotice = ({ instrument }: { instrument: Instrument | undefined }) => {
  const { t } = useTranslation();
  if (!instrument?.unconfirmed) return null;
  return (
    <Notice tone="warn" title={t('instruments.unconfirmedTitle')}>
      <p>{t('instruments.unconfirmedWords')}</p>
    </Notice>
  );
};
