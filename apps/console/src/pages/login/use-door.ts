import { useEffect, useRef, useState } from 'react';
import { keepDevice } from '../../api/device';
import { isFault, type Fault } from '../../api/fault';
import { isRefused, type Refused } from '../../api/refusal';
import { session } from '../../api/session';
import { queries } from '../../app/providers';
import { actAs, logIn, logInSecondFactor, logInWithCode } from './log-in';
import type { Membership } from './log-in.documents';
import type { Credentials } from './login-form';

type Answer = Awaited<ReturnType<typeof logIn>> | Awaited<ReturnType<typeof logInSecondFactor>>;

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export type Stage =
  | { readonly kind: 'form' }
  | { readonly kind: 'welcome'; readonly linkToken: string }
  | {
      readonly kind: 'second';
      readonly ticket: string;
      readonly next: 'CODE' | 'ENROLMENT';
      readonly loginName: string;
    }
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly then: () => void }
  | { readonly kind: 'choice'; readonly memberships: readonly Membership[]; readonly tokens: Tokens };

/** What stands behind the # of the address is taken once and wiped from it. */
const takeHash = (): string => {
  const { hash, pathname } = window.location;
  if (hash.length < 2 || (pathname !== '/welcome' && pathname !== '/login')) return '';
  window.history.replaceState(null, '', pathname === '/welcome' ? '/login' : pathname);
  return pathname === '/welcome' ? `link=${hash.slice(1)}` : hash.slice(1);
};

const isTokens = (answer: Answer): answer is Extract<Answer, Tokens> => 'accessToken' in answer;

/** The way through the door, step by step. */
export const useDoor = () => {
  const [stage, setStage] = useState<Stage>({ kind: 'form' });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [fault, setFault] = useState<Fault>();
  const [turnedAway, setTurnedAway] = useState(false);
  const arrived = useRef(false);

  const enter = (answer: Extract<Answer, Tokens>) => {
    const tokens = { accessToken: answer.accessToken, refreshToken: answer.refreshToken };
    keepDevice(answer.viewer.loginName, answer.deviceToken);
    queries.clear();
    const go = () => {
      if (answer.viewer.memberships.length === 1) session.set(tokens);
      else setStage({ kind: 'choice', memberships: answer.viewer.memberships, tokens });
    };
    if (answer.recoveryCodes === null) go();
    else setStage({ kind: 'codes', codes: answer.recoveryCodes, then: go });
  };

  const step = async (loginName: string, ask: () => Promise<Answer>) => {
    setBusy(true);
    setFault(undefined);
    setRefused(undefined);
    setTurnedAway(false);
    try {
      const answer = await ask();
      if (isRefused(answer)) {
        setRefused(answer);
        if (answer.refusalCode === 'TICKET_OVER') setStage({ kind: 'form' });
      } else if (isTokens(answer)) enter(answer);
      else if ('ticket' in answer) setStage({ kind: 'second', ticket: answer.ticket, next: answer.next, loginName });
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error);
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const hash = new URLSearchParams(takeHash());
    const [link, code] = [hash.get('link'), hash.get('code')];
    if (link !== null) setStage({ kind: 'welcome', linkToken: link });
    if (code !== null) void step('', () => logInWithCode(code));
    if (hash.has('refused')) setTurnedAway(true);
  });

  return {
    stage,
    busy,
    refused,
    fault,
    turnedAway,
    open: ({ loginName, password }: Credentials) => step(loginName, () => logIn(loginName, password)),
    second: (code: string) =>
      stage.kind === 'second'
        ? step(stage.loginName, () => logInSecondFactor(stage.ticket, code, stage.loginName))
        : Promise.resolve(),
    choose: async (membership: Membership) => {
      if (stage.kind !== 'choice') return;
      session.set(stage.tokens);
      if (!(await actAs(membership.id))) session.set(undefined);
    },
    back: () => {
      setRefused(undefined);
      setStage({ kind: 'form' });
    },
  };
};
