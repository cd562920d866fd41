import { plainDate } from '../plain-date';
import {
  birthDateOf,
  cnapsCheckDigitFits,
  divisionLevel,
  maskAccountNumber,
  maskIdentityNumber,
  maskName,
  normaliseCode,
  parseAccountNumber,
  parseCnaps,
  parseConsumableCode,
  parseDivisionCode,
  parseDrugBaseCode,
  parseIdentityNumber,
  parseMedicalInstitutionCode,
  parseNationalDrugCode,
  parseUscc,
  sexOf,
} from '.';

const today = plainDate('2020-07-01');
const cnapsWhole = (text: string): boolean => {
  const parsed = parseCnaps(text);
  return parsed.ok && cnapsCheckDigitFits(parsed.value);
};
const accepts: Readonly<Record<string, (text: string) => boolean>> = {
  uscc: (text) => parseUscc(text).ok,
  id18: (text) => parseIdentityNumber(text, today).ok,
  cnaps: cnapsWhole,
  drug_nhsa: (text) => parseNationalDrugCode(text).ok,
  drug_base14: (text) => parseDrugBaseCode(text).ok,
  consumable20: (text) => parseConsumableCode(text).ok,
  medical: (text) => parseMedicalInstitutionCode(text).ok,
  division: (text) => parseDivisionCode(text).ok,
};

const vectors: readonly (readonly [keyof typeof accepts, string, boolean, string])[] = [
  ['uscc', '91330100799655058B', true, 'a real company'],
  ['uscc', '914403001922038216', true, 'a real company'],
  ['uscc', '914403001922038217', false, 'last digit changed'],
  ['uscc', '91330100799655058b', false, 'lower case: normalise first'],
  ['uscc', '9133010079965505', false, 'too short'],
  ['uscc', '9133010079965505IB', false, 'I is not in the alphabet'],
  ['id18', '11010519491231002X', true, 'the sample of the standard'],
  ['id18', '110105194912310021', false, 'wrong check digit'],
  ['id18', '110105194902300025', false, '30 February'],
  ['id18', '11010520200702002X', false, 'born after today'],
  ['cnaps', '102100099996', true, 'ICBC head office'],
  ['cnaps', '307584007998', true, 'Ping An'],
  ['cnaps', '308584000014', false, 'last digit changed'],
  ['cnaps', '30858400001', false, 'eleven digits'],
  ['drug_nhsa', 'XL02BBA326A001010102180', true, 'western drug, 23 characters'],
  ['drug_nhsa', 'XL02BBA326A00101010218', false, '22 characters'],
  ['drug_nhsa', 'ZA09BAF0171010104017', true, 'Chinese patent medicine, 20 characters'],
  ['drug_nhsa', 'ZA09BAF017101010401', false, '19 characters'],
  ['drug_nhsa', 'T000100001', true, 'slices'],
  ['drug_base14', '86902551000259', true, 'GS1 check digit'],
  ['drug_base14', '86902551000258', false, 'last digit changed'],
  ['consumable20', 'C0101010011303807555', true, '20 characters'],
  ['consumable20', 'C010101001130380755', false, '19 characters'],
  ['medical', 'H51090300001', true, 'hospital in Suining'],
  ['medical', 'P50000000123', true, 'pharmacy in Chongqing'],
  ['medical', 'X51090300001', false, 'neither hospital nor pharmacy'],
  ['division', '510900', true, 'Suining'],
  ['division', '010900', false, 'no such province'],
  ['division', '51090', false, 'five digits'],
];

describe('codes', () => {
  it.each(vectors)('%s %s is valid: %s (%s)', (kind, text, valid) => {
    expect(accepts[kind]?.(text)).toBe(valid);
  });

  it('a lower-case or full-width code is right once it is normalised', () => {
    expect(parseUscc(normaliseCode(' ９１330100799655058b ')).ok).toBe(true);
  });

  it('one wrong digit anywhere in a credit code is found', () => {
    const right = '91330100799655058B';
    for (let index = 0; index < 17; index += 1) {
      const other = right[index] === '1' ? '2' : '1';
      expect(parseUscc(right.slice(0, index) + other + right.slice(index + 1)).ok).toBe(false);
    }
  });

  it('an identity number tells birth date and sex, and is shown masked', () => {
    const parsed = parseIdentityNumber('11010519491231002X', today);
    if (!parsed.ok) throw new Error('the sample of the standard is valid');
    expect(birthDateOf(parsed.value)).toBe('1949-12-31');
    expect(sexOf(parsed.value)).toBe('female');
    expect(maskIdentityNumber(parsed.value)).toBe('110105********002X');
  });

  it('a refused identity number is not in the refusal', () => {
    expect(JSON.stringify(parseIdentityNumber('110105194912310021', today))).not.toContain('11010519');
  });

  it.each([
    ['张三丰', '张*丰'],
    ['张三', '张*'],
    ['张', '*'],
    ['欧阳小明', '欧**明'],
    ['𠮷田一', '𠮷*一'],
  ])('publicity shows %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('an account number keeps its last four digits only', () => {
    const parsed = parseAccountNumber('6222 0212 3456 6789');
    expect(parsed).toEqual({ ok: true, value: '6222021234566789' });
    expect(maskAccountNumber('6222021234566789')).toBe('****6789');
    expect(parseAccountNumber('12345').ok).toBe(false);
    expect(parseAccountNumber('6222;DROP').ok).toBe(false);
  });

  it('a division code knows its level', () => {
    const levels = ['510000', '510900', '510903'].map((text) => {
      const parsed = parseDivisionCode(text);
      return parsed.ok ? divisionLevel(parsed.value) : undefined;
    });
    expect(levels).toEqual(['province', 'city', 'county']);
  });
});
