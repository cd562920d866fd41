import type { RefusalWords } from '@huiji/platform';
import { contractWords } from './contract.words';
import { reportWords } from './report.words';
import { roundWords } from './round.words';

/** Words of every "no" of procurement. Product codes are the catalogue's. */
export const procurementWords: RefusalWords = { ...roundWords, ...reportWords, ...contractWords };
