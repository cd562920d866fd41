import type { RefusalWords } from '@huiji/platform';

/** Words of every "no" of the catalogue. */
export const catalogWords: RefusalWords = {
  NAME_MISSING: {
    zh: () => '名称不能为空',
    en: () => 'the name is missing',
    mend: { zh: '请填写名称', en: 'write the name' },
  },
  NOT_A_USCC: {
    zh: () => '统一社会信用代码不正确',
    en: () => 'not a unified social credit code',
    mend: { zh: '请核对18位代码及其校验位', en: 'check the 18 characters; the last one is a check character' },
  },
  NOT_A_MEDICAL_CODE: {
    zh: () => '医疗机构代码不正确',
    en: () => 'not a code of a medical institution',
    mend: { zh: '格式为 H 或 P、6位行政区划、5位顺序号', en: 'H or P, six digits of the division, five digits' },
  },
  HOSPITALS_ONLY: {
    zh: () => '只有医疗机构可以标记为基层小型医疗机构',
    en: () => 'only a hospital can be a small primary-care hospital',
    mend: { zh: '请取消该标记', en: 'take the mark away' },
  },
  NOT_A_PRODUCT_CODE: {
    zh: (facts) => `不是药品或耗材代码：${facts.text ?? ''}`,
    en: (facts) => `not a product code: ${facts.text ?? ''}`,
    mend: {
      zh: '请填写国家医保药品代码、耗材代码，或以 N- 开头的临时代码',
      en: 'write the national drug or consumable code, or a stand-in that begins with N-',
    },
  },
  NOT_A_PACK_SIZE: {
    zh: (facts) => `包装数量不正确：${facts.text ?? ''}`,
    en: (facts) => `not a pack size: ${facts.text ?? ''}`,
    mend: { zh: '请填写每盒最小单位数，1 至 1000000', en: 'write the smallest units in one pack, 1 to 1,000,000' },
  },
  PRODUCT_DIFFERS: {
    zh: (facts) => `代码 ${facts.code ?? ''} 已对应另一产品或包装`,
    en: (facts) => `the code ${facts.code ?? ''} belongs to another product or pack`,
    mend: { zh: '请核对产品代码、品种、规格、包装和企业', en: 'check code, variety, strength, pack size and maker' },
  },
  ORGANISATION_DIFFERS: {
    zh: (facts) => `机构“${facts.name ?? ''}”已登记，但代码或类别不同`,
    en: (facts) => `${facts.name ?? ''} is recorded already with other codes or of another kind`,
    mend: { zh: '请核对机构名称、类别和代码', en: 'check the name, the kind and the codes' },
  },
};
