import { addFen, lineAmount, quantity, type Fen, type PlainDate, type Price } from '@huiji/kernel';
import type { ContractLine, ContractState, DatedPrice, ContractAction, ContractParty } from '../model/contract.types';
import { contractParties } from '../model/contract.types';

/** A contract in force is immutable; a change is a new version. */
export const contractTransitions = {
  drafted: { activate: 'in-force' },
  'in-force': {},
} as const satisfies Record<ContractState, Partial<Record<ContractAction, ContractState>>>;

/** A line of a sub-contract; its amount is rounded half up to the fen, once. */
export const contractLine = (
  subContractId: string,
  agreementYearId: string,
  agreedQuantity: bigint,
  at: Price,
): ContractLine => ({
  subContractId,
  agreementYearId,
  agreedQuantity,
  price: at,
  amount: lineAmount(quantity(agreedQuantity), at),
});

/** The amount of a contract is the sum of its rounded lines (domain §2.5), never total quantity × price. */
export const contractAmount = (lines: readonly Pick<ContractLine, 'amount'>[]): Fen =>
  addFen(...lines.map(({ amount }) => amount));

/** The price of a contract on a day, or undefined when none holds. Old orders keep the price they copied (A1, A12). */
export const priceOn = (prices: readonly DatedPrice[], date: PlainDate): Price | undefined =>
  prices.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))?.price;

/** Parties whose signature a contract still lacks; it is activated when none is left (A10). */
export const missingSignatures = (signed: readonly ContractParty[]): readonly ContractParty[] =>
  contractParties.filter((party) => !signed.includes(party));
