import { Injectable } from '@nestjs/common';
import { fen, plainDate, price, quantity, quotient, type Quotient } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { SavingsSheet, SheetState, StoredLine } from '../model/sheet';

interface SheetRow {
  id: string;
  run_id: string;
  made_on: string;
  year_id: string;
  hospital_id: string;
  hospital_name: string;
  score_hundredths: number;
  veto: string | null;
  ratio_numerator: bigint;
  ratio_denominator: bigint;
  budget_numerator: string;
  budget_denominator: string;
  expenditure_numerator: string;
  expenditure_denominator: string;
  base_numerator: string;
  base_denominator: string;
  negative: boolean;
  line_count: bigint;
  retained_fen: bigint;
  seal: string;
  answer_until: string;
  objection: string | null;
  state: SheetState;
  version: number;
}

const exact = (numerator: string, denominator: string): Quotient => quotient(BigInt(numerator), BigInt(denominator));

const plain = (row: SheetRow): SavingsSheet => ({
  id: row.id,
  runId: row.run_id,
  madeOn: plainDate(row.made_on),
  yearId: row.year_id,
  hospitalId: row.hospital_id,
  hospitalName: row.hospital_name,
  scoreHundredths: BigInt(row.score_hundredths),
  veto: row.veto,
  ratio: quotient(row.ratio_numerator, row.ratio_denominator),
  budget: exact(row.budget_numerator, row.budget_denominator),
  expenditure: exact(row.expenditure_numerator, row.expenditure_denominator),
  base: exact(row.base_numerator, row.base_denominator),
  negative: row.negative,
  lineCount: row.line_count,
  retained: fen(row.retained_fen),
  seal: row.seal,
  answerUntil: plainDate(row.answer_until),
  objection: row.objection,
  state: row.state,
  version: row.version,
});

interface LineRow {
  variety_id: string;
  variety_name: string;
  base_quantity: bigint;
  agreed_quantity: bigint;
  contract_price_fen: bigint;
  contract_price_per: bigint;
  selected_quantity: bigint;
  non_selected_quantity: bigint;
  non_selected_fen: bigint;
  price_before_numerator: bigint;
  price_before_denominator: bigint;
  fund_share_numerator: bigint;
  fund_share_denominator: bigint;
  insured_share_numerator: bigint;
  insured_share_denominator: bigint;
  price_before_source: string;
  fund_share_source: string;
  insured_share_source: string;
  volume_source: string;
  budget_numerator: string;
  expenditure_numerator: string;
  denominator: string;
  zeroed: boolean;
}

const plainLine = (row: LineRow): StoredLine => ({
  varietyId: row.variety_id,
  varietyName: row.variety_name,
  facts: {
    key: row.variety_id,
    baseVolume: quantity(row.base_quantity),
    agreedVolume: quantity(row.agreed_quantity),
    priceBefore: quotient(row.price_before_numerator, row.price_before_denominator),
    contractPrice: price(row.contract_price_fen, row.contract_price_per),
    selectedVolume: quantity(row.selected_quantity),
    nonSelectedAmount: fen(row.non_selected_fen),
    fundShare: quotient(row.fund_share_numerator, row.fund_share_denominator),
    insuredShare: quotient(row.insured_share_numerator, row.insured_share_denominator),
  },
  nonSelectedVolume: row.non_selected_quantity,
  sources: {
    priceBefore: row.price_before_source,
    fundShare: row.fund_share_source,
    insuredShare: row.insured_share_source,
    volume: row.volume_source,
  },
  budget: exact(row.budget_numerator, row.denominator),
  expenditure: exact(row.expenditure_numerator, row.denominator),
  zeroed: row.zeroed,
});

const select = `SELECT s.*, o.name_zh AS hospital_name, r.made_on
  FROM savings.sheet s JOIN savings.run r ON r.area = s.area AND r.id = s.run_id JOIN catalog.organisation o ON o.id = s.hospital_id`;

@Injectable()
export class SheetRepository {
  /** Locked for a change of state when `forUpdate`; of one hospital when it is given. */
  async find(tx: Tx, id: string, hospitalId: string | null, forUpdate = false): Promise<SavingsSheet | undefined> {
    const rows = await tx.query<SheetRow>(
      `${select} WHERE s.area = $1 AND s.id = $2 AND ($3::uuid IS NULL OR s.hospital_id = $3)
       ${forUpdate ? 'FOR UPDATE OF s' : ''}`,
      [tx.area, id, hospitalId],
    );
    return rows.map(plain)[0];
  }

  async page(
    tx: Tx,
    filter: { readonly runId: string | null; readonly hospitalId: string | null },
    slice: {
      readonly where: string;
      readonly orderBy: string;
      readonly limit: number;
      readonly params: readonly unknown[];
    },
  ): Promise<readonly SavingsSheet[]> {
    const rows = await tx.query<SheetRow>(
      `${select} WHERE s.area = $1 AND ($2::uuid IS NULL OR s.run_id = $2) AND ($3::uuid IS NULL OR s.hospital_id = $3)
         AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [tx.area, filter.runId, filter.hospitalId, ...slice.params],
    );
    return rows.map(plain);
  }

  async lines(tx: Tx, sheetId: string): Promise<readonly StoredLine[]> {
    const rows = await tx.query<LineRow>(
      `SELECT l.*, v.generic_name_zh AS variety_name FROM savings.sheet_line l
       JOIN catalog.variety v ON v.id = l.variety_id
       WHERE l.area = $1 AND l.sheet_id = $2 ORDER BY l.variety_id`,
      [tx.area, sheetId],
    );
    return rows.map(plainLine);
  }

  async setObjection(tx: Tx, id: string, objection: string): Promise<void> {
    await tx.query(`UPDATE savings.sheet SET objection = $3 WHERE area = $1 AND id = $2`, [tx.area, id, objection]);
  }

  async setAnswerUntil(tx: Tx, id: string, until: string): Promise<void> {
    await tx.query(`UPDATE savings.sheet SET answer_until = $3 WHERE area = $1 AND id = $2`, [tx.area, id, until]);
  }
}
