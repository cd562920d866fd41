import { assert } from './assert';
import { type Fen, fen } from './money';
import { quotient, roundHalfUp, type Quotient } from './ratio';

/** A count of smallest units (片/粒/支/袋), 64-bit. */
export type Quantity = bigint & { readonly __brand: 'Quantity' };
export const quantity = (value: bigint | number): Quantity => {
  const whole = BigInt(value);
  assert(whole >= 0n, 'a quantity is not negative');
  return whole as Quantity;
};

/** A price as awarded per pack: `fen` (≥ 0) for `per` (> 0) smallest units. */
export interface Price {
  readonly fen: Fen;
  readonly per: bigint;
}
export const price = (amount: bigint, per: bigint): Price => {
  assert(amount >= 0n && per > 0n, 'a price has an amount and a positive unit count');
  return { fen: fen(amount), per };
};

/** Half-up(quantity × fen ÷ per), once per line. */
export const lineAmount = (units: Quantity, of: Price): Fen => fen(roundHalfUp(quotient(units * of.fen, of.per)));

/** The price of one smallest unit in fen: shown rounded, never multiplied. */
export const unitPrice = (value: Price): Quotient => quotient(value.fen, value.per);

/** Exact: packs × units per pack. */
export const unitsOfPacks = (packs: bigint, unitsPerPack: bigint): Quantity => quantity(packs * unitsPerPack);
