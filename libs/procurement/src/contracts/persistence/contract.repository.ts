import { Injectable } from '@nestjs/common';
import { personOf, recordActionsSelected, type Tx } from '@huiji/platform';
import type { PlainDate } from '@huiji/kernel';
import type { ContractLine, ContractParty } from '../model/contract.types';

export interface NewMainContract {
  readonly id: string;
  readonly awardId: string;
  readonly number: string;
  readonly manufacturerId: string;
  readonly varietyId: string;
  readonly productId: string;
  readonly amountFen: bigint;
  readonly priceFen: bigint;
  readonly pricePer: bigint;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

export interface NewSubContract {
  readonly id: string;
  readonly mainContractId: string;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly number: string;
}

/** Main contracts, sub-contracts with their lines and signatures: written and moved in sets of one period. */
@Injectable()
export class ContractRepository {
  async insertMain(tx: Tx, periodId: string, contracts: readonly NewMainContract[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.main_contract (area, period_id, id, award_id, number, manufacturer_id, variety_id, product_id, amount_fen, state)
       SELECT $1, $2, c.*, 'drafted' FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::bigint[]) AS c`,
      [
        tx.area,
        periodId,
        contracts.map(({ id }) => id),
        contracts.map(({ awardId }) => awardId),
        contracts.map(({ number }) => number),
        contracts.map(({ manufacturerId }) => manufacturerId),
        contracts.map(({ varietyId }) => varietyId),
        contracts.map(({ productId }) => productId),
        contracts.map(({ amountFen }) => amountFen.toString()),
      ],
    );
    await tx.query(
      `INSERT INTO procurement.contract_price (area, reason_code, id, main_contract_id, valid_from, valid_to, price_fen, price_per)
       SELECT $1, 'award', p.* FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[], $6::bigint[], $7::bigint[]) AS p`,
      [
        tx.area,
        contracts.map(() => tx.newId()),
        contracts.map(({ id }) => id),
        contracts.map(({ validFrom }) => validFrom),
        contracts.map(({ validTo }) => validTo),
        contracts.map(({ priceFen }) => priceFen.toString()),
        contracts.map(({ pricePer }) => pricePer.toString()),
      ],
    );
  }

  async insertSub(tx: Tx, contracts: readonly NewSubContract[], lines: readonly ContractLine[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.sub_contract (area, id, main_contract_id, hospital_id, supplier_id, number, state)
       SELECT $1, c.*, 'drafted' FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) AS c`,
      [
        tx.area,
        contracts.map(({ id }) => id),
        contracts.map(({ mainContractId }) => mainContractId),
        contracts.map(({ hospitalId }) => hospitalId),
        contracts.map(({ supplierId }) => supplierId),
        contracts.map(({ number }) => number),
      ],
    );
    await tx.query(
      `INSERT INTO procurement.sub_contract_line (area, id, sub_contract_id, agreement_year_id, agreed_quantity, price_fen, price_per, amount_fen)
       SELECT $1, l.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[]) AS l`,
      [
        tx.area,
        lines.map(() => tx.newId()),
        lines.map(({ subContractId }) => subContractId),
        lines.map(({ agreementYearId }) => agreementYearId),
        lines.map(({ agreedQuantity }) => agreedQuantity.toString()),
        lines.map(({ price }) => price.fen.toString()),
        lines.map(({ price }) => price.per.toString()),
        lines.map(({ amount }) => amount.toString()),
      ],
    );
  }

  /** Signs every drafted sub-contract of the period in which the organisation is this party; answers how many. */
  async sign(tx: Tx, periodId: string, organisationId: string, party: ContractParty): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO procurement.contract_signature (area, sub_contract_id, party, organisation_id, person_id, on_paper, signed_on)
       SELECT s.area, s.id, $4, $3, $5, false, $6
       FROM procurement.sub_contract s
       JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
       WHERE s.area = $1 AND m.period_id = $2 AND s.state = 'drafted'
         AND CASE $4 WHEN 'hospital' THEN s.hospital_id WHEN 'winner' THEN m.manufacturer_id ELSE s.supplier_id END = $3::uuid
       ON CONFLICT DO NOTHING RETURNING sub_contract_id`,
      [tx.area, periodId, organisationId, party, personOf(tx), tx.businessDate],
    );
    return rows.length;
  }

  /** Records every signature that is missing as given on paper; answers how many. */
  async signOnPaper(tx: Tx, periodId: string): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO procurement.contract_signature (area, sub_contract_id, party, organisation_id, person_id, on_paper, signed_on)
       SELECT s.area, s.id, p.party,
              CASE p.party WHEN 'hospital' THEN s.hospital_id WHEN 'winner' THEN m.manufacturer_id ELSE s.supplier_id END,
              $3, true, $4
       FROM procurement.sub_contract s
       JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
       CROSS JOIN (VALUES ('hospital'), ('winner'), ('distributor')) AS p(party)
       WHERE s.area = $1 AND m.period_id = $2 AND s.state = 'drafted'
       ON CONFLICT DO NOTHING RETURNING sub_contract_id`,
      [tx.area, periodId, personOf(tx), tx.businessDate],
    );
    return rows.length;
  }

  /** Signatures that the drafted sub-contracts of a period still lack, by party. */
  missingSignatures(tx: Tx, periodId: string): Promise<{ party: ContractParty; contracts: bigint }[]> {
    return tx.query(
      `SELECT p.party, count(*) AS contracts
       FROM procurement.sub_contract s
       JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
       CROSS JOIN (VALUES ('hospital'), ('winner'), ('distributor')) AS p(party)
       WHERE s.area = $1 AND m.period_id = $2 AND NOT EXISTS
         (SELECT FROM procurement.contract_signature g WHERE g.area = s.area AND g.sub_contract_id = s.id AND g.party = p.party)
       GROUP BY p.party ORDER BY p.party`,
      [tx.area, periodId],
    );
  }

  /** Records that contracts were drafted: one action each. */
  async recordDrafted(tx: Tx, periodId: string): Promise<void> {
    await recordActionsSelected(
      tx,
      { subjectType: 'main-contract', kind: 'ContractDrafted' },
      mainOf('NULL::text', 'drafted'),
      [tx.area, periodId],
    );
    await recordActionsSelected(
      tx,
      { subjectType: 'sub-contract', kind: 'SubContractDrafted' },
      subOf('NULL::text', 'drafted'),
      [tx.area, periodId],
    );
  }

  /** Puts every drafted contract of a period in force; the state and its action together. */
  async activate(tx: Tx, periodId: string): Promise<void> {
    const params = [tx.area, periodId];
    await recordActionsSelected(
      tx,
      { subjectType: 'main-contract', kind: 'ContractActivated' },
      mainOf('m.state', 'in-force'),
      params,
    );
    await recordActionsSelected(
      tx,
      { subjectType: 'sub-contract', kind: 'SubContractActivated' },
      subOf('s.state', 'in-force'),
      params,
    );
    await tx.query(
      `UPDATE procurement.main_contract SET state = 'in-force', version = version + 1
       WHERE area = $1 AND period_id = $2 AND state = 'drafted'`,
      params,
    );
    await tx.query(
      `UPDATE procurement.sub_contract s SET state = 'in-force', version = s.version + 1
       FROM procurement.main_contract m
       WHERE s.area = $1 AND m.area = s.area AND m.id = s.main_contract_id AND m.period_id = $2 AND s.state = 'drafted'`,
      params,
    );
  }
}

const mainOf = (from: string, to: string): string =>
  `SELECT m.id, ${from}, '${to}'::text FROM procurement.main_contract m
   WHERE m.area = $1 AND m.period_id = $2 AND m.state = 'drafted'`;

const subOf = (from: string, to: string): string =>
  `SELECT s.id, ${from}, '${to}'::text FROM procurement.sub_contract s
   JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
   WHERE s.area = $1 AND m.period_id = $2 AND s.state = 'drafted'`;
