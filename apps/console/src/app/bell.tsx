import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/use-read';
import { NoticesUnread } from '../pages/notifications/notifications.documents';

const AGAIN_MS = 60_000;

/** How many notices are unread; leads to them. */
export const Bell = () => {
  const { t } = useTranslation();
  const reading = useRead(NoticesUnread, {}, { again: () => AGAIN_MS });
  const unread = reading.data?.noticesUnread ?? 0;
  return (
    <Link to="/notifications" className="plain-button bell" aria-label={t('notifications.bell', { count: unread })}>
      <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
        <path
          d="M9 2a5 5 0 0 0-5 5v4l-2 3h14l-2-3V7a5 5 0 0 0-5-5zM7 16a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      {unread === 0 ? null : <span className="bell-count number">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
};
