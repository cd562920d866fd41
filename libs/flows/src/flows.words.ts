import type { RefusalWords } from '@huiji/platform';

/** Words of the refusals and issues that only flows give. */
export const flowsWords: RefusalWords = {
  DAYS_TO_ADVANCE: {
    zh: (facts) => `天数须在 1–${facts['most'] ?? ''} 之内`,
    en: (facts) => `the days are not within 1…${facts['most'] ?? ''}`,
    mend: { zh: '请填写整数天数', en: 'write a whole number of days within the range' },
  },
  AREA_NOT_DEMONSTRATION: {
    zh: () => '只有演示统筹区可以移动业务日期',
    en: () => 'only a demonstration area can have its business date moved',
    mend: { zh: '正式统筹区的业务日期随日历推进', en: 'the date of a real area moves with the calendar' },
  },
  NO_CONFIRMED_SHEET: {
    zh: () => '没有已确认且有留用金额的清单',
    en: () => 'no sheet is confirmed with something to pay',
    mend: { zh: '请等待医疗机构确认', en: 'wait for hospitals to confirm' },
  },
  INVOICE_PRICE_NEGATIVE: {
    zh: () => '含税价不能为负',
    en: () => 'the price is negative',
    mend: { zh: '请核对价格', en: 'check the price' },
  },
  INVOICE_PRICE_UNITS: {
    zh: () => '价格对应的最小单位数必须大于零',
    en: () => 'the price is for no units',
    mend: { zh: '请填写每包装最小单位数', en: 'write how many smallest units the pack holds' },
  },
};
