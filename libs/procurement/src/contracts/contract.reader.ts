import { Injectable } from '@nestjs/common';
import { fen, present } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Keyset, type Caller, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { MainContractView, SubContractView, VarietyVolumeView } from './contract.views';
import {
  ContractListRepository,
  type MainContractRow,
  type SubContractRow,
  type VarietyVolumeRow,
} from './persistence/contract-list.repository';

const mainByNumber = new Keyset<MainContractRow>('main-contracts-by-number', [
  { sql: 'm.number', type: 'text', of: (row) => row.number },
]);
const subByNumber = new Keyset<SubContractRow>('sub-contracts-by-number', [
  { sql: 's.number', type: 'text', of: (row) => row.number },
]);
const volumesByName = new Keyset<VarietyVolumeRow>('volumes-by-variety', [
  { sql: 'v.generic_name_zh', type: 'text', of: (row) => row.varietyName },
]);

/** Reads contracts and volumes for people: a hospital and a supplier those in which they are a party. */
@Injectable()
export class ContractReader {
  constructor(
    private readonly lists: ContractListRepository,
    private readonly catalog: CatalogService,
  ) {}

  async mainPage(tx: Tx, periodId: string, page: PageRequest): Promise<Connection<MainContractView>> {
    const rows = await this.lists.main(tx, periodId, mainByNumber.slice(page, 3));
    const varieties = await this.catalog.varietiesById(
      tx,
      rows.map(({ varietyId }) => varietyId),
    );
    const products = await this.catalog.productsById(
      tx,
      rows.map(({ productId }) => productId),
    );
    const makers = await this.catalog.organisationsById(
      tx,
      rows.map(({ manufacturerId }) => manufacturerId),
    );
    return mainByNumber.connection(page, rows, (row) => ({
      ...row,
      amount: fen(row.amountFen),
      variety: present(varieties.get(row.varietyId), 'the variety of a contract'),
      product: present(products.get(row.productId), 'the product of a contract'),
      manufacturer: present(makers.get(row.manufacturerId), 'the maker of a contract'),
    }));
  }

  async subPage(
    tx: Tx,
    caller: Caller,
    filter: { readonly periodId: string; readonly mainContractId: string | null },
    page: PageRequest,
  ): Promise<Connection<SubContractView>> {
    const partyId = caller.role === 'hospital' || caller.role === 'supplier' ? caller.organisationId : null;
    const rows = await this.lists.sub(tx, { ...filter, partyId }, subByNumber.slice(page, 5));
    const ids = rows.map(({ id }) => id);
    const lines = await this.lists.lines(tx, ids);
    const signatures = await this.lists.signatures(tx, ids);
    const parties = rows.flatMap((row) => [row.hospitalId, row.supplierId, row.manufacturerId]);
    const organisations = await this.catalog.organisationsById(tx, parties);
    const varieties = await this.catalog.varietiesById(
      tx,
      rows.map(({ varietyId }) => varietyId),
    );
    const products = await this.catalog.productsById(
      tx,
      rows.map(({ productId }) => productId),
    );
    const organisation = (id: string) => present(organisations.get(id), 'a party of a contract');
    return subByNumber.connection(page, rows, (row) => ({
      ...row,
      amount: fen(row.amountFen),
      hospital: organisation(row.hospitalId),
      supplier: organisation(row.supplierId),
      manufacturer: organisation(row.manufacturerId),
      product: present(products.get(row.productId), 'the product of a contract'),
      variety: present(varieties.get(row.varietyId), 'the variety of a contract'),
      signatures: signatures.filter((signature) => signature.subContractId === row.id),
      lines: lines
        .filter((line) => line.subContractId === row.id)
        .map((line) => ({
          ...line,
          amount: fen(line.amountFen),
          price: { amount: fen(line.priceFen), units: line.pricePer },
        })),
    }));
  }

  async volumePage(tx: Tx, periodId: string, page: PageRequest): Promise<Connection<VarietyVolumeView>> {
    const rows = await this.lists.volumes(tx, periodId, volumesByName.slice(page, 3));
    const varieties = await this.catalog.varietiesById(
      tx,
      rows.map(({ varietyId }) => varietyId),
    );
    return volumesByName.connection(page, rows, (row) => ({
      ...row,
      ratio: BigInt(row.ratioBp),
      variety: present(varieties.get(row.varietyId), 'the variety of a volume'),
    }));
  }
}
