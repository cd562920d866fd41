import { ok, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import type {
  AcceptableLine,
  AcceptanceRequestLine,
  ReadShipmentLine,
  ShipmentRequestLine,
  ShippableLine,
} from '../model/order.types';

/** The invariant of every line (domain §2.8): 0 ≤ returned ≤ accepted ≤ shipped ≤ ordered, smallest units. */
export interface LineCounters {
  readonly ordered: bigint;
  readonly shipped: bigint;
  readonly accepted: bigint;
  readonly returned: bigint;
}

export const lineHolds = ({ ordered, shipped, accepted, returned }: LineCounters): boolean =>
  0n <= returned && returned <= accepted && accepted <= shipped && shipped <= ordered;

/** What may be shipped: a known line, more than nothing, not more than is still open, a batch that has not expired. */
export const readShipmentLines = (
  wanted: readonly ShipmentRequestLine[],
  open: readonly ShippableLine[],
  shippedOn: PlainDate,
): Result<readonly ReadShipmentLine[]> => {
  const issues: FieldIssue[] = [];
  const shipped = new Map(open.map((line) => [line.orderLineId, line.shippedBefore]));
  const lines: ReadShipmentLine[] = [];
  for (const [index, line] of wanted.entries()) {
    const row = index + 1;
    const known = open.find(({ orderLineId }) => orderLineId === line.orderLineId);
    const before = shipped.get(line.orderLineId) ?? 0n;
    if (!/^[\p{L}\p{N}./-]{1,40}$/u.test(line.batchNumber))
      issues.push({ field: 'lines.batchNumber', row, code: 'NOT_A_BATCH' });
    if (line.expiresOn < shippedOn)
      issues.push({
        field: 'lines.expiresOn',
        row,
        code: 'BATCH_EXPIRED',
        facts: { expiresOn: line.expiresOn, shippedOn },
      });
    if (known === undefined) issues.push({ field: 'lines.orderLineId', row, code: 'LINE_NOT_FOUND' });
    else if (line.quantity < 1n || before + line.quantity > known.ordered)
      issues.push({
        field: 'lines.quantity',
        row,
        code: 'MORE_THAN_ORDERED',
        facts: { open: `${known.ordered - before}` },
      });
    else lines.push({ ...line, shippedBefore: before, ordered: known.ordered });
    shipped.set(line.orderLineId, before + (line.quantity > 0n ? line.quantity : 0n));
  }
  if (wanted.length === 0) issues.push({ field: 'lines', code: 'LINE_COUNT', facts: { max: '1000' } });
  return issues.length > 0 ? refuse('input', 'BAD_INPUT', {}, issues) : ok(lines);
};

/**
 * What may be accepted (A15): a shipped line once; accepted, damaged and missing are not negative and together are
 * exactly what was shipped; the day lies between shipping and today. Damaged and missing units are never payable.
 */
export const readAcceptanceLines = (
  wanted: readonly AcceptanceRequestLine[],
  open: readonly AcceptableLine[],
  acceptedOn: PlainDate,
  today: PlainDate,
): Result<readonly AcceptanceRequestLine[]> => {
  const issues: FieldIssue[] = [];
  const seen = new Set<string>();
  for (const [index, line] of wanted.entries()) {
    const row = index + 1;
    const known = open.find(({ shipmentLineId }) => shipmentLineId === line.shipmentLineId);
    const parts = [line.accepted, line.damaged, line.missing];
    if (known === undefined) issues.push({ field: 'lines.shipmentLineId', row, code: 'LINE_NOT_FOUND' });
    else if (known.alreadyAccepted || seen.has(line.shipmentLineId))
      issues.push({ field: 'lines.shipmentLineId', row, code: 'ALREADY_ACCEPTED' });
    else if (parts.some((part) => part < 0n) || parts.reduce((sum, part) => sum + part, 0n) !== known.shipped)
      issues.push({ field: 'lines.accepted', row, code: 'PARTS_NOT_SHIPPED', facts: { shipped: `${known.shipped}` } });
    else if (acceptedOn < known.shippedOn)
      issues.push({ field: 'acceptedOn', row, code: 'BEFORE_SHIPPING', facts: { shippedOn: known.shippedOn } });
    seen.add(line.shipmentLineId);
  }
  if (acceptedOn > today) issues.push({ field: 'acceptedOn', code: 'IN_THE_FUTURE', facts: { today } });
  if (wanted.length === 0) issues.push({ field: 'lines', code: 'LINE_COUNT', facts: { max: '1000' } });
  return issues.length > 0 ? refuse('input', 'BAD_INPUT', {}, issues) : ok(wanted);
};

/** A return takes back accepted units that were not returned yet; it is a fact of its own, the acceptance stays. */
export const readReturn = (
  quantity: bigint,
  line: { readonly accepted: bigint; readonly returned: bigint },
): Result<bigint> =>
  quantity >= 1n && line.returned + quantity <= line.accepted
    ? ok(quantity)
    : refuse('input', 'BAD_INPUT', {}, [
        { field: 'quantity', code: 'MORE_THAN_ACCEPTED', facts: { open: `${line.accepted - line.returned}` } },
      ]);
