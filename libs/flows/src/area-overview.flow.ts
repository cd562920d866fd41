import { Injectable } from '@nestjs/common';
import { fen, month, present, type Fen, type Month, type PlainDate } from '@huiji/kernel';
import { accountNatures, LedgerService, type AccountCode } from '@huiji/ledger';
import type { Caller, Tx } from '@huiji/platform';
import { overviewFiguresSql, overviewMonthsSql } from './area-overview.sql';

/** One month of care subsidies. */
export interface OverviewMonth {
  readonly month: Month;
  readonly people: bigint;
  readonly amount: Fen;
}

/** What the fund has and owes; from the ledger. */
export interface OverviewFund {
  readonly cash: Fen;
  readonly owedToSuppliers: Fen;
  readonly owedToHospitals: Fen;
  readonly owedToPeople: Fen;
}

/** Counts and sums of an area, as far as the caller may see them. */
export interface AreaOverview {
  readonly businessDate: PlainDate;
  readonly contractedProducts: bigint;
  readonly contractedHospitals: bigint;
  /** Contract amount of the agreement years that run today. */
  readonly agreedAmount: Fen;
  readonly acceptedLines: bigint;
  /** Accepted less returned in the last 365 days. */
  readonly acceptedAmount: Fen;
  readonly confirmedSheets: bigint;
  readonly confirmedRetained: Fen;
  /** Newest first; empty for hospitals and suppliers. */
  readonly careMonths: readonly OverviewMonth[];
  /** Null for hospitals, suppliers and assessors. */
  readonly fund: OverviewFund | null;
}

interface Figures {
  contracted_products: bigint;
  contracted_hospitals: bigint;
  agreed_fen: bigint;
  accepted_lines: bigint;
  accepted_fen: bigint;
  confirmed_sheets: bigint;
  confirmed_fen: bigint;
}

/** What the first page of the console shows: from published views and the ledger, nothing typed in. */
@Injectable()
export class AreaOverviewFlow {
  constructor(private readonly ledger: LedgerService) {}

  async of(tx: Tx, caller: Pick<Caller, 'role' | 'organisationId'>): Promise<AreaOverview> {
    const wholeArea = caller.role.startsWith('agency-') || caller.role === 'auditor';
    const supplier = caller.role === 'supplier' ? caller.organisationId : null;
    const hospital = wholeArea || supplier !== null ? null : caller.organisationId;
    const params = [tx.area, tx.businessDate, hospital, supplier];
    const figures = present((await tx.query<Figures>(overviewFiguresSql, params))[0], 'the figures of an area');
    return {
      businessDate: tx.businessDate,
      contractedProducts: figures.contracted_products,
      contractedHospitals: figures.contracted_hospitals,
      agreedAmount: fen(figures.agreed_fen),
      acceptedLines: figures.accepted_lines,
      acceptedAmount: fen(figures.accepted_fen),
      confirmedSheets: figures.confirmed_sheets,
      confirmedRetained: fen(figures.confirmed_fen),
      careMonths: wholeArea ? await this.months(tx) : [],
      fund: wholeArea ? await this.fund(tx) : null,
    };
  }

  private async months(tx: Tx): Promise<readonly OverviewMonth[]> {
    const rows = await tx.query<{ month: string; people: bigint; fen: bigint }>(overviewMonthsSql, [tx.area]);
    return rows.map((row) => ({ month: month(row.month), people: row.people, amount: fen(row.fen) }));
  }

  private async fund(tx: Tx): Promise<OverviewFund> {
    const { lines } = await this.ledger.trialBalance(tx, tx.businessDate);
    const balance = (code: AccountCode): Fen => {
      const line = lines.find((each) => each.code === code);
      const debits = line ? line.debitFen - line.creditFen : 0n;
      return fen(accountNatures[code].side === 'debit' ? debits : -debits);
    };
    return {
      cash: balance('FUND_CASH'),
      owedToSuppliers: balance('SUPPLIER_PAYABLE'),
      owedToHospitals: balance('HOSPITAL_PAYABLE'),
      owedToPeople: balance('PERSON_PAYABLE'),
    };
  }
}
