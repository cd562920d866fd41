import type { RefusalWords } from '@huiji/platform';
import { say } from './say';

/** Words about volumes, contracts, orders, shipments and acceptances. */
export const contractWords: RefusalWords = {
  CAMPAIGN_NOT_CLOSED: say('报量尚未结束', 'the campaign is not closed', '请先结束报量', 'close the campaign first'),
  REPORTS_WAITING: say(
    '还有 {count} 份报量表待审核',
    '{count} reports wait for review',
    '请先审核或退回',
    'accept or return them first',
  ),
  NO_RATIO_TABLE: say(
    '{startsOn} 没有生效的采购比例表',
    'no ratio table is in force on {startsOn}',
    '请先设置比例表',
    'put a ratio table in force first',
  ),
  NO_WINNER_WITH_VOLUME: say(
    '有报量的品种没有带量的中选产品',
    'a variety that is needed has no winner that takes volume',
    '请核对中选份额',
    'check the shares of its awards',
  ),
  SIGNATURES_MISSING: say(
    '缺少签章：医疗机构 {hospital} 份、中选企业 {winner} 份、配送企业 {distributor} 份',
    'signatures are missing: hospital {hospital}, winner {winner}, distributor {distributor}',
    '请各方签署，或登记纸质签章',
    'let the parties sign, or record what was signed on paper',
  ),
  NO_CONTRACT_IN_FORCE: say(
    '该产品没有生效的合同',
    'no contract in force for this product',
    '请选择合同内的产品',
    'choose a product of a contract',
  ),
  SEVERAL_SUPPLIERS: say(
    '一张订单只能有一家配送企业，现有 {count} 家',
    'an order has one supplier, here are {count}',
    '请按配送企业分开下单',
    'place one order per supplier',
  ),
  NOT_A_BATCH: say(
    '批号不正确',
    'not a batch number',
    '请填写1至40个字母、数字或 . / -',
    'write 1 to 40 letters, digits or . / -',
  ),
  BATCH_EXPIRED: say(
    '批次有效期 {expiresOn} 早于发货日 {shippedOn}',
    'the batch expires on {expiresOn}, before shipping on {shippedOn}',
    '请更换批次',
    'ship another batch',
  ),
  LINE_NOT_FOUND: say(
    '没有找到该行，或不属于您',
    'no such line, or not yours',
    '请核对单号和行号',
    'check the number and the line',
  ),
  MORE_THAN_ORDERED: say(
    '超过可发数量 {open}',
    'more than the {open} that are open, or none',
    '请填写 1 至可发数量',
    'ship at least 1 and at most what is open',
  ),
  ALREADY_ACCEPTED: say(
    '该发货行已验收',
    'this shipped line was accepted before',
    '如需退回请办理退货',
    'to send units back, record a return',
  ),
  PARTS_NOT_SHIPPED: say(
    '合格、破损、短少之和应等于发货数量 {shipped}',
    'accepted, damaged and missing must come to the {shipped} shipped',
    '请核对三项数量',
    'check the three quantities',
  ),
  BEFORE_SHIPPING: say(
    '验收日早于发货日 {shippedOn}',
    'accepted before it was shipped on {shippedOn}',
    '请核对验收日期',
    'check the day',
  ),
  IN_THE_FUTURE: say(
    '日期晚于今天（{today}）',
    'the day is after today ({today})',
    '请填写今天或以前的日期',
    'write today or earlier',
  ),
  MORE_THAN_ACCEPTED: say(
    '超过可退数量 {open}',
    'more than the {open} that are still accepted, or none',
    '请填写 1 至可退数量',
    'return at least 1 and at most what is still accepted',
  ),
  FILE_IMPORTED_BEFORE: say(
    '该文件已导入过',
    'this file was imported before',
    '请查看原导入结果',
    'look at the import that exists',
  ),
  CELL_COUNT: say(
    '该行有 {text} 列，应为 6 列',
    'the line has {text} cells, not 6',
    '请核对分隔符',
    'check the commas',
  ),
  NOT_A_SHIPMENT_NUMBER: say(
    '“{text}”不是配送单号',
    '{text} is not a number of a delivery note',
    '配送单号以 S 开头',
    'it begins with S',
  ),
  UNPACKS_TOO_LARGE: say('解压后文件过大', 'the file unpacks to more than is taken', '请拆分文件', 'split the file'),
  HOSPITAL_NOT_FOUND: say(
    '“{text}”不是本地区的医疗机构',
    '{text} is not a hospital of the area',
    '请填写医疗机构代码或名称',
    'write the code or the name of a hospital',
  ),
  NOT_A_VARIETY: say(
    '“{text}”不在品种目录内',
    '{text} is not a known variety',
    '请核对通用名',
    'check the generic name',
  ),
  DUPLICATE_REFERENCE: say(
    '单号“{text}”重复',
    'the reference {text} occurs before',
    '每笔采购一个单号',
    'one reference for each purchase',
  ),
};
