import { Drawer } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { chooseLanguage } from '../i18n';
import { Bell } from './bell';
import { DemoBanner } from './demo-banner';
import { useMe } from './me';
import { Side } from './side';

/** The frame of every page after log-in: who and where, the rooms, the demonstration banner, the page. */
export const Frame = ({ children, onSignOut }: { children: ReactNode; onSignOut: () => void }) => {
  const { t } = useTranslation();
  const me = useMe();
  const [menu, setMenu] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('pieces.skip')}
      </a>
      <Top
        onMenu={() => {
          setMenu(true);
        }}
        onSignOut={onSignOut}
      />
      <aside className="side fixed">
        <Side role={me.role} />
      </aside>
      <Drawer
        open={menu}
        placement="left"
        size={260}
        title={t('pieces.product')}
        onClose={() => {
          setMenu(false);
        }}
        styles={{ body: { padding: 0 } }}
      >
        <div className="side">
          <Side
            role={me.role}
            onGo={() => {
              setMenu(false);
            }}
          />
        </div>
      </Drawer>
      <main className="main" id="content" tabIndex={-1}>
        {me.demonstration ? <DemoBanner me={me} /> : null}
        {children}
      </main>
    </div>
  );
};

const Top = ({ onMenu, onSignOut }: { onMenu: () => void; onSignOut: () => void }) => {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <header className="top">
      <button type="button" className="plain-button burger" onClick={onMenu} aria-label={t('pieces.menu')}>
        <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">
          <path d="M1 2h18M1 8h18M1 14h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
      <Link to="/" className="brand">
        <img src="/mark.svg" alt="" />
        {t('pieces.product')}
      </Link>
      <span className="top-area">
        {me.areaName} <span className="number">{me.areaCode}</span>
      </span>
      <span className="grow" />
      <span className="who">
        {me.name} · {t(`roles.${me.role}`)}
        <small>{me.organisation}</small>
      </span>
      <Bell />
      <LanguageButton />
      <button type="button" className="plain-button" onClick={onSignOut}>
        {t('pieces.signOut')}
      </button>
    </header>
  );
};

/** Switches to the other language; its label is written in that language. */
export const LanguageButton = () => {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      className="plain-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        chooseLanguage(other);
      }}
    >
      {t('pieces.language')}
    </button>
  );
};
