export const notes = {
  title: '演示说明',
  lead: '本统筹区仅供演示。下面写明哪些是公开资料，哪些是替代，哪些是虚构。任何真实企业都没有被安上虚构的过错。',
  none: '没有说明',
  topics: {
    AREA: '统筹区',
    PRICE: '价格与包装',
    VOLUME: '数量与协议',
    ORGANISATION: '机构与人员',
    CARE: '长期护理',
    SAVINGS: '结余留用',
    PAYMENT: '支付与银行',
  },
} as const;
