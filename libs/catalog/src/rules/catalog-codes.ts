import {
  normaliseCode,
  parseConsumableCode,
  parseMedicalInstitutionCode,
  parseNationalDrugCode,
  parseUscc,
  type FieldIssue,
} from '@huiji/kernel';
import type { NewOrganisation, NewProduct } from '../model/catalog.types';

const STAND_IN_CODE = /^N-[A-Z0-9-]{1,20}$/;
const MAX_UNITS_PER_PACK = 1_000_000n;

/** A national drug or consumable code, or a stand-in that begins with N- (domain §7; look-up decides, not the form). */
export const isProductCode = (text: string): boolean =>
  STAND_IN_CODE.test(text) || parseNationalDrugCode(text).ok || parseConsumableCode(text).ok;

/** What is wrong with an organisation: a name is due, codes are checked when they are given, never demanded. */
export const organisationIssues = (organisation: NewOrganisation): readonly FieldIssue[] => [
  ...(organisation.nameZh.trim() === '' ? [{ field: 'nameZh', code: 'NAME_MISSING' }] : []),
  ...(organisation.uscc === null || parseUscc(organisation.uscc).ok ? [] : [{ field: 'uscc', code: 'NOT_A_USCC' }]),
  ...(organisation.medicalCode === null || parseMedicalInstitutionCode(organisation.medicalCode).ok
    ? []
    : [{ field: 'medicalCode', code: 'NOT_A_MEDICAL_CODE' }]),
  ...(organisation.smallPrimaryCare === true && organisation.kind !== 'hospital'
    ? [{ field: 'smallPrimaryCare', code: 'HOSPITALS_ONLY' }]
    : []),
];

/** What is wrong with a product: its code, its pack size, its names. */
export const productIssues = (product: NewProduct): readonly FieldIssue[] => [
  ...(isProductCode(normaliseCode(product.code))
    ? []
    : [{ field: 'code', code: 'NOT_A_PRODUCT_CODE', facts: { text: product.code.slice(0, 40) } }]),
  ...(product.unitsPerPack >= 1n && product.unitsPerPack <= MAX_UNITS_PER_PACK
    ? []
    : [{ field: 'unitsPerPack', code: 'NOT_A_PACK_SIZE', facts: { text: `${product.unitsPerPack}` } }]),
  ...(product.nameZh.trim() === '' || product.strength.trim() === ''
    ? [{ field: 'nameZh', code: 'NAME_MISSING' }]
    : []),
];
