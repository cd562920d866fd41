import type { RefusalWord, RefusalWords } from '@huiji/platform';
import { assessmentWords } from './words/assessment-words';
import { careWords } from './words/care-words';

/** What every refusal of long-term care says, and how to mend it. */
export const longTermCareWords: Readonly<Record<keyof typeof assessmentWords | keyof typeof careWords, RefusalWord>> &
  RefusalWords = { ...assessmentWords, ...careWords };
