import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import { In } from 'typeorm';
import type { Organisation, OrganisationKind, Product, Variety } from '../model/catalog.types';
import { OrganisationEntity, ProductEntity, VarietyEntity } from './catalog.entities';

const ORGANISATION = `o.id, o.kind, o.name_zh AS "nameZh", o.name_en AS "nameEn", o.uscc, o.medical_code AS "medicalCode",
  o.small_primary_care AS "smallPrimaryCare"`;
const PRODUCT = `p.id, p.variety_id AS "varietyId", p.code, p.name_zh AS "nameZh", p.strength,
  p.units_per_pack AS "unitsPerPack", p.manufacturer_id AS "manufacturerId", p.source_note AS "sourceNote"`;

export interface SliceSql {
  readonly where: string;
  readonly orderBy: string;
  readonly limit: number;
  readonly params: readonly unknown[];
}

/** Rows of the catalogue. Organisations, varieties and products are global: no area in their keys. */
@Injectable()
export class CatalogRepository {
  async organisations(tx: Tx, ids: readonly string[]): Promise<readonly Organisation[]> {
    return ids.length === 0 ? [] : tx.manager.findBy(OrganisationEntity, { id: In([...new Set(ids)]) });
  }

  async varieties(tx: Tx, ids: readonly string[]): Promise<readonly Variety[]> {
    return ids.length === 0 ? [] : tx.manager.findBy(VarietyEntity, { id: In([...new Set(ids)]) });
  }

  async products(tx: Tx, ids: readonly string[]): Promise<readonly Product[]> {
    return ids.length === 0 ? [] : tx.manager.findBy(ProductEntity, { id: In([...new Set(ids)]) });
  }

  async productsOfVarieties(tx: Tx, varietyIds: readonly string[]): Promise<readonly Product[]> {
    return tx.manager.find(ProductEntity, { where: { varietyId: In([...varietyIds]) }, order: { code: 'ASC' } });
  }

  /** Organisations of the area that act in a role. */
  organisationsOfArea(tx: Tx, kind: OrganisationKind | null, search: string, slice: SliceSql): Promise<Organisation[]> {
    return tx.query<Organisation>(
      `SELECT ${ORGANISATION} FROM catalog.area_organisation a JOIN catalog.organisation o ON o.id = a.organisation_id
       WHERE a.area = $1 AND ($2::text IS NULL OR a.roles @> ARRAY[$2::text]) AND ($3 = '' OR o.name_zh LIKE $4)
         AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [tx.area, kind, search, `%${likeText(search)}%`, ...slice.params],
    );
  }

  /** Products whose name contains the text or whose code begins with it. */
  searchProducts(tx: Tx, search: string, slice: SliceSql): Promise<Product[]> {
    return tx.query<Product>(
      `SELECT ${PRODUCT} FROM catalog.product p
       WHERE ($1 = '' OR p.name_zh LIKE $2 OR p.code LIKE $3) AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit.toString()}`,
      [search, `%${likeText(search)}%`, `${likeText(search.toUpperCase())}%`, ...slice.params],
    );
  }

  /** Inserts, or finds the one of the same name; a second writer waits on the key and finds the first one's. */
  async insertOrganisation(tx: Tx, row: Organisation): Promise<Organisation> {
    await tx.query(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, uscc, medical_code, small_primary_care)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [row.id, row.kind, row.nameZh, row.nameEn, row.uscc, row.medicalCode, row.smallPrimaryCare],
    );
    return (await tx.manager.findOneBy(OrganisationEntity, { nameZh: row.nameZh })) ?? row;
  }

  async insertVariety(tx: Tx, row: Variety): Promise<Variety> {
    await tx.query(
      `INSERT INTO catalog.variety (id, generic_name_zh, generic_name_en, smallest_unit_zh, dosage_form, antibiotic)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [row.id, row.genericNameZh, row.genericNameEn, row.smallestUnitZh, row.dosageForm, row.antibiotic],
    );
    return tx.manager.findOneByOrFail(VarietyEntity, { genericNameZh: row.genericNameZh });
  }

  async insertProduct(tx: Tx, row: Product): Promise<Product> {
    await tx.query(
      `INSERT INTO catalog.product (id, variety_id, code, name_zh, strength, units_per_pack, manufacturer_id, source_note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [row.id, row.varietyId, row.code, row.nameZh, row.strength, row.unitsPerPack, row.manufacturerId, row.sourceNote],
    );
    return tx.manager.findOneByOrFail(ProductEntity, { code: row.code });
  }

  async joinArea(tx: Tx, organisationId: string, roles: readonly OrganisationKind[]): Promise<void> {
    await tx.query(
      `INSERT INTO catalog.area_organisation AS a (area, organisation_id, roles, joined_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT (area, organisation_id) DO UPDATE
         SET roles = ARRAY(SELECT DISTINCT unnest(a.roles || EXCLUDED.roles) ORDER BY 1)`,
      [tx.area, organisationId, [...roles], tx.businessDate],
    );
  }

  async rolesInArea(
    tx: Tx,
    organisationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OrganisationKind[]>> {
    const rows = await tx.query<{ id: string; roles: OrganisationKind[] }>(
      `SELECT organisation_id AS id, roles FROM catalog.area_organisation WHERE area = $1 AND organisation_id = ANY($2::uuid[])`,
      [tx.area, [...organisationIds]],
    );
    return new Map(rows.map(({ id, roles }) => [id, roles]));
  }
}

const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);
