import type { Words } from '../words';
import type { zh } from '../zh';

export const notes: Words<typeof zh.notes> = {
  title: 'About the demonstration',
  lead: 'This area is a demonstration. Below: what is public, what stands in for something we lack, and what is invented. No real company is given an invented fault.',
  none: 'No notes',
  topics: {
    AREA: 'The area',
    PRICE: 'Prices and packs',
    VOLUME: 'Volumes and contracts',
    ORGANISATION: 'Organisations and people',
    CARE: 'Long-term care',
    SAVINGS: 'Retained savings',
    PAYMENT: 'Payments and the bank',
  },
};
