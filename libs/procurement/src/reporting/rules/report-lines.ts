import { formatQuotient, ok, quantity, refuse, type BasisPoints, type FieldIssue, type Result } from '@huiji/kernel';
import type { RawReportLine, ReportableVariety, ReportLine } from '../model/report.types';
import { belowFloor } from './report-floor';

export interface ReportFacts {
  readonly varieties: readonly ReportableVariety[];
  /** Share of the two-year mean below which a reason is due; 8000 is 80 %. */
  readonly floorBp: BasisPoints;
}

export const MAX_REPORT_QUANTITY = 1_000_000_000_000n;
const MAX_REASON = 500;

const issueAt = (
  raw: RawReportLine,
  field: string,
  code: string,
  facts: Readonly<Record<string, string>>,
): FieldIssue => ({
  field,
  row: raw.row,
  code,
  facts,
});

const readQuantity = (raw: RawReportLine): bigint | FieldIssue => {
  const text = raw.quantity.trim();
  if (text === '') return issueAt(raw, 'quantity', 'MISSING', {});
  if (!/^\d{1,18}$/.test(text)) return issueAt(raw, 'quantity', 'NOT_A_QUANTITY', { text: text.slice(0, 40) });
  const units = BigInt(text);
  return units > MAX_REPORT_QUANTITY
    ? issueAt(raw, 'quantity', 'QUANTITY_TOO_LARGE', { text, max: `${MAX_REPORT_QUANTITY}` })
    : units;
};

const readLine = (raw: RawReportLine, facts: ReportFacts): { line?: ReportLine; issues: readonly FieldIssue[] } => {
  const name = raw.variety.normalize('NFC').trim();
  const variety = facts.varieties.find((known) => known.varietyId === name || known.genericNameZh === name);
  const units = readQuantity(raw);
  const issues: FieldIssue[] = typeof units === 'bigint' ? [] : [units];
  if (raw.reason.length > MAX_REASON) issues.push(issueAt(raw, 'reason', 'TOO_LONG', { max: `${MAX_REASON}` }));
  if (variety === undefined)
    return {
      issues: [
        issueAt(raw, 'variety', name === '' ? 'MISSING' : 'VARIETY_NOT_IN_ROUND', { text: name.slice(0, 40) }),
        ...issues,
      ],
    };
  const code = raw.product.trim();
  const product = variety.products.find((known) => known.productId === code || known.code === code.toUpperCase());
  if (code !== '' && product === undefined)
    issues.unshift(
      issueAt(raw, 'product', 'PRODUCT_NOT_OF_VARIETY', { text: code.slice(0, 40), variety: variety.genericNameZh }),
    );
  if (issues.length > 0 || typeof units !== 'bigint') return { issues };
  const reason = raw.reason.trim();
  return {
    issues,
    line: {
      row: raw.row,
      varietyId: variety.varietyId,
      productId: product?.productId ?? null,
      quantity: quantity(units),
      reason: reason === '' ? null : reason,
    },
  };
};

const duplicateIssues = (lines: readonly ReportLine[]): readonly FieldIssue[] => {
  const first = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = `${line.varietyId}|${line.productId ?? ''}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, line.row);
    return before === undefined
      ? []
      : [{ field: 'variety', row: line.row, code: 'DUPLICATE_LINE', facts: { firstRow: `${before}` } }];
  });
};

/** The floor is of the whole need of a variety, by generic name and by brand together. */
const floorIssues = (lines: readonly ReportLine[], facts: ReportFacts): readonly FieldIssue[] => {
  const byVariety = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const own = byVariety.get(line.varietyId);
    if (own === undefined) byVariety.set(line.varietyId, [line]);
    else own.push(line);
  }
  return facts.varieties.flatMap((variety) => {
    const own = byVariety.get(variety.varietyId) ?? [];
    const [first] = own;
    const total = own.reduce((sum, line) => sum + line.quantity, 0n);
    const mean = variety.previousMean;
    if (mean === null || !belowFloor(total, mean, facts.floorBp)) return [];
    const words = {
      variety: variety.genericNameZh,
      total: `${total}`,
      mean: formatQuotient(mean, 1),
      floorPercent: `${Number(facts.floorBp) / 100}`,
    };
    if (first === undefined) return [{ field: 'variety', code: 'VARIETY_NOT_REPORTED', facts: words }];
    return own.some((line) => line.reason !== null)
      ? []
      : [{ field: 'reason', row: first.row, code: 'BELOW_FLOOR_WITHOUT_REASON', facts: words }];
  });
};

/**
 * The one validation of a volume report, whoever brings it: the sheet and the form (PD-19, A5).
 * Every line's faults are found in one pass; the rules over lines (duplicates, the 80 % floor of A4) run over the
 * lines that could be read, and the floor only when all could, so that no fault is a consequence of another.
 * Quantities are smallest units (片/粒/支/袋), 0…10^12; zero is zero.
 */
export const readReportLines = (raw: readonly RawReportLine[], facts: ReportFacts): Result<readonly ReportLine[]> => {
  const read = raw.map((line) => readLine(line, facts));
  const lines = read.flatMap(({ line }) => (line === undefined ? [] : [line]));
  const perLine = [...read.flatMap(({ issues }) => issues), ...duplicateIssues(lines)];
  const issues =
    perLine.length > 0
      ? perLine
      : raw.length === 0
        ? [{ field: 'variety', code: 'NO_LINES' }]
        : floorIssues(lines, facts);
  return issues.length === 0 ? ok(lines) : refuse('input', 'BAD_INPUT', {}, issues);
};
