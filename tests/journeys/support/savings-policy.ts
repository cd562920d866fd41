/** A policy of retained savings as a clerk sends it: the shipped bands, floor at the hospital. */
export const savingsPolicy = {
  name: '结余留用',
  validFrom: '2019-03-20',
  validTo: '2020-12-31',
  budgetVolume: 'BASE',
  floor: 'HOSPITAL',
  ratioKind: 'BANDED',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  cap: 5000,
  bands: [
    { fromHundredths: 8000, toHundredths: 10000, ratio: 5000 },
    { fromHundredths: 7000, toHundredths: 8000, ratio: 4000 },
    { fromHundredths: 6000, toHundredths: 7000, ratio: 3000 },
    { fromHundredths: 0, toHundredths: 6000, ratio: 0 },
  ],
  answerWorkingDays: 10,
  silence: 'WAITS',
  legalBasis: '测试',
  source: '测试',
};
