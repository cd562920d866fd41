import { plainDate } from '@huiji/kernel';
import fc from 'fast-check';
import { lineHolds, readAcceptanceLines, readReturn, readShipmentLines } from './supply-lines';

const today = plainDate('2019-05-10');
const batch = { batchNumber: 'A190501', expiresOn: plainDate('2021-05-01') };
const issuesOf = (
  result: { ok: true } | { ok: false; refusal: { issues: readonly { row?: number; field: string; code: string }[] } },
) => (result.ok ? [] : result.refusal.issues.map(({ row, field, code }) => [row, field, code]));

describe('shipments (发货)', () => {
  const open = [{ orderLineId: 'l', ordered: 100n, shippedBefore: 60n }];
  const ship = (quantity: bigint, changes = {}) =>
    readShipmentLines([{ orderLineId: 'l', quantity, ...batch, ...changes }], open, today);

  it('A14 shipped never passes ordered, over several shipments and several lines of one', () => {
    expect(ship(40n).ok).toBe(true);
    expect(issuesOf(ship(41n))).toEqual([[1, 'lines.quantity', 'MORE_THAN_ORDERED']]);
    const split = [
      { orderLineId: 'l', quantity: 30n, ...batch },
      { orderLineId: 'l', quantity: 11n, ...batch, batchNumber: 'B' },
    ];
    expect(issuesOf(readShipmentLines(split, open, today))).toEqual([[2, 'lines.quantity', 'MORE_THAN_ORDERED']]);
  });

  it.each([
    ['nothing shipped', { quantity: 0n }, 'lines.quantity', 'MORE_THAN_ORDERED'],
    ['an expired batch', { expiresOn: plainDate('2019-05-09') }, 'lines.expiresOn', 'BATCH_EXPIRED'],
    ['no batch', { batchNumber: '' }, 'lines.batchNumber', 'NOT_A_BATCH'],
    ['a foreign line', { orderLineId: 'x' }, 'lines.orderLineId', 'LINE_NOT_FOUND'],
  ])('A14 %s is refused with its row', (_what, changes, field, code) => {
    expect(issuesOf(ship(1n, changes))).toEqual([[1, field, code]]);
  });
});

describe('acceptance (验收入库)', () => {
  const open = [
    { shipmentLineId: 'l', shipped: 100n, shippedOn: plainDate('2019-05-08'), alreadyAccepted: false },
    { shipmentLineId: 'done', shipped: 5n, shippedOn: plainDate('2019-05-08'), alreadyAccepted: true },
  ];
  const accept = (line: object, on = today) =>
    readAcceptanceLines([{ shipmentLineId: 'l', accepted: 90n, damaged: 7n, missing: 3n, ...line }], open, on, today);

  it('A15 partly accepted, damaged and missing together are exactly what was shipped', () => {
    expect(accept({}).ok).toBe(true);
    expect(issuesOf(accept({ accepted: 91n }))).toEqual([[1, 'lines.accepted', 'PARTS_NOT_SHIPPED']]);
    expect(issuesOf(accept({ damaged: -7n, accepted: 104n }))).toEqual([[1, 'lines.accepted', 'PARTS_NOT_SHIPPED']]);
  });

  it('A15 a shipped line is accepted once', () => {
    expect(issuesOf(accept({ shipmentLineId: 'done' }))).toEqual([[1, 'lines.shipmentLineId', 'ALREADY_ACCEPTED']]);
  });

  it('A15 the day lies between shipping and today', () => {
    expect(issuesOf(accept({}, plainDate('2019-05-07')))).toEqual([[1, 'acceptedOn', 'BEFORE_SHIPPING']]);
    expect(issuesOf(accept({}, plainDate('2019-05-11')))).toEqual([[undefined, 'acceptedOn', 'IN_THE_FUTURE']]);
  });

  it('A15 a return never passes what is still accepted', () => {
    expect(readReturn(10n, { accepted: 90n, returned: 80n }).ok).toBe(true);
    expect(issuesOf(readReturn(11n, { accepted: 90n, returned: 80n }))).toEqual([
      [undefined, 'quantity', 'MORE_THAN_ACCEPTED'],
    ]);
    expect(issuesOf(readReturn(0n, { accepted: 90n, returned: 0n }))).toEqual([
      [undefined, 'quantity', 'MORE_THAN_ACCEPTED'],
    ]);
  });

  it('A15 whatever is tried, 0 ≤ returned ≤ accepted ≤ shipped ≤ ordered holds (seed 815)', () => {
    const act = fc.record({ kind: fc.constantFrom('ship', 'accept', 'return'), units: fc.bigInt(-5n, 60n) });
    fc.assert(
      fc.property(fc.bigInt(1n, 100n), fc.array(act, { maxLength: 30 }), (ordered, acts) => {
        let line = { ordered, shipped: 0n, accepted: 0n, returned: 0n };
        const waiting: bigint[] = [];
        for (const { kind, units } of acts) {
          if (
            kind === 'ship' &&
            readShipmentLines(
              [{ orderLineId: 'l', quantity: units, ...batch }],
              [{ orderLineId: 'l', ordered, shippedBefore: line.shipped }],
              today,
            ).ok
          ) {
            waiting.push(units);
            line = { ...line, shipped: line.shipped + units };
          }
          const shipped = kind === 'accept' ? waiting[0] : undefined;
          if (
            shipped !== undefined &&
            readAcceptanceLines(
              [{ shipmentLineId: 'l', accepted: units, damaged: shipped - units, missing: 0n }],
              [{ shipmentLineId: 'l', shipped, shippedOn: today, alreadyAccepted: false }],
              today,
              today,
            ).ok
          ) {
            waiting.shift();
            line = { ...line, accepted: line.accepted + units };
          }
          if (kind === 'return' && readReturn(units, line).ok) line = { ...line, returned: line.returned + units };
          expect(lineHolds(line)).toBe(true);
        }
      }),
      { seed: 815, numRuns: 300 },
    );
  });
});
