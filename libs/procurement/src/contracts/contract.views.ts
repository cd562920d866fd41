import type { Organisation, Product, Variety } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import type { PriceView } from '../rounds/round.views';
import type { ContractParty, ContractState } from './model/contract.types';

export interface MainContractView {
  readonly id: string;
  readonly number: string;
  readonly periodId: string;
  readonly state: ContractState;
  readonly variety: Variety;
  readonly product: Product;
  readonly manufacturer: Organisation;
  readonly amount: Fen;
  readonly agreedQuantity: bigint;
  readonly subContractCount: number;
}

export interface SubContractLineView {
  readonly yearNumber: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly agreedQuantity: bigint;
  readonly price: PriceView;
  readonly amount: Fen;
}

export interface SignatureView {
  readonly party: ContractParty;
  readonly signedOn: PlainDate;
  readonly onPaper: boolean;
}

export interface SubContractView {
  readonly id: string;
  readonly number: string;
  readonly state: ContractState;
  readonly hospital: Organisation;
  readonly supplier: Organisation;
  readonly manufacturer: Organisation;
  readonly product: Product;
  readonly variety: Variety;
  readonly amount: Fen;
  readonly lines: readonly SubContractLineView[];
  readonly signatures: readonly SignatureView[];
}

export interface VarietyVolumeView {
  readonly variety: Variety;
  readonly winnerCount: number;
  readonly ratio: bigint;
  readonly baseQuantity: bigint;
  readonly agreedQuantity: bigint;
}
