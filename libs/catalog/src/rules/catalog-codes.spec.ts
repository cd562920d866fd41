import { isProductCode, organisationIssues, productIssues } from './catalog-codes';

const hospital = {
  kind: 'hospital',
  nameZh: '示例医院',
  nameEn: 'Sample Hospital',
  uscc: null,
  medicalCode: null,
} as const;
const product = {
  varietyId: 'v',
  code: 'N-1',
  nameZh: '片',
  strength: '5mg',
  unitsPerPack: 7n,
  manufacturerId: 'm',
  sourceNote: '',
};

describe('codes of the catalogue', () => {
  it('A2 a code that is not known is absent, never invented; a given one is checked', () => {
    expect(organisationIssues(hospital)).toEqual([]);
    expect(organisationIssues({ ...hospital, uscc: '914403001922038217' })).toMatchObject([{ code: 'NOT_A_USCC' }]);
    expect(organisationIssues({ ...hospital, uscc: '914403001922038216' })).toEqual([]);
    expect(organisationIssues({ ...hospital, medicalCode: 'X1' })).toMatchObject([{ code: 'NOT_A_MEDICAL_CODE' }]);
  });

  it('A18 only a hospital is a small primary-care hospital', () => {
    expect(organisationIssues({ ...hospital, kind: 'supplier', smallPrimaryCare: true })).toMatchObject([
      { code: 'HOSPITALS_ONLY' },
    ]);
  });

  it('A2 a product carries a national code or a marked stand-in', () => {
    expect([isProductCode('XL02BBA326A001010102180'), isProductCode('N-4P7-01'), isProductCode('4P7-01')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('A2 a pack holds between one and a million smallest units', () => {
    expect(productIssues(product)).toEqual([]);
    expect(productIssues({ ...product, unitsPerPack: 0n })).toMatchObject([{ code: 'NOT_A_PACK_SIZE' }]);
    expect(productIssues({ ...product, code: 'x' })).toMatchObject([{ code: 'NOT_A_PRODUCT_CODE' }]);
  });
});
