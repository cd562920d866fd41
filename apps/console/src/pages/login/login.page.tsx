import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFault, type Fault } from '../../api/fault';
import { isRefused, type Refused } from '../../api/refusal';
import { session } from '../../api/session';
import { LanguageButton } from '../../app/frame';
import { queries } from '../../app/providers';
import { FaultNotice, RefusalNotice } from '../../pieces/notice';
import { actAs, logIn } from './log-in';
import type { Membership } from './log-in.documents';
import { LoginForm, type Credentials } from './login-form';
import { MembershipChoice } from './membership-choice';

type Stage =
  | { readonly kind: 'form' }
  | { readonly kind: 'choice'; readonly memberships: readonly Membership[]; readonly tokens: Tokens };
interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The door: name and password, then which of one's memberships to act in. */
export const LoginPage = () => {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>({ kind: 'form' });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    document.title = `${t('login.title')} · ${t('pieces.product')}`;
  }, [t]);

  const open = async ({ loginName, password }: Credentials) => {
    setBusy(true);
    setFault(undefined);
    setRefused(undefined);
    try {
      const answer = await logIn(loginName, password);
      if (isRefused(answer)) setRefused(answer);
      else if ('accessToken' in answer) {
        const tokens = { accessToken: answer.accessToken, refreshToken: answer.refreshToken };
        queries.clear();
        if (answer.viewer.memberships.length === 1) session.set(tokens);
        else setStage({ kind: 'choice', memberships: answer.viewer.memberships, tokens });
      }
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (membership: Membership) => {
    if (stage.kind !== 'choice') return;
    session.set(stage.tokens);
    if (!(await actAs(membership.id))) session.set(undefined);
  };

  return (
    <div className="login">
      <Introduction />
      <main className="login-main">
        <div className="language">
          <LanguageButton />
        </div>
        <h2>{stage.kind === 'form' ? t('login.title') : t('login.choose')}</h2>
        {stage.kind === 'form' ? (
          <LoginForm busy={busy} onSend={(credentials) => void open(credentials)} />
        ) : (
          <MembershipChoice memberships={stage.memberships} onChoose={(membership) => void choose(membership)} />
        )}
        <RefusalNotice refused={refused} />
        <FaultNotice fault={fault} />
      </main>
    </div>
  );
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
