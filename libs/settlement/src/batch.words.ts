import { partEn, partZh } from '@huiji/approval';
import { stateWords, type RefusalWords } from '@huiji/platform';

/** Refusals about payables, batches, payments and the bank. */
export const batchWords: RefusalWords = {
  REASON_LENGTH: {
    zh: ({ most }) => `请填写原因，1 至 ${most ?? ''} 字`,
    en: ({ most }) => `a reason of 1 to ${most ?? ''} characters is needed`,
    mend: { zh: '请说明原因，对方会看到', en: 'say why; the other side reads it' },
  },
  PAYABLE_EXISTS: {
    zh: () => '这张单据已经生成应付款',
    en: () => 'this document has its payable already',
    mend: { zh: '请刷新后查看应付款', en: 'read the payables again' },
  },
  PAYABLE_NOT_OPEN: {
    zh: ({ count }) => `有 ${count ?? ''} 笔应付款已在付款批次中或已支付`,
    en: ({ count }) => `${count ?? ''} of the payables are in a batch already, or paid`,
    mend: { zh: '请刷新后重新选择', en: 'read the payables again and choose anew' },
  },
  PAYABLE_HELD: {
    zh: ({ count }) => `有 ${count ?? ''} 笔应付款暂缓支付，其依据的事实已变化`,
    en: ({ count }) => `${count ?? ''} of the payables are on hold: what they rest on has changed`,
    mend: {
      zh: '请移出暂缓的应付款；已锁定的批次请退回',
      en: 'leave out what is on hold; return a batch that is locked',
    },
  },
  NOTHING_TO_PAY: {
    zh: () => '没有可以支付的应付款',
    en: () => 'there is no open payable to pay',
    mend: { zh: '请放宽条件，或先确认收款账户', en: 'choose more widely, or confirm payee accounts first' },
  },
  PAYEE_ACCOUNT_MISSING: {
    zh: ({ count }) => `有 ${count ?? ''} 笔没有已确认的收款账户`,
    en: ({ count }) => `${count ?? ''} payables have a payee without a confirmed account`,
    mend: { zh: '请先录入并由另一人确认收款账户', en: 'enter the accounts and have another person confirm them' },
  },
  PAYEE_ACCOUNT_CHANGED: {
    zh: ({ count }) => `锁定之后有 ${count ?? ''} 笔的收款账户发生了变更`,
    en: ({ count }) => `${count ?? ''} payee accounts changed after the batch was locked`,
    mend: { zh: '请退回批次，由经办人重新制单', en: 'return the batch; the clerk makes a new one' },
  },
  BATCH_CHOICE_TWICE: {
    zh: () => '请按单据选择，或按类型和到期日选择，不能同时使用',
    en: () => 'choose named payables, or kinds and a due date, not both',
    mend: { zh: '请只保留一种选择方式', en: 'leave one of the two out' },
  },
  BATCH_EMPTY_CHOICE: {
    zh: () => '没有选择任何应付款',
    en: () => 'no payable is chosen',
    mend: { zh: '请至少选择一笔', en: 'choose at least one' },
  },
  BATCH_TOO_LONG: {
    zh: ({ most }) => `一个批次最多 ${most ?? ''} 笔`,
    en: ({ most }) => `a batch has at most ${most ?? ''} lines`,
    mend: { zh: '请分成几个批次', en: 'make several batches' },
  },
  UNKNOWN_PAYABLE_KIND: {
    zh: () => '没有这种应付款类型',
    en: () => 'there is no such kind of payable',
    mend: { zh: '请从列表中选择类型', en: 'choose a kind from the list' },
  },
  NOT_YOUR_STEP: {
    zh: ({ step = '' }) => `当前登录身份不负责「${partZh[step] ?? step}」环节`,
    en: ({ step = '' }) => `the step ${partEn[step] ?? step} is not the step of your role`,
    mend: { zh: '请由该环节的人员办理', en: 'the person of that step must decide' },
  },
  SEAL_BROKEN: {
    zh: () => '批次明细与锁定时的笔数、金额或摘要不一致，已停止',
    en: () => 'the lines of the batch are not those that were locked; nothing was released',
    mend: { zh: '请立即停止支付并报告稽核', en: 'stop, return the batch and tell the auditor' },
  },
  PAYMENT_NOT_UNKNOWN: {
    zh: ({ state }) => `只有结果未明的付款可以向银行查询，当前为「${stateWords[state ?? ''] ?? state ?? ''}」`,
    en: ({ state }) => `only a payment of unknown outcome is asked about; this one is ${state ?? ''}`,
    mend: { zh: '请刷新后查看付款状态', en: 'read the payment again' },
  },
  ALREADY_ASKED: {
    zh: ({ since }) => `已于 ${since ?? ''} 向银行查询，正在等待答复`,
    en: ({ since }) => `the bank was asked at ${since ?? ''} and has not answered yet`,
    mend: { zh: '请等待银行答复；次一业务日可再次查询', en: 'wait for the answer; ask again on the next business day' },
  },
  UNREADABLE_MESSAGE: {
    zh: ({ message, why }) => `无法读取银行报文 ${message ?? ''}：${why ?? ''}`,
    en: ({ message, why }) => `the bank's message ${message ?? ''} cannot be read: ${why ?? ''}`,
    mend: { zh: '请联系银行重新发送', en: 'ask the bank to send it again' },
  },
};
