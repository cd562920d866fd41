import { useTranslation } from 'react-i18next';
import type { zh } from '../i18n/zh';
import { Tag, type Tone } from './tag';

type States = typeof zh.states;
export type StateNoun = keyof States;
export type StateOf<Noun extends StateNoun> = keyof States[Noun] & string;

const tones: { readonly [Noun in StateNoun]: Readonly<Record<StateOf<Noun>, Tone>> } = {
  account: { ENTERED: 'waiting', CONFIRMED: 'good', RETURNED: 'warn', SUPERSEDED: 'plain' },
  campaign: { PLANNED: 'plain', OPEN: 'going', CLOSED: 'plain' },
  report: {
    DRAFT: 'plain',
    READING: 'going',
    FAULTY: 'bad',
    SUBMITTED: 'waiting',
    ACCEPTED: 'good',
    RETURNED: 'warn',
  },
  period: { PLANNED: 'plain', ALLOCATED: 'waiting', CONTRACTED: 'waiting', IN_FORCE: 'good' },
  contract: { DRAFTED: 'waiting', IN_FORCE: 'good' },
  order: { PLACED: 'waiting', CONFIRMED: 'going', REFUSED: 'bad', CANCELLED: 'plain', CLOSED: 'plain' },
  invoice: { MATCHED: 'waiting', CONFIRMED: 'good', DISPUTED: 'warn', WITHDRAWN: 'plain' },
  payable: { OPEN: 'waiting', BATCHED: 'going', PAID: 'good' },
  batch: {
    DRAFT: 'plain',
    LOCKED: 'waiting',
    IN_REVIEW: 'waiting',
    RELEASED: 'going',
    SENDING: 'going',
    SENT: 'going',
    SETTLED: 'good',
    RETURNED: 'warn',
    DISCARDED: 'plain',
  },
  payment: {
    PLANNED: 'plain',
    READY: 'going',
    SENT: 'going',
    ACCEPTED: 'going',
    PAID: 'good',
    REJECTED: 'bad',
    UNKNOWN: 'warn',
    RETURNED: 'bad',
    WITHDRAWN: 'plain',
  },
  sheet: { OPEN: 'waiting', OBJECTED: 'warn', CONFIRMED: 'good', HANDED_OVER: 'good', SUPERSEDED: 'plain' },
  application: { SUBMITTED: 'waiting', ACCEPTED: 'going', RETURNED: 'warn', CONCLUDED: 'good' },
  assessment: {
    VISITING: 'going',
    JOINT: 'waiting',
    CONCLUDED: 'waiting',
    IN_PUBLICITY: 'going',
    PUBLICITY_ENDED: 'waiting',
    OBJECTED: 'warn',
    ANNULLED: 'plain',
    CONFIRMED: 'good',
    NOT_PASSED: 'plain',
  },
  answerSheet: { DRAFT: 'plain', SUBMITTED: 'good' },
  subsidyRun: { DRAFT: 'going', COMPUTED: 'waiting', HANDED_OVER: 'good', DISCARDED: 'plain' },
};

/** The state of a thing in one word, with the tone its reader should take it in. */
export const StateTag = <Noun extends StateNoun>({ noun, state }: { noun: Noun; state: StateOf<Noun> }) => {
  const { t } = useTranslation();
  const words = t('states', { returnObjects: true })[noun] as Readonly<Record<StateOf<Noun>, string>>;
  return <Tag tone={tones[noun][state]}>{words[state]}</Tag>;
};
