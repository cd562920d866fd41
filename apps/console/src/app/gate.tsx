import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useSession } from '../api/session';
import { useRead } from '../api/use-read';
import { signOut } from '../pages/login/log-in';
import { Viewer } from '../pages/login/log-in.documents';
import { LoginPage } from '../pages/login/login.page';
import { FaultNotice } from '../pieces/notice';
import { Waiting } from '../pieces/pages-table';
import { Frame } from './frame';
import { MeContext, type Me } from './me';

/** Nobody passes without a log-in; whoever does finds the frame of their own role. */
export const Gate = () => (useSession() === undefined ? <LoginPage /> : <House />);

const House = () => {
  const { i18n } = useTranslation();
  const viewer = useRead(Viewer, {});
  const who = viewer.data?.me;
  if (viewer.fault) return <FaultNotice fault={viewer.fault} retry={viewer.retry} />;
  if (who === null || who === undefined) return <Waiting />;
  const english = i18n.language === 'en';
  const { area, organisation, role } = who.membership;
  const me: Me = {
    name: who.displayName,
    role,
    organisation: english ? organisation.nameEn : organisation.nameZh,
    organisationId: organisation.id,
    areaCode: area.code,
    areaName: english ? area.nameEn : area.nameZh,
    demonstration: area.demonstration,
    businessDate: area.businessDate,
    memberships: who.memberships,
  };
  return (
    <MeContext value={me}>
      <Frame onSignOut={() => void signOut()}>
        <Outlet />
      </Frame>
    </MeContext>
  );
};
