import type { ReportLine } from '../model/report.types';

export interface AcceptedReport {
  readonly hospitalId: string;
  /** Lines of the accepted edition; earlier editions never count. */
  readonly lines: readonly Pick<ReportLine, 'varietyId' | 'productId' | 'quantity'>[];
}

/** Yearly need of one hospital for one variety, by generic name (productId null) or by brand; smallest units. */
export interface NeedCell {
  readonly hospitalId: string;
  readonly varietyId: string;
  readonly productId: string | null;
  readonly quantity: bigint;
}

/**
 * The base (约定采购量基数): what was accepted, nothing else. One cell per hospital, variety and brand,
 * in a stable order; cells of zero stay (zero is zero, not absent).
 */
export const baseVolume = (reports: readonly AcceptedReport[]): readonly NeedCell[] => {
  const cells = new Map<string, NeedCell>();
  for (const { hospitalId, lines } of reports)
    for (const { varietyId, productId, quantity } of lines) {
      const key = `${varietyId}|${hospitalId}|${productId ?? ''}`;
      cells.set(key, { hospitalId, varietyId, productId, quantity: (cells.get(key)?.quantity ?? 0n) + quantity });
    }
  return [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
};
