import { addFen, lineAmount, quantity, type Fen, type Price } from '@huiji/kernel';
import type { ContractLine, ContractParty } from '../model/contract.types';
import { contractParties } from '../model/contract.types';

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

/** Parties whose signature a contract still lacks; it is activated when none is left (A10). */
export const missingSignatures = (signed: readonly ContractParty[]): readonly ContractParty[] =>
  contractParties.filter((party) => !signed.includes(party));
