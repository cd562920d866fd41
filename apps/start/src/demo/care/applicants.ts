import { mod11Radix2, plainDate, type PlainDate } from '@huiji/kernel';
import type { ApplicationDraft } from '@huiji/long-term-care';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const givens = [
  ...['桂英', '秀兰', '玉珍', '淑芬', '建国', '德明', '国强', '素华', '永福', '春梅', '志远', '正南', '长庚', '大椿'],
  ...['月华', '佩兰', '克勤', '守仁', '荣光', '惠芳', '文秀', '天佑', '清泉', '乃和', '光裕', '朝霞', '世杰', '兰香'],
];
const streets = ['望江', '龙溪', '石桥', '白鹤', '南坪坝', '青木', '翠云', '桃园', '柳荫', '云峰'];

/** A division code that GB/T 2260 does not know: no real person has a number that begins so. */
const NO_DIVISION = '509900';

const two = (value: number): string => value.toString().padStart(2, '0');

/** The identity number of invented person `index`: a true form and check digit, a division that does not exist. */
export const identityNumber = (index: number): string => {
  const birth = `${(1932 + (index % 28)).toString()}${two(1 + (index % 12))}${two(1 + (index % 27))}`;
  const body = `${NO_DIVISION}${birth}${(index + 1).toString().padStart(3, '0').slice(-3)}`;
  return body + mod11Radix2(body);
};

const pick = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
};

export const applicantName = (index: number): string => pick(surnames, index * 7 + 3) + pick(givens, index * 5 + 1);

export const applicantHome = (index: number): string =>
  `${pick(streets, index * 3)}街道演示路${(1 + (index % 180)).toString()}号`;

const disabledSince = (index: number): PlainDate => plainDate(`20${two(16 + (index % 4))}-${two(1 + (index % 12))}-15`);

/** What the clerk enters for invented applicant `index`, 0…998. */
export const application = (index: number): ApplicationDraft => ({
  fullName: applicantName(index),
  identityNumber: identityNumber(index),
  street: applicantHome(index),
  claimedGrade: 3 + (index % 3),
  disabledSince: disabledSince(index),
  treatmentRecord: pick(['脑卒中后遗症', '帕金森病', '股骨颈骨折术后', '阿尔茨海默病', '脊髓损伤'], index),
  insured: true,
  guardian:
    index % 4 === 0 ? { name: applicantName(index + 400), relation: pick(['子女', '配偶', '其他亲属'], index) } : null,
});
