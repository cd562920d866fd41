import { price } from '@huiji/kernel';
import { actWords, nextState } from '@huiji/platform';
import type { OrderableProduct, OrderAction, OrderState } from '../model/order.types';
import { orderTransitions, readOrderLines } from './order-lines';

const product = (id: string, supplierId = 's'): OrderableProduct => ({
  productId: id,
  subContractId: `c-${id}`,
  supplierId,
  unitsPerPack: 7n,
  price: price(660n, 7n),
});
const codes = (lines: { productId: string; packs: bigint }[]) => {
  const result = readOrderLines(lines, [product('p'), product('q'), product('r', 'other')]);
  return result.ok
    ? []
    : [result.refusal.code, ...result.refusal.issues.map(({ row, field, code }) => [row, field, code])];
};

describe('lines of an order (订单)', () => {
  it('A12 copies the price of the contract; packs become smallest units exactly', () => {
    expect(readOrderLines([{ productId: 'p', packs: 3n }], [product('p')])).toEqual({
      ok: true,
      value: {
        supplierId: 's',
        lines: [
          { productId: 'p', subContractId: 'c-p', orderedQuantity: 21n, price: { fen: 660n, per: 7n }, amount: 1980n },
        ],
      },
    });
  });

  it.each([
    [
      'a product without a contract in force',
      [{ productId: 'x', packs: 1n }],
      [1, 'lines.productId', 'NO_CONTRACT_IN_FORCE'],
    ],
    ['no packs', [{ productId: 'p', packs: 0n }], [1, 'lines.packs', 'NOT_IN_RANGE']],
    [
      'the same product twice',
      [
        { productId: 'p', packs: 1n },
        { productId: 'p', packs: 1n },
      ],
      [2, 'lines.productId', 'DUPLICATE_LINE'],
    ],
    ['nothing', [], [undefined, 'lines', 'LINE_COUNT']],
  ])('A12 %s is refused with its row', (_what, lines, issue) => {
    expect(codes(lines)).toEqual(['BAD_INPUT', issue]);
  });

  it('A12 one order has one supplier', () => {
    expect(
      codes([
        { productId: 'p', packs: 1n },
        { productId: 'r', packs: 1n },
      ]),
    ).toEqual(['SEVERAL_SUPPLIERS']);
  });

  it('A14 a refused, cancelled or closed order goes nowhere', () => {
    expect([orderTransitions.refused, orderTransitions.cancelled, orderTransitions.closed]).toEqual([{}, {}, {}]);
  });

  it('A14 who ships an order that is not confirmed is told of shipping, in words', () => {
    for (const state of ['placed', 'refused', 'cancelled', 'closed'] as const)
      expect(nextState<OrderState, OrderAction>(orderTransitions, state, 'ship')).toMatchObject({
        refusal: { code: 'WRONG_STATE', facts: { state, action: 'ship' } },
      });
    expect(actWords['ship']).toBe('发货');
  });
});
