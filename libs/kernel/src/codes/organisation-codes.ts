import { refuse, type Result } from '../result';

/** 统一社会信用代码 (GB 32100-2015), 18 characters, check character verified. */
export type Uscc = string & { readonly __brand: 'Uscc' };
/** 行政区划代码 (GB/T 2260), six digits. Whether it is in force on a date is the catalogue's to say. */
export type DivisionCode = string & { readonly __brand: 'DivisionCode' };
/** National code of a designated hospital (H…) or pharmacy (P…): letter, division, five characters. */
export type MedicalInstitutionCode = string & { readonly __brand: 'MedicalInstitutionCode' };

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17: (31 − Σ value × 3^(i−1) mod 31) mod 31. */
const usccCheck = (body: string): string => {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum = (sum + USCC_ALPHABET.indexOf(character) * weight) % 31;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET.charAt((31 - sum) % 31);
};

/** Full-width to half-width, outer blanks off, upper case: to be done once before a code is checked. */
export const normaliseCode = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** Refuses USCC_FORM (18 of 0-9A-HJ-NPQRTUWXY) and USCC_CHECK_DIGIT. Lower case is refused: normalise first. */
export const parseUscc = (text: string): Result<Uscc> => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return refuse('input', 'USCC_FORM', { text: text.slice(0, 40) });
  return usccCheck(text.slice(0, 17)) === text[17]
    ? { ok: true, value: text as Uscc }
    : refuse('input', 'USCC_CHECK_DIGIT', { text });
};

/** Refuses DIVISION_FORM: six digits, the first 1…8 (province 51 00 00, city 51 09 00, county 51 09 03). */
export const parseDivisionCode = (text: string): Result<DivisionCode> =>
  /^[1-8]\d{5}$/.test(text)
    ? { ok: true, value: text as DivisionCode }
    : refuse('input', 'DIVISION_FORM', { text: text.slice(0, 40) });

export const divisionLevel = (code: DivisionCode): 'province' | 'city' | 'county' =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';

/** Refuses MEDICAL_CODE_FORM: H (医疗机构) or P (药店), a division code, five characters. There is no check digit. */
export const parseMedicalInstitutionCode = (text: string): Result<MedicalInstitutionCode> =>
  /^[HP][1-8]\d{5}[0-9A-Z]{5}$/.test(text)
    ? { ok: true, value: text as MedicalInstitutionCode }
    : refuse('input', 'MEDICAL_CODE_FORM', { text: text.slice(0, 40) });
