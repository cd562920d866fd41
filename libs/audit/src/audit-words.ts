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
};
