import type { RefusalWords } from '@huiji/platform';

export const calendarWords: RefusalWords = {
  NO_DUE_DATE_POLICY: {
    zh: ({ date }) => `${date ?? ''} 没有生效的回款时限规定`,
    en: ({ date }) => `no due-date policy is valid on ${date ?? ''}`,
    mend: { zh: '请先录入该日期的回款时限规定', en: 'adopt a due-date policy that covers this day' },
  },
  DUE_DATE_POLICY_OVERLAPS: {
    zh: () => '与已有回款时限规定的有效期重叠',
    en: () => 'another due-date policy is valid on some of these days',
    mend: { zh: '请调整生效日期，使两者不重叠', en: 'change the dates so that the two do not overlap' },
  },
};
