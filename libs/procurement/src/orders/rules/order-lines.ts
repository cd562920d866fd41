import { lineAmount, ok, refuse, unitsOfPacks, type FieldIssue, type Result } from '@huiji/kernel';
import type { OrderableProduct, OrderAction, OrderLine, OrderRequestLine, OrderState } from '../model/order.types';

export const orderTransitions = {
  placed: { confirm: 'confirmed', refuse: 'refused', cancel: 'cancelled' },
  confirmed: { ship: 'confirmed', close: 'closed' },
  refused: {},
  cancelled: {},
  closed: {},
} as const satisfies Record<OrderState, Partial<Record<OrderAction, OrderState>>>;

export const MAX_PACKS = 100_000_000n;
export const MAX_ORDER_LINES = 1000;

/**
 * Turns a hospital's packs into order lines (A12): smallest units by the product's exact pack size, the price copied
 * from the contract on the order date, the amount rounded once. Volume above the agreed one is never refused (A13).
 * One order has one supplier.
 */
export const readOrderLines = (
  wanted: readonly OrderRequestLine[],
  products: readonly OrderableProduct[],
): Result<{ readonly supplierId: string; readonly lines: readonly OrderLine[] }> => {
  const issues: FieldIssue[] = [];
  const seen = new Set<string>();
  const lines: OrderLine[] = [];
  const suppliers = new Set<string>();
  for (const [index, { productId, packs }] of wanted.entries()) {
    const row = index + 1;
    const product = products.find((known) => known.productId === productId);
    if (product === undefined) issues.push({ field: 'lines.productId', row, code: 'NO_CONTRACT_IN_FORCE' });
    if (seen.has(productId)) issues.push({ field: 'lines.productId', row, code: 'DUPLICATE_LINE' });
    if (packs < 1n || packs > MAX_PACKS)
      issues.push({
        field: 'lines.packs',
        row,
        code: 'NOT_IN_RANGE',
        facts: { text: `${packs}`, min: '1', max: `${MAX_PACKS}` },
      });
    seen.add(productId);
    if (product === undefined || packs < 1n) continue;
    suppliers.add(product.supplierId);
    const orderedQuantity = unitsOfPacks(packs, product.unitsPerPack);
    lines.push({
      productId,
      subContractId: product.subContractId,
      orderedQuantity,
      price: product.price,
      amount: lineAmount(orderedQuantity, product.price),
    });
  }
  if (wanted.length === 0 || wanted.length > MAX_ORDER_LINES)
    issues.push({ field: 'lines', code: 'LINE_COUNT', facts: { max: `${MAX_ORDER_LINES}` } });
  if (issues.length > 0) return refuse('input', 'BAD_INPUT', {}, issues);
  const [supplierId, other] = suppliers;
  return supplierId === undefined || other !== undefined
    ? refuse('rule', 'SEVERAL_SUPPLIERS', { count: `${suppliers.size}` })
    : ok({ supplierId, lines });
};
