import type { RefusalWords } from '@huiji/platform';
import { say } from './say';

/** Words about rounds, ratio tables and award tables. */
export const roundWords: RefusalWords = {
  NOT_A_ROUND_CODE: say(
    '批次代码不正确',
    'not a code of a round',
    '请使用字母、数字和 + . _ -，最多40个',
    'use letters, digits and + . _ -, at most 40',
  ),
  ROUND_EXISTS: say(
    '批次 {code} 已存在',
    'the round {code} exists already',
    '请打开已有批次',
    'open the round that exists',
  ),
  PERIOD_OVERLAPS: say(
    '自 {executionDate} 起的协议期与已有协议期重叠',
    'a period from {executionDate} shares days with another one',
    '请选择上一协议期结束后的日期',
    'choose a day after the last period ends',
  ),
  RATIO_TABLE_OVERLAPS: say(
    '自 {validFrom} 起已有生效的采购比例表',
    'a ratio table is in force from {validFrom} already',
    '请先终止原比例表',
    'end the older table first',
  ),
  FOUR_RATIOS: say(
    '需要四个比例，均在 0 至 100% 之间',
    'four ratios are needed, each within 0…100 %',
    '请按1、2、3、4家及以上中选分别填写',
    'write one each for 1, 2, 3 and 4 or more winners',
  ),
  ENDS_BEFORE_IT_BEGINS: say(
    '结束日期早于开始日期',
    'it ends before it begins',
    '请核对两个日期',
    'check the two days',
  ),
  TEXT_LENGTH: say(
    '内容为空或超过 {max} 个字',
    'empty, or longer than {max} characters',
    '请填写并控制长度',
    'write something, within the length',
  ),
  MISSING: say('不能为空', 'missing', '请填写', 'fill it in'),
  NOT_IN_RANGE: say(
    '“{text}”不在 {min} 至 {max} 之间',
    '{text} is not a whole number within {min}…{max}',
    '请填写范围内的整数',
    'write a whole number in the range',
  ),
  COLUMN_MISSING: say(
    '缺少列“{column}”',
    'the column {column} is missing',
    '请使用下载的模板，不要改动表头',
    'use the template and leave its header as it is',
  ),
  NOT_A_SHEET: say(
    '文件无法读取',
    'the file cannot be read',
    '请上传 XLSX，或 UTF-8、GB18030 编码的 CSV',
    'send XLSX, or CSV in UTF-8 or GB18030',
  ),
  SHEET_TOO_BIG: say(
    '表格过大：最多 200000 行、256 列、2000000 个单元格',
    'the sheet is too big: at most 200,000 rows, 256 columns and 2,000,000 cells',
    '请删除数据区以外的单元格，或拆分文件',
    'delete the cells beyond the data, or split the file',
  ),
  WORKBOOK_WITH_MACROS: say(
    '工作簿含有宏',
    'the workbook has macros',
    '请另存为不含宏的 XLSX',
    'save it as XLSX without macros',
  ),
  WORKBOOK_NOT_PLAIN: say(
    '工作簿含有不接受的内容（实体声明、可疑路径或加密）',
    'the workbook has parts that are not taken (entities, strange names or encryption)',
    '请把数据复制到新建的工作簿后上传',
    'copy the cells into a new workbook and send that',
  ),
  LINE_COUNT: say(
    '行数须为 1 至 {max}',
    'between 1 and {max} lines are taken',
    '请增加或拆分',
    'add some, or split it',
  ),
  MISSING_PACK_PRICE: say(
    '“{product}”缺少每盒中选价',
    '{product} lacks its price per pack',
    '请补充每盒价格并说明来源',
    'supply the price per pack and say where it comes from',
  ),
  MISSING_PACK_SIZE: say(
    '“{product}”缺少包装数量',
    '{product} lacks its pack size',
    '请补充每盒最小单位数并说明来源',
    'supply the smallest units per pack and say where they come from',
  ),
  NOT_A_PRICE: say(
    '“{text}”不是价格',
    '{text} is not a price',
    '请填写大于 0、最多两位小数的元',
    'write yuan above 0 with at most two decimals',
  ),
  NOT_A_ROLE: say(
    '“{text}”不是供应角色',
    '{text} is not a role',
    '可填：main 主供、backup 备供、brand-reported 按品牌报量、substitute 替补',
    'write main, backup, brand-reported or substitute',
  ),
  NOT_A_SHARE: say(
    '“{text}”不是份额',
    '{text} is not a share',
    '请填写 0 至 100 的百分数，最多两位小数',
    'write a percentage within 0…100 with at most two decimals',
  ),
  NOT_YES_OR_NO: say('“{text}”不是 yes 或 no', '{text} is neither yes nor no', '请填写 yes 或 no', 'write yes or no'),
  DUPLICATE_WINNER: say(
    '该产品在文件中重复（第 {firstRow} 行）',
    'this product stands in the file twice (row {firstRow})',
    '请删除重复行',
    'take the repeated row out',
  ),
  ALREADY_AWARDED: say(
    '本协议期该产品已有中选记录',
    'this product has won in this period already',
    '请删除该行，或核对协议期',
    'take the row out, or check the period',
  ),
  SHARES_NOT_WHOLE: say(
    '“{variety}”各中选份额合计 {sum}%，应为 100%',
    'the shares of {variety} come to {sum} %, not 100 %',
    '请调整份额',
    'mend the shares',
  ),
  WINNER_COUNTS_DIFFER: say(
    '“{variety}”各行的中选企业数不一致',
    'the rows of {variety} disagree about the number of winners',
    '请统一中选企业数',
    'write the same number in each row',
  ),
  NOT_SUPPLIED_HERE: say(
    '供应地区未包含“{area}”',
    'the supply areas do not name {area}',
    '请核对；确需使用时说明理由',
    'check it; to use it all the same, say why',
  ),
};
