import type { RefusalWords } from '@huiji/platform';

const says = (zh: string, en: string, mendZh: string, mendEn: string): RefusalWords[string] => ({
  zh: () => zh,
  en: () => en,
  mend: { zh: mendZh, en: mendEn },
});

/** What the refusals of notifications say. */
export const notificationWords: RefusalWords = {
  NOT_A_MAIL_ADDRESS: says(
    '不是有效的邮箱地址',
    'this is not a mail address',
    '请填写一个完整的邮箱地址，例如 name@example.org',
    'give one whole address, such as name@example.org',
  ),
  NOT_A_MOBILE_NUMBER: says(
    '不是有效的手机号码',
    'this is not a mobile number',
    '请填写以 1 开头的 11 位手机号码',
    'give 11 digits that begin with 1',
  ),
  WEBHOOK_URL_FORM: says(
    '推送地址的格式不对',
    'the address has a wrong form',
    '请填写完整的网址，不含用户名、口令和锚点，至多 500 个字符',
    'give a whole address without user, password and fragment, at most 500 characters',
  ),
  WEBHOOK_URL_NOT_HTTPS: says(
    '推送地址必须使用 https',
    'the address must begin with https://',
    '请在接收方启用 TLS 后填写 https 地址',
    'turn TLS on at the receiver and give its https address',
  ),
  WEBHOOK_URL_PRIVATE: says(
    '推送地址不能指向内部网络',
    'the address leads inside',
    '请填写公网可达的地址，或请管理员放行该主机',
    'give an address of the public internet, or ask the operator to allow the host',
  ),
  WEBHOOK_KINDS_MISSING: says(
    '没有选择要推送的事项',
    'no kind of event is chosen',
    '请至少选择一类事项',
    'choose one kind at least',
  ),
  WEBHOOK_TOO_MANY: {
    zh: ({ most = '' }) => `本机构的推送地址已达 ${most} 个`,
    en: ({ most = '' }) => `the organisation has ${most} webhooks already`,
    mend: { zh: '请先停用不再使用的推送地址', en: 'end one that is not used any more' },
  },
};
