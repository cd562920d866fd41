import { Injectable } from '@nestjs/common';
import { badInput, normaliseCode, ok, refuse, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { Keyset, type Connection, type PageRequest } from '@huiji/platform';
import type {
  NewOrganisation,
  NewProduct,
  NewVariety,
  Organisation,
  OrganisationKind,
  Product,
  Variety,
} from './model/catalog.types';
import { CatalogRepository } from './persistence/catalog.repository';
import { organisationIssues, productIssues } from './rules/catalog-codes';

const byOrganisationName = new Keyset<Organisation>('organisations-by-name', [
  { sql: 'o.name_zh', type: 'text', of: (row) => row.nameZh },
  { sql: 'o.id', type: 'uuid', of: (row) => row.id },
]);
const byProductCode = new Keyset<Product>('products-by-code', [{ sql: 'p.code', type: 'text', of: (row) => row.code }]);

/** Organisations, varieties and products: who acts and what is bought. */
@Injectable()
export class CatalogService {
  constructor(private readonly rows: CatalogRepository) {}

  /**
   * Records an organisation once, by its Chinese name, and answers its id; recorded already with the same kind and
   * codes, the id it has. A code that is not given is not known and contradicts nothing. Refusals: BAD_INPUT (codes that are not, domain §7), ORGANISATION_DIFFERS.
   */
  async recordOrganisation(tx: Tx, organisation: NewOrganisation): Promise<Result<string>> {
    const wanted = {
      ...organisation,
      uscc: organisation.uscc === null ? null : normaliseCode(organisation.uscc),
      medicalCode: organisation.medicalCode === null ? null : normaliseCode(organisation.medicalCode),
      smallPrimaryCare: organisation.smallPrimaryCare ?? false,
      id: tx.newId(),
    };
    const issues = organisationIssues(wanted);
    if (issues.length > 0) return badInput(issues);
    const found = await this.rows.insertOrganisation(tx, wanted);
    const differs =
      found.nameZh !== wanted.nameZh ||
      found.kind !== wanted.kind ||
      (['uscc', 'medicalCode'] as const).some((field) => wanted[field] !== null && found[field] !== wanted[field]);
    return differs ? refuse('conflict', 'ORGANISATION_DIFFERS', { name: wanted.nameZh }) : ok(found.id);
  }

  /** Lets an organisation act in the transaction's area in these roles, besides those it has. */
  async joinArea(tx: Tx, organisationId: string, roles: readonly OrganisationKind[]): Promise<Result<void>> {
    await this.rows.joinArea(tx, organisationId, roles);
    return ok(undefined);
  }

  /** Records a variety once, by its Chinese generic name (dosage form included), and answers its id. */
  async recordVariety(tx: Tx, variety: NewVariety): Promise<Result<string>> {
    if (variety.genericNameZh.trim() === '') return badInput([{ field: 'genericNameZh', code: 'NAME_MISSING' }]);
    return ok((await this.rows.insertVariety(tx, { ...variety, id: tx.newId() })).id);
  }

  /**
   * Records a product once, by its code, and answers its id. Refusals: BAD_INPUT; PRODUCT_DIFFERS when the code is
   * known with another variety, pack size or maker.
   */
  async recordProduct(tx: Tx, product: NewProduct): Promise<Result<string>> {
    const wanted = { ...product, code: normaliseCode(product.code), id: tx.newId() };
    const issues = productIssues(wanted);
    if (issues.length > 0) return badInput(issues);
    const found = await this.rows.insertProduct(tx, wanted);
    const same = (['varietyId', 'unitsPerPack', 'manufacturerId', 'strength'] as const).every(
      (key) => found[key] === wanted[key],
    );
    return same ? ok(found.id) : refuse('conflict', 'PRODUCT_DIFFERS', { code: wanted.code });
  }

  async organisationsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Organisation>> {
    return new Map((await this.rows.organisations(tx, ids)).map((row) => [row.id, row]));
  }

  async varietiesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Variety>> {
    return new Map((await this.rows.varieties(tx, ids)).map((row) => [row.id, row]));
  }

  async productsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    return new Map((await this.rows.products(tx, ids)).map((row) => [row.id, row]));
  }

  /** Every known product of these varieties, winners or not, by code. */
  async productsOfVarieties(tx: Tx, varietyIds: readonly string[]): Promise<readonly Product[]> {
    return this.rows.productsOfVarieties(tx, varietyIds);
  }

  /** In which roles organisations act in the area; absent: not at all. */
  async rolesInArea(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly OrganisationKind[]>> {
    return this.rows.rolesInArea(tx, ids);
  }

  /** A page of the organisations of the area, by Chinese name; `search` is part of the name. */
  async organisationPage(
    tx: Tx,
    filter: { readonly kind: OrganisationKind | null; readonly search: string },
    page: PageRequest,
  ): Promise<Connection<Organisation>> {
    const rows = await this.rows.organisationsOfArea(
      tx,
      filter.kind,
      filter.search.trim(),
      byOrganisationName.slice(page, 5),
    );
    return byOrganisationName.connection(page, rows, (row) => row);
  }

  /** A page of products by code; `search` is part of the name or the beginning of the code. */
  async productPage(tx: Tx, search: string, page: PageRequest): Promise<Connection<Product>> {
    const rows = await this.rows.searchProducts(tx, search.trim(), byProductCode.slice(page, 4));
    return byProductCode.connection(page, rows, (row) => row);
  }
}
