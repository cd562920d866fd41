import type { RunningProduct } from './launcher';

/** What a newcomer reads when everything runs. */
export const greeting = (product: RunningProduct, tookMs: number): string => {
  const lines = [
    '',
    `  Huiji 惠济   ${product.address}`,
    '',
    `  ready in ${(tookMs / 1000).toFixed(1)} s · ${product.databaseWords}`,
    `  GraphQL ${product.address}/graphql · explorer ${product.address}/explorer`,
  ];
  if (product.demonstration) lines.push('', ...demonstrationWords());
  lines.push(
    '',
    '  Ctrl-C stops everything. "npm start -- reset" loads the demonstration anew. "npm run verify" checks it.',
    '',
  );
  return lines.join('\n');
};

const demonstrationWords = (): readonly string[] => [
  '  Demonstration: log-ins and passwords stand on the log-in page.',
];
