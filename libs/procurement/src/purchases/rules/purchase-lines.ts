import { ok, parsePlainDate, parseYuan, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import type { PurchaseFacts, PurchaseLine } from '../model/purchase.types';

/** The columns of a file of non-selected purchases (非中选采购). */
export const purchaseColumns = [
  'hospital',
  'generic_name_zh',
  'purchased_on',
  'reference',
  'quantity',
  'amount_yuan',
] as const;
export type PurchaseColumn = (typeof purchaseColumns)[number];

type Cells = Readonly<Record<PurchaseColumn, string>>;

const readLine = (row: number, cells: Cells, facts: PurchaseFacts, issues: FieldIssue[]): PurchaseLine | undefined => {
  const before = issues.length;
  const fault = (field: PurchaseColumn, code: string, more: Readonly<Record<string, string>> = {}): void => {
    issues.push({ field, row, code, facts: { text: cells[field].slice(0, 40), ...more } });
  };
  const hospitalId = facts.hospitals.get(cells.hospital);
  if (hospitalId === undefined) fault('hospital', 'HOSPITAL_NOT_FOUND');
  const varietyId = facts.varieties.get(cells.generic_name_zh.normalize('NFC'));
  if (varietyId === undefined) fault('generic_name_zh', 'NOT_A_VARIETY');
  const day = parsePlainDate(cells.purchased_on);
  if (!day.ok) fault('purchased_on', 'NOT_A_DATE');
  else if (day.value > facts.today) fault('purchased_on', 'IN_THE_FUTURE', { today: facts.today });
  if (cells.reference === '' || cells.reference.length > 60) fault('reference', 'TEXT_LENGTH', { max: '60' });
  const amount = parseYuan(cells.amount_yuan);
  if (!amount.ok || amount.value < 0n) fault('amount_yuan', 'NOT_AN_AMOUNT');
  if (!/^[1-9]\d{0,14}$/.test(cells.quantity)) fault('quantity', 'NOT_A_QUANTITY');
  if (issues.length > before || hospitalId === undefined || varietyId === undefined || !day.ok || !amount.ok)
    return undefined;
  return {
    row,
    hospitalId,
    varietyId,
    purchasedOn: day.value,
    reference: cells.reference,
    quantity: BigInt(cells.quantity),
    amountFen: amount.value,
  };
};

/** Reads purchases of selected generics outside the selected products (domain §2.10), all or none. */
export const readPurchaseLines = (
  rows: readonly { readonly row: number; readonly cells: Cells }[],
  facts: PurchaseFacts,
): Result<readonly PurchaseLine[]> => {
  const issues: FieldIssue[] = [];
  const lines: PurchaseLine[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const line = readLine(row, cells, facts, issues);
    const key = `${cells.hospital}|${cells.reference}`;
    if (line !== undefined && seen.has(key))
      issues.push({ field: 'reference', row, code: 'DUPLICATE_REFERENCE', facts: { text: cells.reference } });
    seen.add(key);
    if (line !== undefined) lines.push(line);
  }
  if (rows.length === 0) issues.push({ field: 'file', code: 'NO_LINES' });
  return issues.length === 0 ? ok(lines) : refuse('input', 'BAD_INPUT', {}, issues);
};
