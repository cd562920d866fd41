import { demonstrationAreas, demonstrationPassword, demonstrationRooms } from './demo/logins';
import type { RunningProduct } from './launcher';

const tryThis: readonly string[] = [
  'sn-hospital   report the volumes of a round from a sheet, order, receive, confirm an invoice',
  'sn-clerk      make a payment batch and lock it; then pass it as sn-first, sn-recheck and sn-approval,',
  '              and see the bank answer it',
  'sn-supplier   follow an invoice from entry to money',
  'cq-assessor-1 record an assessment at a home; a draft survives a reload',
  'cq-auditor    from any figure to its entries and documents',
];

const loginLines = (): readonly string[] =>
  demonstrationAreas.flatMap(({ area, prefix, nameZh, nameEn }) => [
    `  ${nameEn} ${nameZh} (${area}):`,
    ...demonstrationRooms.map(([ending, zh, en]) => `    ${`${prefix}-${ending}`.padEnd(18)} ${zh} ${en}`),
  ]);

/** What a newcomer reads when everything runs. */
export const greeting = (product: RunningProduct, tookMs: number): string => {
  const { address, databaseWords, demonstration } = product;
  const lines = [
    '',
    `  Huiji 惠济   ${address}`,
    '',
    `  ready in ${(tookMs / 1000).toFixed(1)} s · ${databaseWords}`,
    `  GraphQL ${address}/graphql · explorer ${address}/explorer`,
    '',
  ];
  if (demonstration) {
    lines.push(`  Log-ins of the demonstration, password ${demonstrationPassword}:`, ...loginLines(), '');
    lines.push('  What to try:', ...tryThis.map((line) => `    ${line}`), '');
  }
  lines.push('  Ctrl-C stops everything. "npm run verify" checks every promise about the data.');
  if (demonstration) lines.push('  "npm start -- reset" loads the demonstration anew.');
  return `${lines.join('\n')}\n`;
};
