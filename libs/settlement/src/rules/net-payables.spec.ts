import { fen } from '@huiji/kernel';
import * as fc from 'fast-check';

import { netPayables, supplierPay, type HospitalMonth } from './net-payables';

const seed = 20_200_731;

const month = (claims: number, prepaid: number, supplier: number, carried: number): HospitalMonth => ({
  claims: fen(claims),
  prepaid: fen(prepaid),
  supplierPay: fen(supplier),
  carriedReceivable: fen(carried),
});

describe('what a hospital gets after the fund paid its suppliers', () => {
  it('is its claims less the suppliers less the prepayment', () => {
    expect(netPayables(month(1_000_000, 300_000, 400_000, 0))).toEqual({
      prepaymentOffset: 300_000n,
      recovered: 400_000n,
      hospitalNet: 300_000n,
      receivable: 0n,
    });
  });

  it('C1 never takes more prepayment than claims remain', () => {
    expect(netPayables(month(500_000, 300_000, 400_000, 0))).toMatchObject({
      prepaymentOffset: 100_000n,
      hospitalNet: 0n,
    });
  });

  it('C16 below zero becomes a receivable that the next claim pays first', () => {
    const first = netPayables(month(100_000, 0, 400_000, 0));
    expect(first).toMatchObject({ hospitalNet: 0n, receivable: 300_000n });
    expect(netPayables({ ...month(500_000, 0, 50_000, 0), carriedReceivable: first.receivable })).toMatchObject({
      recovered: 350_000n,
      hospitalNet: 150_000n,
      receivable: 0n,
    });
  });

  it('pays a supplier confirmed lines less returns and price notes, never below zero', () => {
    expect(supplierPay(fen(100), fen(30), fen(20))).toBe(50n);
    expect(supplierPay(fen(100), fen(90), fen(20))).toBe(0n);
  });
});

const money = fc.bigInt({ min: 0n, max: 400n }).map(fen);
const months = fc.record({ claims: money, prepaid: money, supplierPay: money, carriedReceivable: money });

/** The slow twin: the fund pays out its claims fen by fen, to whoever stands first. */
const netSlowly = (facts: HospitalMonth) => {
  let owed: bigint = facts.supplierPay + facts.carriedReceivable;
  let prepaid: bigint = facts.prepaid;
  const got = { recovered: 0n, prepaymentOffset: 0n, hospitalNet: 0n };
  for (let one = 0n; one < facts.claims; one += 1n) {
    if (owed > 0n) {
      owed -= 1n;
      got.recovered += 1n;
    } else if (prepaid > 0n) {
      prepaid -= 1n;
      got.prepaymentOffset += 1n;
    } else got.hospitalNet += 1n;
  }
  return { ...got, receivable: owed };
};

describe(`netting, for any month (seed ${seed})`, () => {
  it('does what paying fen by fen does', () => {
    fc.assert(
      fc.property(months, (facts) => expect(netPayables(facts)).toEqual(netSlowly(facts))),
      { seed, numRuns: 300 },
    );
  });

  it('conserves the claims, and nobody gets money while something is owed', () => {
    fc.assert(
      fc.property(months, (facts) => {
        const net = netPayables(facts);
        expect(net.recovered + net.prepaymentOffset + net.hospitalNet).toBe(facts.claims);
        expect(net.prepaymentOffset <= facts.prepaid).toBe(true);
        expect(net.hospitalNet === 0n || net.receivable === 0n).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });
});
