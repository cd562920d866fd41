import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../../app/frame';
import { FaultNotice, Notice, RefusalNotice } from '../../pieces/notice';
import { ShownOnce } from '../../pieces/shown-once';
import { LoginForm } from './login-form';
import { MembershipChoice } from './membership-choice';
import { OtherWays } from './other-ways';
import { SecondStep } from './second-step';
import { useDoor, type Stage } from './use-door';
import { Welcome } from './welcome';

const titles = {
  form: 'login.title',
  welcome: 'door.welcome',
  second: 'door.second',
  codes: 'door.codesTitle',
  choice: 'login.choose',
} as const satisfies Record<Stage['kind'], string>;

/** The door: name and password or a provider, the second factor where it is wanted, then which membership to act in. */
export const LoginPage = () => {
  const { t } = useTranslation();
  const door = useDoor();
  const { stage } = door;
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('pieces.product')}`;
  }, [t]);
  return (
    <div className="login">
      <Introduction />
      <main className="login-main">
        <div className="language">
          <LanguageButton />
        </div>
        <h2>{t(titles[stage.kind])}</h2>
        {door.turnedAway ? (
          <Notice tone="warn" title={t('door.turnedAway')}>
            <p>{t('door.turnedAwayWords')}</p>
          </Notice>
        ) : null}
        <Step door={door} />
        <RefusalNotice refused={door.refused} />
        <FaultNotice fault={door.fault} />
        {stage.kind === 'form' ? <OtherWays /> : null}
      </main>
    </div>
  );
};

const Step = ({ door }: { door: ReturnType<typeof useDoor> }) => {
  const { t } = useTranslation();
  const { stage, busy } = door;
  if (stage.kind === 'form') return <LoginForm busy={busy} onSend={(credentials) => void door.open(credentials)} />;
  if (stage.kind === 'welcome') return <Welcome linkToken={stage.linkToken} onSet={door.back} />;
  if (stage.kind === 'second')
    return (
      <SecondStep
        ticket={stage.ticket}
        next={stage.next}
        busy={busy}
        onCode={(code) => void door.second(code)}
        onBack={door.back}
      />
    );
  if (stage.kind === 'codes')
    return <ShownOnce title={t('door.codes')} words={t('door.codesWords')} lines={stage.codes} onDone={stage.then} />;
  return <MembershipChoice memberships={stage.memberships} onChoose={(membership) => void door.choose(membership)} />;
};

const Introduction = () => {
  const { t } = useTranslation();
  return (
    <header className="login-side">
      <div className="brand">
        <img src="/mark.svg" alt="" />
        {t('pieces.product')}
      </div>
      <h1>{t('login.headline')}</h1>
      <ol>
        {(['procurement', 'care', 'savings', 'payment'] as const).map((thread) => (
          <li key={thread}>
            <strong>{t(`login.threads.${thread}.title`)}</strong>
            {t(`login.threads.${thread}.words`)}
          </li>
        ))}
      </ol>
    </header>
  );
};
