import type { LetterKind, NoticeKind } from './model/kinds';
import type { NoticeFacts } from './model/notice';

export type NoticeLanguage = 'zh' | 'en';
type Say = Readonly<Record<NoticeLanguage, (facts: NoticeFacts) => string>>;

const nouns: Readonly<Record<string, Readonly<Record<NoticeLanguage, string>>>> = {
  'payment-batch': { zh: '付款批次', en: 'payment batch' },
  'volume-report': { zh: '报量单', en: 'volume report' },
  'approval-policy': { zh: '审核规则', en: 'approval policy' },
  payment: { zh: '付款', en: 'payment' },
};

const steps: Readonly<Record<string, Readonly<Record<NoticeLanguage, string>>>> = {
  'first-review': { zh: '初审', en: 'first review' },
  recheck: { zh: '复核', en: 're-check' },
  approval: { zh: '审批', en: 'approval' },
  review: { zh: '审核', en: 'review' },
  confirm: { zh: '确认', en: 'confirmation' },
  mend: { zh: '修改', en: 'mending' },
};

const thing = ({ noun = '', label = '' }: NoticeFacts, language: NoticeLanguage): string =>
  `${nouns[noun]?.[language] ?? noun} ${label}`.trim();

const step = ({ step: name = '' }: NoticeFacts, language: NoticeLanguage): string => steps[name]?.[language] ?? name;

const sum = ({ amount }: NoticeFacts, language: NoticeLanguage): string => {
  if (amount === undefined) return '';
  return language === 'zh' ? `，金额 ${amount} 元` : `, ${amount} yuan`;
};

const why = ({ reason }: NoticeFacts, language: NoticeLanguage): string => {
  if (reason === undefined || reason === '') return '';
  return language === 'zh' ? `：${reason}` : `: ${reason}`;
};

const many = ({ count = '1' }: NoticeFacts): string => count;

/** What each notice says, in one sentence. */
const sentences: Readonly<Record<NoticeKind, Say>> = {
  'approval-waits': {
    zh: (facts) =>
      `${thing(facts, 'zh')} 等待您${step(facts, 'zh')}${sum(facts, 'zh')}，请于 ${facts['due'] ?? ''} 前办理`,
    en: (facts) =>
      `${thing(facts, 'en')} waits for your ${step(facts, 'en')}${sum(facts, 'en')}, due ${facts['due'] ?? ''}`,
  },
  'approval-returned': {
    zh: (facts) => `${thing(facts, 'zh')} 在${step(facts, 'zh')}环节被退回${why(facts, 'zh')}`,
    en: (facts) => `${thing(facts, 'en')} was sent back at the ${step(facts, 'en')}${why(facts, 'en')}`,
  },
  'approval-passed': {
    zh: (facts) => `${thing(facts, 'zh')} 已审批通过${sum(facts, 'zh')}`,
    en: (facts) => `${thing(facts, 'en')} is approved${sum(facts, 'en')}`,
  },
  'approval-escalated': {
    zh: (facts) => `${thing(facts, 'zh')} 的${step(facts, 'zh')}已超过期限 ${facts['due'] ?? ''}，请督办`,
    en: (facts) =>
      `the ${step(facts, 'en')} of ${thing(facts, 'en')} is late since ${facts['due'] ?? ''}: please see to it`,
  },
  'report-returned': {
    zh: (facts) => `${thing(facts, 'zh')} 被退回修改${why(facts, 'zh')}`,
    en: (facts) => `${thing(facts, 'en')} was sent back to be mended${why(facts, 'en')}`,
  },
  'report-accepted': {
    zh: (facts) => `${thing(facts, 'zh')} 已受理`,
    en: (facts) => `${thing(facts, 'en')} was accepted`,
  },
  'payment-rejected': {
    zh: (facts) => `${many(facts)} 笔付款被银行拒绝${sum(facts, 'zh')}`,
    en: (facts) => `the bank rejected payments: ${many(facts)}${sum(facts, 'en')}`,
  },
  'payment-returned': {
    zh: (facts) => `${many(facts)} 笔付款被退汇${sum(facts, 'zh')}，请核对收款账户`,
    en: (facts) => `money came back, payments: ${many(facts)}${sum(facts, 'en')}; check the account`,
  },
  'payment-unknown': {
    zh: (facts) => `${many(facts)} 笔付款结果未明，需向银行查询`,
    en: (facts) => `payments of unknown outcome: ${many(facts)}; ask the bank`,
  },
  'webhook-paused': {
    zh: (facts) => `推送地址 ${facts['host'] ?? ''} 多次失败，已暂停`,
    en: (facts) => `calls to ${facts['host'] ?? ''} failed again and again; the webhook is paused`,
  },
};

/** A notice as its reader sees it. */
export const sentenceOf = (kind: NoticeKind, facts: NoticeFacts, language: NoticeLanguage): string =>
  sentences[kind][language](facts);

/** Subject and text of a mail: both languages, no personal number, no token. */
export const mailOf = (kind: NoticeKind, facts: NoticeFacts): { readonly subject: string; readonly text: string } => {
  const zh = sentenceOf(kind, facts, 'zh');
  const en = sentenceOf(kind, facts, 'en');
  return {
    subject: `【惠济】${zh}`.replace(/[\r\n]+/g, ' ').slice(0, 120),
    text: `${zh}。\n请登录系统查看。\n\n${en}.\nLog in to see it.\n`,
  };
};

const letterSubjects: Readonly<Record<LetterKind, string>> = {
  invitation: '【惠济】邀请您开通账户 · Your invitation',
  'password-reset': '【惠济】重设密码 · Reset your password',
};

const letterWords: Readonly<Record<LetterKind, Readonly<Record<NoticeLanguage, string>>>> = {
  invitation: {
    zh: '请点击下面的链接设置密码、开通账户。链接只能使用一次，请勿转发。',
    en: 'Open this link to choose a password. It works once; do not pass it on.',
  },
  'password-reset': {
    zh: '请点击下面的链接重设密码。链接只能使用一次；如非本人操作，请忽略本邮件。',
    en: 'Open this link to choose a new password. It works once; if you did not ask for it, ignore this mail.',
  },
};

/** Subject and text of a letter with its link. */
export const letterOf = (kind: LetterKind, link: string): { readonly subject: string; readonly text: string } => ({
  subject: letterSubjects[kind],
  text: `${letterWords[kind].zh}\n${letterWords[kind].en}\n\n${link}\n`,
});
