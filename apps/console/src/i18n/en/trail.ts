import type { Words } from '../words';
import type { zh } from '../zh';

export const trail: Words<typeof zh.trail> = {
  title: 'Audit trail',
  lead: 'Who did what, when and why. Only ever added to; newest first.',
  at: 'Time',
  businessDate: 'Business date',
  who: 'Who',
  system: 'System · {{part}}',
  what: 'What',
  subject: 'Of what',
  states: 'State',
  reason: 'Why',
  none: 'No record yet',
};
