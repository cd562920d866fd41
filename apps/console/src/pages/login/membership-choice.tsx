import { useTranslation } from 'react-i18next';
import type { Membership } from './log-in.documents';

/** One person may act in several areas, organisations and roles: which one now? */
export const MembershipChoice = ({
  memberships,
  onChoose,
}: {
  memberships: readonly Membership[];
  onChoose: (membership: Membership) => void;
}) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <ul className="choices">
      {memberships.map((membership) => (
        <li key={membership.id}>
          <button
            type="button"
            className="choice"
            onClick={() => {
              onChoose(membership);
            }}
          >
            <strong>
              {english ? membership.organisation.nameEn : membership.organisation.nameZh} ·{' '}
              {t(`roles.${membership.role}`)}
              {membership.onBehalfOf === null ? '' : ` · ${t('door.onBehalf', { name: membership.onBehalfOf })}`}
            </strong>
            <div className="muted small">
              {english ? membership.area.nameEn : membership.area.nameZh} {membership.area.code}
              {membership.area.demonstration ? ` · ${t('login.demonstration')}` : ''}
            </div>
          </button>
        </li>
      ))}
    </ul>
  );
};
