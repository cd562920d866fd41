import type { RefusalWords } from '@huiji/platform';

/** Faults and refusals about invoices. */
export const invoiceWords: RefusalWords = {
  INVOICE_EXISTS: {
    zh: ({ number }) => `发票 ${number ?? ''} 已经登记过，同一张发票只能登记一次`,
    en: ({ number }) => `invoice ${number ?? ''} is registered already; an invoice is registered once`,
    mend: { zh: '请核对发票号码，或查看已登记的发票', en: 'check the number, or look at the registered invoice' },
  },
  ALREADY_INVOICED: {
    zh: ({ invoiced, left }) => `该验收行已开票 ${invoiced ?? ''}，退货后只剩 ${left ?? ''}（最小单位）`,
    en: ({ invoiced, left }) =>
      `${invoiced ?? ''} units of this line are invoiced; after the return only ${left ?? ''} would be left`,
    mend: {
      zh: '请先由企业撤回发票；已确认的，先开具红字发票',
      en: 'have the supplier withdraw the invoice first; a confirmed one needs a red invoice first',
    },
  },
  INVOICED_GOODS_RETURNED: {
    zh: ({ count }) => `发票中有 ${count ?? ''} 个验收行的货物已退回，不能确认`,
    en: ({ count }) => `goods of ${count ?? ''} accepted lines of this invoice were sent back; it cannot be confirmed`,
    mend: {
      zh: '请提出异议，由企业撤回后重新开票',
      en: 'dispute it, and let the supplier withdraw it and invoice anew',
    },
  },
  INVOICE_NUMBER_FORM: {
    zh: () => '发票号码应为 20 位数字（数电票）或 8 位数字（配发票代码）',
    en: () => 'an invoice number has 20 digits (digital invoice), or 8 digits with an invoice code',
    mend: { zh: '请按发票票面填写号码', en: 'copy the number from the invoice' },
  },
  INVOICE_CODE_FORM: {
    zh: () => '发票代码应为 10 位或 12 位数字',
    en: () => 'an invoice code has 10 or 12 digits',
    mend: { zh: '请按发票票面填写代码', en: 'copy the code from the invoice' },
  },
  INVOICE_CODE_NOT_EXPECTED: {
    zh: () => '数电票没有发票代码',
    en: () => 'a digital invoice has no invoice code',
    mend: { zh: '请清空发票代码', en: 'leave the code empty' },
  },
  INVOICE_FROM_THE_FUTURE: {
    zh: () => '开票日期晚于今天',
    en: () => 'the invoice is dated after today',
    mend: { zh: '请核对开票日期', en: 'check the date on the invoice' },
  },
  INVOICE_BEFORE_ORDER: {
    zh: ({ orderedOn }) => `开票日期早于这些货物最早的订单日期 ${orderedOn ?? ''}`,
    en: ({ orderedOn }) => `the invoice is dated before the first order of these goods, ${orderedOn ?? ''}`,
    mend: { zh: '请核对开票日期', en: 'check the date on the invoice' },
  },
  INVOICE_AMOUNT_NEGATIVE: {
    zh: () => '金额不能为负',
    en: () => 'an amount is not below zero',
    mend: { zh: '请按票面填写金额', en: 'copy the amount from the invoice' },
  },
  INVOICE_WITHOUT_LINES: {
    zh: () => '发票没有明细行',
    en: () => 'the invoice has no lines',
    mend: { zh: '请至少填写一行', en: 'enter at least one line' },
  },
  INVOICE_TOO_LONG: {
    zh: ({ most }) => `一张发票最多 ${most ?? ''} 行`,
    en: ({ most }) => `an invoice has at most ${most ?? ''} lines`,
    mend: { zh: '请分成几张发票', en: 'split it into several invoices' },
  },
  INVOICE_AMOUNT_NOT_POSITIVE: {
    zh: () => '金额应大于零',
    en: () => 'an amount is above zero',
    mend: { zh: '请按票面填写金额', en: 'copy the amount from the invoice' },
  },
  INVOICE_QUANTITY_NOT_POSITIVE: {
    zh: () => '数量应大于零',
    en: () => 'a quantity is above zero',
    mend: { zh: '请按票面填写数量（最小单位）', en: 'copy the quantity from the invoice, in smallest units' },
  },
  INVOICE_WRONG_SELLER: {
    zh: () => '该产品的验收记录不属于本企业配送',
    en: () => 'what was accepted of this product was not delivered by you',
    mend: { zh: '请核对产品和销售方', en: 'check the product and the seller' },
  },
  INVOICE_WRONG_BUYER: {
    zh: () => '购买方医院没有验收过您配送的该产品',
    en: () => 'this hospital has not accepted the product from you',
    mend: { zh: '请核对购买方', en: 'check the buyer on the invoice' },
  },
  INVOICE_UNKNOWN_PRODUCT: {
    zh: () => '没有找到该产品的验收记录',
    en: () => 'nothing of this product was accepted',
    mend: { zh: '请核对产品；医院验收后才能开票匹配', en: 'check the product; it can be invoiced once it is accepted' },
  },
  INVOICE_QUANTITY_EXCEEDS_ACCEPTED: {
    zh: ({ invoiced, available }) => `开票数量 ${invoiced ?? ''} 超过可匹配的验收数量 ${available ?? ''}`,
    en: ({ invoiced, available }) =>
      `${invoiced ?? ''} units invoiced, but only ${available ?? ''} accepted and not yet invoiced`,
    mend: { zh: '请按已验收且未开票的数量填写', en: 'invoice at most what is accepted and not yet invoiced' },
  },
  INVOICE_PRICE_DIFFERS: {
    zh: ({ invoiced, contract }) => `开票单价 ${invoiced ?? ''} 与合同价 ${contract ?? ''} 不一致（元/最小单位数）`,
    en: ({ invoiced, contract }) =>
      `the price ${invoiced ?? ''} is not the contract price ${contract ?? ''} (yuan per smallest units)`,
    mend: { zh: '请按合同价开票，没有容差', en: 'invoice at the contract price; there is no tolerance' },
  },
  INVOICE_LINE_AMOUNT_DIFFERS: {
    zh: ({ stated, expected }) => `行金额 ${stated ?? ''} 不等于数量乘单价 ${expected ?? ''}`,
    en: ({ stated, expected }) => `the line says ${stated ?? ''}, quantity times price is ${expected ?? ''}`,
    mend: { zh: '请核对数量、单价和金额', en: 'check quantity, price and amount' },
  },
  INVOICE_LINES_DO_NOT_ADD: {
    zh: ({ total, lines }) => `各行合计 ${lines ?? ''} 不等于价税合计 ${total ?? ''}`,
    en: ({ total, lines }) => `the lines come to ${lines ?? ''}, the invoice says ${total ?? ''}`,
    mend: { zh: '请核对各行金额与合计', en: 'check the lines and the total' },
  },
  INVOICE_TAX_DOES_NOT_ADD: {
    zh: ({ net, tax, total }) => `金额 ${net ?? ''} 加税额 ${tax ?? ''} 不等于价税合计 ${total ?? ''}`,
    en: ({ net, tax, total }) => `${net ?? ''} net and ${tax ?? ''} tax do not make ${total ?? ''}`,
    mend: { zh: '请按票面核对金额、税额和合计', en: 'copy net, tax and total from the invoice' },
  },
};
