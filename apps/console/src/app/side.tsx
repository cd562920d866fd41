import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Role } from '../api/session';
import { groups, roomsOf } from './rooms';

/** The list of rooms, by subject. */
export const Side = ({ role, onGo }: { role: Role; onGo?: () => void }) => {
  const { t } = useTranslation();
  const open = roomsOf(role);
  return (
    <nav aria-label={t('pieces.menu')}>
      {groups
        .map((group) => ({ group, rooms: open.filter((room) => room.group === group) }))
        .filter(({ rooms }) => rooms.length > 0)
        .map(({ group, rooms }) => (
          <div key={group}>
            {group === 'start' ? null : <h2>{t(`rooms.groups.${group}`)}</h2>}
            <ul>
              {rooms.map((room) => (
                <li key={room.key}>
                  <NavLink to={room.path} end={room.path === '/'} {...(onGo ? { onClick: onGo } : {})}>
                    {t(`rooms.${room.key}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
};
