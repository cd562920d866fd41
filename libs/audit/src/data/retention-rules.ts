import { plainDate, type PlainDate } from '@huiji/kernel';

/** How long something is kept, from when, and on which ground; dated, never edited: a change is a new rule. */
export interface RetentionRule {
  readonly code: string;
  /** Kind of subject, as in actions. */
  readonly subjectType: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly keepMonths: number;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  /** The length is our assumption: the source asks for a length and names none. */
  readonly assumed: boolean;
  /** Whether what is personal is erased when the time is over; rows of money are never deleted. */
  readonly erases: boolean;
}

/** Rules of retention and erasure (保存与删除规则). */
export const retentionRules: readonly RetentionRule[] = [
  {
    code: 'CARE_RETURNED_APPLICANT',
    subjectType: 'care-person',
    validFrom: plainDate('2021-11-01'),
    validTo: null,
    keepMonths: 24,
    zh: '所有申请均被退回、从未享受待遇的申请人：最后一次退回满 24 个月后删除个人信息',
    en: 'an applicant whose every application was returned and who never had a benefit: erased 24 months after the last return',
    source: '《个人信息保护法》第十九条、第四十七条（保存期限应为实现处理目的所必要的最短时间）；24 个月为本系统假定',
    assumed: true,
    erases: true,
  },
  {
    code: 'ACCOUNTING_VOUCHERS',
    subjectType: 'payment',
    validFrom: plainDate('2016-01-01'),
    validTo: null,
    keepMonths: 360,
    zh: '会计凭证与会计账簿：保存 30 年，系统内不删除',
    en: 'vouchers and books of account: kept 30 years; nothing of them is deleted here',
    source: '《会计档案管理办法》（财政部 国家档案局令第 79 号）附表一',
    assumed: false,
    erases: false,
  },
  {
    code: 'FUND_SUPERVISION_RECORDS',
    subjectType: 'care-person',
    validFrom: plainDate('2021-05-01'),
    validTo: null,
    keepMonths: 360,
    zh: '已享受待遇者的参保、申请与待遇资料：随会计凭证保存 30 年，不得用于监督管理以外的目的',
    en: 'records of whoever had a benefit: kept as long as the vouchers, and used for nothing but supervision',
    source: '《医疗保障基金使用监督管理条例》（国务院令第 735 号）第三十二条；期限随《会计档案管理办法》，为本系统假定',
    assumed: true,
    erases: false,
  },
];
