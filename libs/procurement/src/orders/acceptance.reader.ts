import { Injectable } from '@nestjs/common';
import { fen, present } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Keyset, type Caller, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { AcceptanceImportView, ImportFaultView } from './model/order.types';
import { sideOf } from './order.reader';
import type { AcceptanceLineView } from './order.views';
import { AcceptanceImportRepository } from './persistence/acceptance-import.repository';
import { AcceptanceListRepository, type AcceptanceLineRow } from './persistence/acceptance-list.repository';

const byDay = new Keyset<AcceptanceLineRow>(
  'acceptance-lines-newest-first',
  [
    { sql: 'l.accepted_on', type: 'date', of: (row) => row.acceptedOn },
    { sql: 'l.acceptance_line_id', type: 'uuid', of: (row) => row.id },
  ],
  'desc',
);
const byRow = new Keyset<ImportFaultView>('import-faults-by-row', [
  { sql: 'row_number', type: 'bigint', of: (row) => row.row },
  { sql: 'field', type: 'text', of: (row) => row.field },
  { sql: 'code', type: 'text', of: (row) => row.code },
]);

/** Reads accepted lines and imports of acceptance files for people. */
@Injectable()
export class AcceptanceReader {
  constructor(
    private readonly lists: AcceptanceListRepository,
    private readonly imports: AcceptanceImportRepository,
    private readonly catalog: CatalogService,
  ) {}

  async linePage(
    tx: Tx,
    caller: Caller,
    page: PageRequest,
    lineId: string | null = null,
  ): Promise<Connection<AcceptanceLineView>> {
    const rows = await this.lists.lines(tx, { ...sideOf(caller), lineId }, byDay.slice(page, 5));
    const products = await this.catalog.productsById(
      tx,
      rows.map(({ productId }) => productId),
    );
    const organisations = await this.catalog.organisationsById(
      tx,
      rows.flatMap((row) => [row.hospitalId, row.supplierId]),
    );
    return byDay.connection(page, rows, (row) => ({
      ...row,
      hospital: present(organisations.get(row.hospitalId), 'the hospital of a line'),
      supplier: present(organisations.get(row.supplierId), 'the supplier of a line'),
      product: present(products.get(row.productId), 'the product of a line'),
      price: { amount: fen(row.priceFen), units: row.pricePer },
      amount: fen(row.amountFen),
    }));
  }

  /** The line that a return speaks of. */
  async lineOfReturn(tx: Tx, caller: Caller, returnId: string): Promise<AcceptanceLineView | undefined> {
    const id = await this.lists.lineOfReturn(tx, returnId);
    return id === null ? undefined : (await this.linePage(tx, caller, { first: 1 }, id)).edges[0]?.node;
  }

  /** An import; a hospital reads its own. */
  async import(tx: Tx, caller: Caller, id: string): Promise<AcceptanceImportView | undefined> {
    const found = await this.imports.find(tx, id);
    return caller.role === 'hospital' && found?.hospitalId !== caller.organisationId ? undefined : found;
  }

  async importFaultPage(
    tx: Tx,
    caller: Caller,
    importId: string,
    page: PageRequest,
  ): Promise<Connection<ImportFaultView>> {
    const found = await this.import(tx, caller, importId);
    const rows = found === undefined ? [] : await this.lists.importFaults(tx, importId, byRow.slice(page, 3));
    return byRow.connection(page, rows, (row) => row);
  }
}
