import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { ContractParty, ContractState } from '../model/contract.types';

export interface MainContractRow {
  readonly id: string;
  readonly number: string;
  readonly periodId: string;
  readonly state: ContractState;
  readonly varietyId: string;
  readonly productId: string;
  readonly manufacturerId: string;
  readonly amountFen: bigint;
  readonly agreedQuantity: bigint;
  readonly subContractCount: number;
}

export interface SubContractRow {
  readonly id: string;
  readonly number: string;
  readonly state: ContractState;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly manufacturerId: string;
  readonly productId: string;
  readonly varietyId: string;
  readonly amountFen: bigint;
}

export interface SubContractLineRow {
  readonly subContractId: string;
  readonly yearNumber: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly agreedQuantity: bigint;
  readonly priceFen: bigint;
  readonly pricePer: bigint;
  readonly amountFen: bigint;
}

export interface SignatureRow {
  readonly subContractId: string;
  readonly party: ContractParty;
  readonly signedOn: PlainDate;
  readonly onPaper: boolean;
}

export interface VarietyVolumeRow {
  readonly varietyId: string;
  readonly varietyName: string;
  readonly winnerCount: number;
  readonly ratioBp: number;
  readonly baseQuantity: bigint;
  readonly agreedQuantity: bigint;
}

/** Lists of contracts and volumes as people see them. */
@Injectable()
export class ContractListRepository {
  main(tx: Tx, periodId: string, slice: KeysetSlice): Promise<MainContractRow[]> {
    return tx.query(
      `SELECT m.id, m.number, m.period_id AS "periodId", m.state, m.variety_id AS "varietyId", m.product_id AS "productId",
              m.manufacturer_id AS "manufacturerId", m.amount_fen AS "amountFen",
              (SELECT count(*)::int FROM procurement.sub_contract s
               WHERE s.area = m.area AND s.main_contract_id = m.id) AS "subContractCount",
              (SELECT COALESCE(sum(l.agreed_quantity), 0)::bigint FROM procurement.sub_contract s
               JOIN procurement.sub_contract_line l ON l.area = s.area AND l.sub_contract_id = s.id
               WHERE s.area = m.area AND s.main_contract_id = m.id) AS "agreedQuantity"
       FROM procurement.main_contract m
       WHERE m.area = $1 AND m.period_id = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, periodId, ...slice.params],
    );
  }

  /** Sub-contracts of a period; an organisation sees those in which it is a party. */
  sub(
    tx: Tx,
    filter: { readonly periodId: string; readonly mainContractId: string | null; readonly partyId: string | null },
    slice: KeysetSlice,
  ): Promise<SubContractRow[]> {
    return tx.query(
      `SELECT s.id, s.number, s.state, s.hospital_id AS "hospitalId", s.supplier_id AS "supplierId",
              m.manufacturer_id AS "manufacturerId", m.product_id AS "productId", m.variety_id AS "varietyId",
              (SELECT COALESCE(sum(l.amount_fen), 0)::bigint FROM procurement.sub_contract_line l
               WHERE l.area = s.area AND l.sub_contract_id = s.id) AS "amountFen"
       FROM procurement.sub_contract s
       JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
       WHERE s.area = $1 AND m.period_id = $2 AND ($3::uuid IS NULL OR m.id = $3::uuid)
         AND ($4::uuid IS NULL OR $4::uuid IN (s.hospital_id, s.supplier_id, m.manufacturer_id)) AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, filter.periodId, filter.mainContractId, filter.partyId, ...slice.params],
    );
  }

  lines(tx: Tx, subContractIds: readonly string[]): Promise<SubContractLineRow[]> {
    return tx.query(
      `SELECT l.sub_contract_id AS "subContractId", y.year_number AS "yearNumber", y.starts_on AS "startsOn",
              y.ends_on AS "endsOn", l.agreed_quantity AS "agreedQuantity", l.price_fen AS "priceFen",
              l.price_per AS "pricePer", l.amount_fen AS "amountFen"
       FROM procurement.sub_contract_line l
       JOIN procurement.agreement_year y ON y.area = l.area AND y.id = l.agreement_year_id
       WHERE l.area = $1 AND l.sub_contract_id = ANY($2::uuid[]) ORDER BY y.year_number`,
      [tx.area, [...subContractIds]],
    );
  }

  signatures(tx: Tx, subContractIds: readonly string[]): Promise<SignatureRow[]> {
    return tx.query(
      `SELECT sub_contract_id AS "subContractId", party, signed_on AS "signedOn", on_paper AS "onPaper"
       FROM procurement.contract_signature WHERE area = $1 AND sub_contract_id = ANY($2::uuid[]) ORDER BY party`,
      [tx.area, [...subContractIds]],
    );
  }

  volumes(tx: Tx, periodId: string, slice: KeysetSlice): Promise<VarietyVolumeRow[]> {
    return tx.query(
      `SELECT w.variety_id AS "varietyId", v.generic_name_zh AS "varietyName", w.winner_count AS "winnerCount",
              w.ratio_bp AS "ratioBp", w.base_quantity AS "baseQuantity", w.agreed_quantity AS "agreedQuantity"
       FROM procurement.variety_volume w JOIN catalog.variety v ON v.id = w.variety_id
       WHERE w.area = $1 AND w.period_id = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, periodId, ...slice.params],
    );
  }
}
