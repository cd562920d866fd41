import { fen, plainDate } from '@huiji/kernel';
import { careModes, type BenefitPack, type BenefitRate } from '../model/care';

const severe = [3, 4, 5] as const;
const rate = (mode: BenefitRate['mode'], grade: number, yuanPerDay: number): BenefitRate => ({
  mode,
  grade,
  personDayFen: fen(yuanPerDay * 100),
  providerDayFen: fen(0n),
  onlyIfModeBefore: null,
});

/**
 * Chongqing's benefit as known to us: severe grades, 50 yuan a day, 40 for home personal care, from the month after passing.
 * No monthly cap is stored: "up to 1,550 a month" is 50 × 31. Day rules, days of publicity and whom the money reaches
 * (here: the person) are shipped defaults that an officer of the area confirms.
 */
export const chongqingPack: Omit<BenefitPack, 'id'> = {
  validFrom: plainDate('2021-01-01'),
  validTo: null,
  rates: careModes
    .filter((mode) => mode !== 'combined')
    .flatMap((mode) => severe.map((grade) => rate(mode, grade, mode === 'home-personal' ? 40 : 50))),
  startRule: 'next-month',
  admissionDay: 'stopped',
  dischargeDay: 'payable',
  deathDay: 'payable',
  moveDay: 'payable',
  publicityDays: 7,
  validityMonths: 24,
};
