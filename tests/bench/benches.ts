import type { Bench } from './bench-line';

/** Every bench by its name. */
export const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  'acceptance-import': () => import('./acceptance-import.bench.js'),
  'audit-verify': () => import('./audit-verify.bench.js'),
  'graphql-page': () => import('./graphql-page.bench.js'),
  'ledger-posting': () => import('./ledger-posting.bench.js'),
  'ledger-set': () => import('./ledger-set.bench.js'),
  'subsidy-handover': () => import('./subsidy-handover.bench.js'),
  'subsidy-month': () => import('./subsidy-month.bench.js'),
};
