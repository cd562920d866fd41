import type { RefusalWords } from '@huiji/platform';
import { say } from './say';

/** Words about reporting campaigns and volume reports. */
export const reportWords: RefusalWords = {
  NO_AWARDS: say(
    '该协议期尚无中选结果',
    'the period has no awards yet',
    '请先导入中选结果',
    'import the award table first',
  ),
  NO_HOSPITALS: say(
    '本地区没有可邀请的医疗机构',
    'no hospital of the area can be invited',
    '请先登记医疗机构',
    'record hospitals first',
  ),
  CAMPAIGN_EXISTS: say(
    '该协议期已有报量任务',
    'the period has a campaign already',
    '请使用已有的报量任务',
    'use the campaign that exists',
  ),
  NOT_A_REVIEW_ROLE: say(
    '审核层级须指定经办机构的角色',
    'a review level names roles of the agency',
    '请选择经办机构角色',
    'choose roles of the agency',
  ),
  DATE_HAS_PASSED: say(
    '日期早于今天（{today}）',
    'the day is before today ({today})',
    '请选择今天或以后的日期',
    'choose today or later',
  ),
  REPORTING_CLOSED: {
    zh: ({ opensOn, closesOn, today, state }) =>
      `报量时间为 ${opensOn ?? ''} 至 ${closesOn ?? ''}，今天是 ${today ?? ''}${state === 'closed' ? '，经办机构已结束报量' : ''}`,
    en: ({ opensOn, closesOn, today, state }) =>
      `reporting is from ${opensOn ?? ''} to ${closesOn ?? ''}; today is ${today ?? ''}${state === 'closed' ? ', and the agency has ended it' : ''}`,
    mend: { zh: '请联系经办机构申请补报', en: 'ask the agency to reopen it for you' },
  },
  REPORT_EMPTY: say(
    '报量表还没有内容',
    'the report has no lines yet',
    '请先上传表格或填写报量',
    'upload a sheet or enter lines first',
  ),
  NO_LINES: say('表中没有报量行', 'the sheet has no lines', '请至少填写一行', 'fill in at least one row'),
  NOT_A_QUANTITY: say(
    '“{text}”不是数量',
    '{text} is not a quantity',
    '请填写不小于 0 的整数，按最小单位计',
    'write a whole number of smallest units, 0 or more',
  ),
  QUANTITY_TOO_LARGE: say(
    '{text} 超过上限 {max}',
    '{text} is above {max}',
    '请核对单位，按片、粒、支、袋计',
    'check the unit: smallest units, not boxes',
  ),
  TOO_LONG: say('超过 {max} 个字', 'longer than {max} characters', '请缩短', 'make it shorter'),
  VARIETY_NOT_IN_ROUND: say(
    '“{text}”不在本批次品种内',
    '{text} is not a variety of this round',
    '请按模板中的通用名填写',
    'use a generic name of the template',
  ),
  PRODUCT_NOT_OF_VARIETY: say(
    '“{text}”不是“{variety}”的产品代码',
    '{text} is not a product code of {variety}',
    '请核对产品代码；按通用名报量则留空',
    'check the code; leave it blank to report by generic name',
  ),
  DUPLICATE_LINE: say('与第 {firstRow} 行重复', 'repeats row {firstRow}', '请合并为一行', 'make one row of them'),
  VARIETY_NOT_REPORTED: say(
    '未报“{variety}”，而前两年平均用量为 {mean}',
    '{variety} is not reported although its mean of two years is {mean}',
    '请补报；确实不用则填 0 并说明原因',
    'report it; write 0 and a reason if it is not needed',
  ),
  BELOW_FLOOR_WITHOUT_REASON: say(
    '“{variety}”报量 {total}，低于前两年平均 {mean} 的 {floorPercent}%',
    '{variety}: {total} is below {floorPercent} % of the mean {mean} of two years',
    '请提高报量或填写原因',
    'raise the need or give a reason',
  ),
  NOT_YOUR_LEVEL: say(
    '当前由“{level}”审核（{roles}）',
    'it is with {level} ({roles})',
    '请由该层级的人员审核',
    'somebody of that level decides',
  ),
  REVIEWED_BEFORE: say(
    '您已审核过这一版报量',
    'you have decided on this edition before',
    '请由另一人审核',
    'another person decides',
  ),
};
