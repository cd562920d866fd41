import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from './me';

/** On every page of a demonstration area: that it is one, what day it is there, and how to move on. */
export const DemoBanner = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  return (
    <div className="demo" role="note">
      <strong>{t('demo.banner')}</strong>
      <span>
        {t('demo.businessDate')} <time dateTime={me.businessDate}>{me.businessDate}</time>
      </span>
      <Link to="/notes">{t('demo.notes')}</Link>
      <span className="grow" />
    </div>
  );
};
