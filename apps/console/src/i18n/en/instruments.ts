import type { Words } from '../words';
import type { zh } from '../zh';

export const instruments: Words<typeof zh.instruments> = {
  title: 'Instruments',
  lead: 'What assessments use, with the version. Thresholds and tables that nobody compared with the official text stay marked until a named officer does.',
  unconfirmedTitle: 'Thresholds and table were not compared with the official text yet',
  unconfirmedWords: 'A demonstration area may use them; elsewhere no grade is confirmed before a named officer did.',
  unconfirmed: 'Not compared',
  confirmed: 'Compared',
  confirmedBy: 'Compared by {{officer}} with {{document}} on {{day}}',
  confirm: 'Confirm the comparison',
  officer: 'Officer',
  document: 'Official document compared with',
  domains: 'Domains',
  domain: 'Domain',
  items: 'Items',
  max: 'Maximum',
  bands: 'Levels and totals',
  gaps: '{{count}} cases the official wording leaves open (ask, do not guess)',
  grade: 'Grade {{grade}} · {{name}}',
  totals: 'Totals by domain',
  total: 'Total',
  level: 'Level',
};
