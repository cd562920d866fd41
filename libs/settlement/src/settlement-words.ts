import type { RefusalWords } from '@huiji/platform';

import { batchWords } from './batch.words';
import { invoiceWords } from './invoice.words';

/** What the refusals of settlement say. Amounts are in yuan, quantities in smallest units. */
export const settlementWords: RefusalWords = { ...invoiceWords, ...batchWords };
