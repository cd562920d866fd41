import type { DemoNote } from '@huiji/flows';

const shared: readonly DemoNote[] = [
  {
    topic: 'area',
    textZh: '本统筹区为演示：数据由程序按固定脚本经由各业务服务录入，每次装载完全相同；不处理任何真实业务。',
    textEn:
      'This area is a demonstration: a fixed script enters its data through the same services people use, the same every time. No real business is done here.',
  },
  {
    topic: 'organisation',
    textZh:
      '经办机构、医疗机构、配送企业、评估机构和人员均为虚构，名称中带“演示”；未编造任何机构代码。生产企业名称来自公开中选表，演示不为任何真实企业设定过错。',
    textEn:
      'Agencies, hospitals, distributors, assessment institutions and people are invented and named as such; no organisation code is made up. Makers are those of the published award table; no real company is given a fault.',
  },
  {
    topic: 'price',
    textZh:
      '中选产品、包装和价格来自“4+7”公开中选表（凭记忆整理，未逐条复核，状态列原样保留）。其中 4 行缺包装规格或包装价，由演示补足并逐行注明：艾司西酞普兰、帕罗西汀、利培酮、厄贝沙坦氢氯噻嗪。',
    textEn:
      'Products, packs and prices are those of the published 4+7 award table (recalled, not re-checked; its status column is kept). Four rows lack a pack size or pack price and are filled by the demonstration, each with a note: escitalopram, paroxetine, risperidone, irbesartan/HCTZ.',
  },
  {
    topic: 'payment',
    textZh: '银行为演示银行（独立程序），联行号和账号均不存在。历史付款经过真实的批次、三级审核、报文和回执流程。',
    textEn:
      'The bank is a small program; its clearing number and all account numbers do not exist. Past payments went through real batches, three reviews, messages and the answers of that bank.',
  },
];

export const suiningNotes: readonly DemoNote[] = [
  ...shared,
  {
    topic: 'volume',
    textZh: '第一批 25 个品种合同金额 7,469,900.00 元为公开数字；医疗机构和各自的数量为凑足该数字而虚构，分毫不差。',
    textEn:
      'The contract amount of round 1, 25 drugs, 7,469,900.00 yuan, is a published figure; hospitals and their volumes are invented to reach it exactly.',
  },
  {
    topic: 'price',
    textZh:
      '遂宁随 2019 年 9 月联盟扩围；扩围中选表未获得，演示以“4+7”的产品和价格代替，并加入供应地区 510900。执行日期 2020-01-01 为假设。',
    textEn:
      'Suining joined with the alliance expansion of September 2019, whose table is not at hand: products and prices of 4+7 stand in, with supply area 510900 added. The execution date 2020-01-01 is assumed.',
  },
  {
    topic: 'payment',
    textZh: '一笔付给“川中演示医药配送三号公司”的款项银行未答复，状态为“未知”：只能查询，不能重发。',
    textEn:
      'On one payment to demonstration distributor 3 the bank keeps silent: its state is unknown, and the one permitted act is to ask.',
  },
];

export const chongqingNotes: readonly DemoNote[] = [
  ...shared,
  {
    topic: 'volume',
    textZh:
      '执行日 2019-03-20；截至 2019-10-31，25 个品种验收量为约定量的 296%（算术平均），为公开数字；各品种、各机构的数量为凑足该平均而虚构。协议期三年为假设。',
    textEn:
      'Execution date 2019-03-20; by 2019-10-31 accepted volumes reached 296 % of the agreed ones on average over 25 drugs (published). The figures of single drugs and hospitals are invented to give that mean. A period of three years is assumed.',
  },
  {
    topic: 'savings',
    textZh:
      '采购前价格由中选价和假设降幅推得（25 个降幅平均 52%、最大 96%，与公开数字一致）；基金支付比例、参保人占比、考核得分和非中选采购为虚构；政策口径为演示默认值。',
    textEn:
      'Prices before are derived from the contract price and an assumed cut (the 25 cuts have the published mean of 52 % and maximum of 96 %). Fund shares, insured shares, scores and purchases outside the selected products are invented; the policy is a default of the demonstration.',
  },
  {
    topic: 'care',
    textZh:
      '长期护理：923 人申请、788 人通过为公开数字，人员、身份证号（不存在的区划 509900）、答卷和日期为虚构；标准为医保办发〔2021〕37号，分档和组合表未经官方文本确认；待遇 50 元/日，自通过次月起。',
    textEn:
      'Long-term care: 923 applied and 788 passed are published; people, identity numbers (of a division that does not exist), answers and dates are invented. The instrument is that of 2021; its bands and table are not confirmed against the official text. The benefit is 50 yuan a day from the month after passing.',
  },
];
