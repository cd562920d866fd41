import type { RefusalWords } from '@huiji/platform';

/** What the refusals of audit and of personal data say; no number is ever in them. */
export const auditWords: RefusalWords = {
  KEPT_HEAD_FORM: {
    zh: ({ line = '' }) => `第 ${line} 行不是封存摘要`,
    en: ({ line = '' }) => `line ${line} is no head of a seal`,
    mend: {
      zh: '每行应为「统筹区代码 封存号 64 位摘要」，与导出的文本一致',
      en: 'each line is area, number and head with 64 digits, as the export wrote it',
    },
  },
  KEPT_HEADS_TOO_MANY: {
    zh: ({ limit = '' }) => `封存摘要超过 ${limit} 行`,
    en: ({ limit = '' }) => `more than ${limit} lines of heads`,
    mend: { zh: '请只保留最近的封存摘要', en: 'keep the newest heads only' },
  },
  PURPOSE_WORDS_FORM: {
    zh: () => '说明须为 4 至 200 个字符，不换行',
    en: () => 'say why in 4 to 200 characters, on one line',
    mend: { zh: '请写明用途或原因', en: 'write down why' },
  },
  EXPORT_OWN_REQUEST: {
    zh: () => '不能授权自己提出的导出申请',
    en: () => 'a list is agreed to by somebody other than the one who asked for it',
    mend: { zh: '请由另一位工作人员授权', en: 'let somebody else decide' },
  },
  EXPORT_EXPIRED: {
    zh: () => '导出授权已过期',
    en: () => 'the permission to take this list has expired',
    mend: { zh: '请重新提出导出申请', en: 'ask for it anew' },
  },
};
