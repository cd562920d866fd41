import type { Fen, Price } from '@huiji/kernel';

/** States of a main contract (主合同) and of its sub-contracts (分合同). In force is immutable. */
export const contractStates = ['drafted', 'in-force'] as const;
export type ContractState = (typeof contractStates)[number];

/** The three parties of a sub-contract: 医疗机构、中选企业、配送企业. */
export const contractParties = ['hospital', 'winner', 'distributor'] as const;
export type ContractParty = (typeof contractParties)[number];

/** One agreed volume of one agreement year at the contract price. */
export interface ContractLine {
  readonly subContractId: string;
  readonly agreementYearId: string;
  readonly agreedQuantity: bigint;
  readonly price: Price;
  /** Half-up(agreed quantity × price), once. */
  readonly amount: Fen;
}
