import { Injectable } from '@nestjs/common';
import { CatalogService, type Organisation, type Product } from '@huiji/catalog';
import type { Caller, Tx } from '@huiji/platform';
import type { ProgressRow, ProgressSheet } from './model/progress.types';
import { ProgressService, type ProgressQuestion } from './progress.service';

export interface ProgressSheetView extends Omit<ProgressSheet, 'average' | 'rows'> {
  readonly average: {
    readonly unweightedPercent: bigint | null;
    readonly weightedPercent: bigint | null;
    readonly rows: number;
    readonly agreed: bigint;
    readonly withoutAgreedVolume: number;
  };
  readonly rows: readonly (ProgressRow & {
    readonly product: Product | null;
    readonly organisation: Organisation | null;
  })[];
}

/** A progress sheet with the names of its rows. */
@Injectable()
export class ProgressReader {
  constructor(
    private readonly progress: ProgressService,
    private readonly catalog: CatalogService,
  ) {}

  async sheet(tx: Tx, caller: Caller, question: ProgressQuestion): Promise<ProgressSheetView | undefined> {
    const found = await this.progress.sheet(tx, caller, question);
    if (!found.ok) return undefined;
    const sheet = found.value;
    const keys = sheet.rows.map(({ key }) => key);
    const byProduct = question.dimension === 'product';
    const products = byProduct ? await this.catalog.productsById(tx, keys) : new Map<string, Product>();
    const organisations = byProduct ? new Map<string, Organisation>() : await this.catalog.organisationsById(tx, keys);
    const { base, ...average } = sheet.average;
    return {
      ...sheet,
      average: { ...average, rows: base.products, agreed: base.agreed, withoutAgreedVolume: base.withoutAgreedVolume },
      rows: sheet.rows.map((row) => ({
        ...row,
        product: products.get(row.key) ?? null,
        organisation: organisations.get(row.key) ?? null,
      })),
    };
  }
}
