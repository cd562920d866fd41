import type { Words } from '../words';
import type { zh } from '../zh';

export const demo: Words<typeof zh.demo> = {
  banner: 'Demonstration area: the data are invented or stand-ins; no real business is done here.',
  businessDate: 'Business date',
  notes: 'What is invented?',
  nextDay: 'Go to the next day',
  further: 'Go further',
  furtherWords: 'Day by day; the schedule of each day runs.',
  days: 'Days',
  daysForm: 'A whole number from 1 to 400.',
  moving: "Running that day's schedule…",
};
