import {
  basisPoints,
  normaliseCode,
  ok,
  parseNationalDrugCode,
  parseQuotient,
  parseYuan,
  price,
  refuse,
  type FieldIssue,
  type Result,
} from '@huiji/kernel';
import { awardRoles, type AwardRole } from '../model/round.types';
import type { AwardColumn, AwardFileRow, AwardRow, AwardSupplement } from '../model/award.types';

/** A stand-in for a product whose national code is not known: `N-`, then capitals, digits and hyphens. */
const STAND_IN_CODE = /^N-[A-Z0-9-]{1,20}$/;
const MAX_UNITS_PER_PACK = 1_000_000n;

/** Whether a text is a code of a product: the national one, or a stand-in for it. */
export const isProductCode = (text: string): boolean => STAND_IN_CODE.test(text) || parseNationalDrugCode(text).ok;

type Reader = { readonly row: number; readonly issues: FieldIssue[]; readonly text: (column: AwardColumn) => string };

const issue = (
  reader: Reader,
  field: AwardColumn,
  code: string,
  facts: Readonly<Record<string, string>> = {},
): void => {
  reader.issues.push({ field, row: reader.row, code, facts });
};

/** Most characters of the texts that are kept. */
const MOST: Partial<Record<AwardColumn, number>> = {
  generic_name_zh: 100,
  generic_name_en: 200,
  dosage_form: 40,
  smallest_unit_zh: 10,
  strength: 100,
  company_zh: 100,
  supply_areas: 1000,
  status: 200,
};

const optional = (reader: Reader, column: AwardColumn): string => {
  const text = reader.text(column);
  const max = MOST[column];
  if (max !== undefined && text.length > max) issue(reader, column, 'TEXT_LENGTH', { max: `${max}` });
  return text;
};

const required = (reader: Reader, column: AwardColumn): string => {
  const text = optional(reader, column);
  if (text === '') issue(reader, column, 'MISSING');
  return text;
};

const readWhole = (reader: Reader, column: AwardColumn, text: string, min: bigint, max: bigint): bigint => {
  if (/^\d{1,18}$/.test(text) && BigInt(text) >= min && BigInt(text) <= max) return BigInt(text);
  issue(reader, column, 'NOT_IN_RANGE', { text: text.slice(0, 40), min: `${min}`, max: `${max}` });
  return min;
};

const readCode = (reader: Reader): string => {
  const text = normaliseCode(required(reader, 'product_code'));
  if (text !== '' && !isProductCode(text))
    issue(reader, 'product_code', 'NOT_A_PRODUCT_CODE', { text: text.slice(0, 40) });
  return text;
};

const readPrice = (reader: Reader, supplement: AwardSupplement | undefined): bigint => {
  const text = reader.text('pack_price_yuan') || (supplement?.packPriceYuan ?? '');
  if (text === '') {
    issue(reader, 'pack_price_yuan', 'MISSING_PACK_PRICE', { product: reader.text('generic_name_zh') });
    return 0n;
  }
  const amount = parseYuan(text);
  if (amount.ok && amount.value > 0n) return amount.value;
  issue(reader, 'pack_price_yuan', 'NOT_A_PRICE', { text: text.slice(0, 40) });
  return 0n;
};

const readUnits = (reader: Reader, supplement: AwardSupplement | undefined): bigint => {
  const text = reader.text('units_per_pack') || (supplement?.unitsPerPack?.toString() ?? '');
  if (text !== '') return readWhole(reader, 'units_per_pack', text, 1n, MAX_UNITS_PER_PACK);
  issue(reader, 'units_per_pack', 'MISSING_PACK_SIZE', { product: reader.text('generic_name_zh') });
  return 1n;
};

const readRole = (reader: Reader): AwardRole => {
  const text = reader.text('role');
  const role = awardRoles.find((known) => known === text);
  if (role === undefined)
    issue(reader, 'role', 'NOT_A_ROLE', { text: text.slice(0, 40), known: awardRoles.join(', ') });
  return role ?? 'main';
};

const readShare = (reader: Reader): bigint => {
  const parsed = parseQuotient(reader.text('share_percent'));
  const scaled = parsed.ok ? parsed.value.numerator * 100n : -1n;
  if (parsed.ok && scaled % parsed.value.denominator === 0n && scaled / parsed.value.denominator <= 10_000n)
    return scaled / parsed.value.denominator;
  issue(reader, 'share_percent', 'NOT_A_SHARE', { text: reader.text('share_percent').slice(0, 40) });
  return 0n;
};

const readYesNo = (reader: Reader, column: AwardColumn): boolean => {
  const text = reader.text(column).toLowerCase();
  if (text !== 'yes' && text !== 'no' && text !== '')
    issue(reader, column, 'NOT_YES_OR_NO', { text: text.slice(0, 40) });
  return text === 'yes';
};

/**
 * Reads one award row (A8). A missing pack size or price is an issue that names row and field unless a supplement
 * for that product gives the figure; a figure of the file is never overwritten by a supplement.
 */
export const readAwardRow = (
  row: number,
  file: AwardFileRow,
  supplement: AwardSupplement | undefined,
): Result<AwardRow> => {
  const reader: Reader = { row, issues: [], text: (column) => file[column].normalize('NFC').trim() };
  const lacks = reader.text('pack_price_yuan') === '' || reader.text('units_per_pack') === '';
  const value = {
    row,
    productCode: readCode(reader),
    genericNameZh: required(reader, 'generic_name_zh'),
    genericNameEn: optional(reader, 'generic_name_en'),
    dosageForm: required(reader, 'dosage_form'),
    smallestUnitZh: required(reader, 'smallest_unit_zh'),
    antibiotic: readYesNo(reader, 'antibiotic'),
    strength: required(reader, 'strength'),
    companyZh: required(reader, 'company_zh'),
    price: price(readPrice(reader, supplement), readUnits(reader, supplement)),
    role: readRole(reader),
    shareBp: basisPoints(readShare(reader)),
    winnerCount: Number(readWhole(reader, 'winner_count', reader.text('winner_count'), 1n, 100n)),
    supplyAreas: required(reader, 'supply_areas')
      .split('|')
      .map((area) => area.trim()),
    sourceStatus: required(reader, 'status'),
    supplementNote: lacks && supplement !== undefined ? supplement.note : null,
  };
  return reader.issues.length === 0 ? ok(value) : refuse('input', 'BAD_INPUT', {}, reader.issues);
};
