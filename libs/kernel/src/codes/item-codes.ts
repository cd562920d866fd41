import { ok, refuse, type Result } from '../result';
import { gs1Mod10 } from './check-digits';

/** 国家医保药品代码. No check digit: the form is checked here, the catalogue decides whether it exists. */
export type NationalDrugCode = string & { readonly __brand: 'NationalDrugCode' };
/** 药品本位码: 14 digits, 869…, GS1 check digit. */
export type DrugBaseCode = string & { readonly __brand: 'DrugBaseCode' };
/** 医用耗材代码: C and 19 digits. */
export type ConsumableCode = string & { readonly __brand: 'ConsumableCode' };

const WESTERN = /^X[A-Z]\d{2}[A-Z]{2}[A-Z]\d{3}[A-Z]\d{3}\d{4}\d{5}$/;
const CHINESE_PATENT = /^Z[0-9A-Z]{19}$/;
const SLICE = /^T\d{9}$/;

export type DrugCodeKind = 'western' | 'chinese-patent' | 'slice';

/** western/biological: X and 22 more; Chinese patent medicine: Z and 19; slices (中药饮片): T and 9 digits. */
export const drugCodeKind = (text: string): DrugCodeKind | undefined =>
  WESTERN.test(text)
    ? 'western'
    : CHINESE_PATENT.test(text)
      ? 'chinese-patent'
      : SLICE.test(text)
        ? 'slice'
        : undefined;

/** Refuses DRUG_CODE_FORM. */
export const parseNationalDrugCode = (text: string): Result<NationalDrugCode> =>
  drugCodeKind(text) === undefined
    ? refuse('input', 'DRUG_CODE_FORM', { text: text.slice(0, 40) })
    : ok(text as NationalDrugCode);

/** Refuses DRUG_BASE_CODE_FORM and DRUG_BASE_CODE_CHECK_DIGIT. */
export const parseDrugBaseCode = (text: string): Result<DrugBaseCode> => {
  if (!/^869\d{11}$/.test(text)) return refuse('input', 'DRUG_BASE_CODE_FORM', { text: text.slice(0, 40) });
  return gs1Mod10(text.slice(0, 13)) === text[13]
    ? ok(text as DrugBaseCode)
    : refuse('input', 'DRUG_BASE_CODE_CHECK_DIGIT', { text });
};

/** Refuses CONSUMABLE_CODE_FORM. */
export const parseConsumableCode = (text: string): Result<ConsumableCode> =>
  /^C\d{19}$/.test(text)
    ? ok(text as ConsumableCode)
    : refuse('input', 'CONSUMABLE_CODE_FORM', { text: text.slice(0, 40) });
