import { Injectable } from '@nestjs/common';
import { PersonalRegistry, PersonVault, type PersonalColumn, type Tx } from '@huiji/platform';
import { numberSql, numbersSql, type StoredNumberRow } from '../persistence/personal.sql';

/** A number in clear, or without a value when it was erased. */
export interface ClearNumber {
  readonly id: string;
  readonly label: string | null;
  readonly masked: string | null;
  readonly value: string | undefined;
}

/** Opens personal numbers of the columns that libraries declared; whoever calls has written down why. */
@Injectable()
export class NumberReader {
  constructor(
    private readonly registry: PersonalRegistry,
    private readonly vault: PersonVault,
  ) {}

  /** The column of that name whose numbers people may ask for. */
  column(code: string): PersonalColumn | undefined {
    return this.registry.columns.find((column) => column.code === code && column.personSql !== null);
  }

  /** Whether the area has such a row. */
  async has(tx: Tx, column: PersonalColumn, rowId: string): Promise<boolean> {
    return (await tx.query<StoredNumberRow>(numberSql(column), [tx.area, rowId])).length === 1;
  }

  async one(tx: Tx, column: PersonalColumn, rowId: string): Promise<ClearNumber | undefined> {
    const rows = await tx.query<StoredNumberRow>(numberSql(column), [tx.area, rowId]);
    return (await this.opened(tx, column, rows))[0];
  }

  /** The first so many of the area, in the order of their ids. */
  async many(tx: Tx, column: PersonalColumn, limit: number): Promise<readonly ClearNumber[]> {
    return this.opened(tx, column, await tx.query<StoredNumberRow>(numbersSql(column), [tx.area, limit]));
  }

  private async opened(tx: Tx, { purpose }: PersonalColumn, rows: readonly StoredNumberRow[]) {
    const values = rows.map(({ personId, stored }) => ({ personId, purpose, stored }));
    const clear = await this.vault.open(tx, values);
    return rows.map(({ id, label, masked }, index) => ({ id, label, masked, value: clear[index] }));
  }
}
